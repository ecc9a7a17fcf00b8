import { describe, expect, test } from 'vitest'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { report, rows, table } from '../support/build-report.js'
import { balance, income } from '../support/small-statements.js'
import { toldChecks } from '../support/told-checks.js'
import { withSums } from '../support/with-sums.js'

describe('statements', () => {
  test('balance, result in equity and opening equity are tried in every column that has them', () => {
    const whole = report([income, balance])
    expect(toldChecks(whole, 'balance')).toEqual([
      'Summa tillgångar 2020-12-31 3034505/3034505 ok',
      'Summa tillgångar 2019-12-31 2063423/2063423 ok',
    ])
    expect(toldChecks(whole, 'result_in_equity')).toEqual([
      'Årets resultat 2020-12-31 15360/15360 ok',
      'Årets resultat 2019-12-31 828556/828556 ok',
    ])
    expect(toldChecks(whole, 'opening_equity')).toEqual([
      'Summa eget kapital 2020-12-31 1792428/1792428 ok',
      'Summa eget kapital 2019-12-31 1777068/1777068 ok',
    ])
  })

  test('the last line of the income statement is the result, if equity has a line of that name, and all assets need no name', () => {
    const earned = {
      ...income,
      rows: income.rows.map((row) => (row.label === 'Årets resultat' ? { ...row, label: 'Nettoavkastning' } : row)),
    }
    const names = new Map([
      ['Årets resultat', 'Nettoavkastning'],
      ['Summa tillgångar', 'Allt vi äger'],
    ])
    const owned = {
      ...balance,
      rows: balance.rows.map((row) => ({ ...row, label: names.get(row.label!) ?? row.label })),
    }
    expect(toldChecks(report([earned, owned]), 'result_in_equity')).toEqual([
      'Nettoavkastning 2020-12-31 15360/15360 ok',
      'Nettoavkastning 2019-12-31 828556/828556 ok',
    ])
    const misread = owned.rows.map((row) =>
      row.label === 'Allt vi äger' ? { ...row, cells: [row.cells[0]!, { ...row.cells[1]!, value: 2_063_428 }] } : row,
    )
    expect(toldChecks(report([earned, { ...owned, rows: misread }]), 'balance')).toEqual([
      'Allt vi äger 2020-12-31 3034505/3034505 ok',
      'Allt vi äger 2019-12-31 2063428/2063423 mismatch',
    ])
  })

  test('equity may print the result as what it changed by, under its own line', () => {
    const under = table('balance_sheet', [
      ['Summa tillgångar', 3_034_505, 2_063_423],
      ['Utgående eget kapital', 1_792_428, 1_777_068],
      ['därav förändrat under året', 15_360, 828_556],
      ['Avsättningar', 0, 20_000],
      ['därav förändrat under året', -20_000, 5_000],
      ['Summa eget kapital och skulder', 3_034_505, 2_063_423],
    ])
    expect(toldChecks(report([income, under]), 'result_in_equity')).toEqual([
      'Årets resultat 2020-12-31 15360/15360 ok',
      'Årets resultat 2019-12-31 828556/828556 ok',
    ])
  })

  test('where a fund is moved after the result, that result is meant which equity has', () => {
    const moved = {
      ...income,
      rows: [...income.rows, ...rows([['Årets resultat efter fondförändring', 15_000, 828_000]])],
    }
    expect(toldChecks(report([moved, balance]), 'result_in_equity')).toEqual([
      'Årets resultat 2020-12-31 15360/15360 ok',
      'Årets resultat 2019-12-31 828556/828556 ok',
    ])
  })

  test('equity that moved by members’ contributions is not held to its result', () => {
    const equity = table('balance_sheet', [
      ['Medlemsinsatser', 24_000, 20_000],
      ['Balanserat resultat', 828_556, 0],
      ['Årets resultat', 15_360, 828_556],
      ['Summa eget kapital', 867_916, 848_556],
    ])
    expect(toldChecks(report([income, equity]), 'opening_equity')).toEqual([])
  })

  test('a sum beyond rounding is a mismatch, told in amounts', () => {
    const misprinted = table(
      'note',
      [
        ['Lokalhyra', 2352, 3102],
        ['Sociala avgifter', 5344, 3263],
        ['Övriga främmande tjänster', 5513, 6852],
        ['Summa', 11_409, 13_218],
      ],
      { note: '2', unit: 'tkr', title: 'Verksamhetens kostnader' },
    )
    const [broken, rounded] = reconcileReport(withSums(report([misprinted])))
    expect(broken).toMatchObject({
      rule: 'note_sum',
      subject: 'Not 2',
      expected: 11_409,
      actual: 13_209,
      verdict: 'mismatch',
    })
    expect(broken?.explanation.replaceAll('\u00a0', ' ')).toBe(
      'Not 2 (Summa): the rows add up to 13 209 tkr, the printed sum is 11 409 tkr: 1 800 tkr too much in the rows. Suspects in order: Summa 11 409 tkr, Lokalhyra 2 352 tkr, Sociala avgifter 5 344 tkr and 1 more.',
    )
    expect(rounded).toMatchObject({ expected: 13_218, actual: 13_217, verdict: 'rounding', tolerance: 2 })
  })

  test('a sum over an opening balance that is not printed is incomplete', () => {
    const equity = table('note', [
      ['Ingående eget kapital', 1_102_741, null],
      ['Årets resultat', -26_469, 84_762],
      ['Utgående eget kapital', 1_076_272, 1_102_741],
    ])
    expect(toldChecks(report([{ ...equity, note: '6' }]), 'note_sum')).toEqual([
      'Not 6 2020-12-31 1076272/1076272 ok',
      'Not 6 2019-12-31 1102741/null incomplete',
    ])
  })
})

describe('notes', () => {
  const revenue = table(
    'note',
    [
      ['Bidrag från staten', -1_993_000, -2_005_000],
      ['Bidrag från regionen', -996_500, -1_002_500],
      ['Bidrag från kommunerna', -996_500, -1_002_500],
      ['Summa', -3_986_000, -4_010_000],
    ],
    { note: '1', title: 'Verksamhetens intäkter' },
  )

  test('a note that turns the sign of its line still meets it', () => {
    expect(toldChecks(report([income, revenue]), 'note_to_statement')).toEqual([
      'Verksamhetens intäkter 2020-12-31 3986000/3986000 ok',
      'Verksamhetens intäkter 2019-12-31 4010000/4010000 ok',
    ])
  })

  test('of several sums in a note the one that is the line is taken', () => {
    const both = table(
      'note',
      [
        ['Intäkter enligt redovisning', 3_986_000, 4_010_000],
        ['Kostnader enligt redovisning', -3_970_640, -3_181_444],
        ['Verksamhetens nettokostnader', 15_360, 828_556],
        ['Administration', 1_970_640, 1_181_444],
        ['Insatser', 2_000_000, 2_000_000],
        ['Summa', 3_970_640, 3_181_444],
      ],
      { note: '2', title: 'Verksamhetens intäkter och kostnader' },
    )
    expect(toldChecks(report([income, both]), 'note_to_statement')).toContain(
      'Verksamhetens kostnader 2020-12-31 -3970640/-3970640 ok',
    )
  })

  test('a note about another thing is no counterpart: the reference was misread', () => {
    const other = table('note', [['Fastighetsinteckningar', 1_160_000, 1_160_000]], {
      note: '1',
      title: 'Ställda säkerheter',
    })
    expect(toldChecks(report([income, other]), 'note_to_statement')).toEqual([])
  })

  test('a note whose sum is not the line is a mismatch', () => {
    const off = {
      ...revenue,
      rows: revenue.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => cell && { ...cell, value: cell.value - 163 }),
      })),
    }
    expect(toldChecks(report([income, off]), 'note_to_statement')).toEqual([
      'Verksamhetens intäkter 2020-12-31 3986000/3986163 mismatch',
      'Verksamhetens intäkter 2019-12-31 4010000/4010163 mismatch',
    ])
  })

  test('half of the contributions is the state’s', () => {
    expect(toldChecks(report([revenue]), 'funding_shares')).toEqual([
      'Not 1 2020-12-31 -1993000/-1993000 ok',
      'Not 1 2019-12-31 -2005000/-2005000 ok',
    ])
  })
})

describe('cash', () => {
  const flow = table('cash_flow', [
    ['Årets resultat', 15_360, 828_556],
    ['Ökning/minskning kortfristiga fordringar', -145_225, -12_725],
    ['Ökning/minskning kortfristiga skulder', 955_722, -118_029],
    ['Årets kassaflöde', 825_857, 697_802],
    ['Likvida medel vid årets början', 2_032_732, 1_334_930],
    ['Likvida medel vid årets slut', 2_858_589, 2_032_732],
  ])

  test('cash at the end meets cash and bank, changes meet the balance sheet', () => {
    const whole = report([income, balance, flow])
    expect(toldChecks(whole, 'cash_to_balance')).toEqual([
      'Likvida medel vid årets slut 2020-12-31 2858589/2858589 ok',
      'Likvida medel vid årets slut 2019-12-31 2032732/2032732 ok',
    ])
    expect(toldChecks(whole, 'balance_change')).toEqual([
      'Ökning/minskning kortfristiga fordringar 2020-12-31 -145225/-145225 ok',
      'Ökning/minskning kortfristiga skulder 2020-12-31 955722/955722 ok',
    ])
  })

  test.each([
    ['Minskade (+) / ökade (–) fordringar', 'Ökade (+) / minskade (–) skulder'],
    ['Ändring av fordringar', 'Förändrade skulder'],
  ])('changes may be told as %s and %s', (receivables, debts) => {
    const names = new Map([
      ['Ökning/minskning kortfristiga fordringar', receivables],
      ['Ökning/minskning kortfristiga skulder', debts],
    ])
    const told = { ...flow, rows: flow.rows.map((row) => ({ ...row, label: names.get(row.label!) ?? row.label })) }
    expect(toldChecks(report([income, balance, told]), 'balance_change')).toEqual([
      `${receivables} 2020-12-31 -145225/-145225 ok`,
      `${debts} 2020-12-31 955722/955722 ok`,
    ])
  })

  test('a settlement account is cash where only with it they meet', () => {
    const cooperative = table('balance_sheet', [
      ['Avräkningskonto HSB', 2_858_199, 2_032_350],
      ['Kassa och bank', 390, 382],
      ['Summa tillgångar', 2_858_589, 2_032_732],
    ])
    expect(toldChecks(report([cooperative, flow]), 'cash_to_balance')).toEqual([
      'Likvida medel vid årets slut 2020-12-31 2858589/2858589 ok',
      'Likvida medel vid årets slut 2019-12-31 2032732/2032732 ok',
    ])
  })
})
