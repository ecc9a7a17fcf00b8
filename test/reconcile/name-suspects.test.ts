import { describe, expect, test } from 'vitest'
import type { Amount } from '../../src/model/report.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { amount, type RowSketch, report, table, years } from '../support/build-report.js'

/** What is said of a note's broken sum; `read` tells more of the amounts. */
function said(sketches: readonly RowSketch[], read: (value: number) => Partial<Amount> = () => ({})): string {
  const one = table('note', sketches, { note: '2', columns: years(1) })
  const rows = one.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && amount(cell.value, read(cell.value))),
  }))
  const last = rows.length - 1
  const terms = rows.flatMap(({ label }, row) =>
    row < last && label !== 'Kostnader' ? [{ row, sign: 1 as const }] : [],
  )
  const whole = report([{ ...one, rows, sums: [{ row: last, terms, basis: 'label' as const }] }])
  const broken = reconcileReport(whole).find(({ verdict }) => verdict === 'mismatch')
  return broken!.explanation.replaceAll('\u00a0', ' ').split('in the rows. ')[1]!
}

const rent: RowSketch[] = [
  ['Lokalhyra', 812_450],
  ['Löner', 1_250_300],
  ['Övrigt', 40_011],
]

describe('whose fault a broken sum is', () => {
  test('a misreading, where another reading of the picture closes it', () => {
    const read = (value: number) => (value === 812_450 ? { second: 815_450 } : {})
    expect(said([...rent, ['Summa', 2_105_761]], read)).toBe(
      'It looks misread: another reading of Lokalhyra is 815 450 kr. Suspects in order: Lokalhyra 812 450 kr (815 450 kr would close it: digit misread), Summa 2 105 761 kr (2 102 761 kr would close it: digit misread), Löner 1 250 300 kr (1 253 300 kr would close it: digit misread) and 1 more.',
    )
  })

  test('a misprint, where all its figures are read alike twice', () => {
    expect(said([...rent, ['Summa', 2_157_902]], (value) => ({ second: value }))).toMatch(
      /^Its figures are read alike twice, so it looks misprinted\. Suspects in order: /,
    )
  })

  test('a misprint, where its figures were read again and are alike each time', () => {
    const read = (value: number) => ({ second: value, again: [value, value, value, value] })
    expect(said([...rent, ['Summa', 2_157_902]], read)).toMatch(
      /^Its figures were read again, each by itself, and are read alike, so it looks misprinted\. /,
    )
    const unlike = (value: number) => ({ second: value, again: [value, value, null, value] })
    expect(said([...rent, ['Summa', 2_157_902]], unlike)).toMatch(/^Its figures are read alike twice/)
  })

  test('a row, where the difference is what one holds', () => {
    expect(said([...rent, ['Kostnader', 77_000], ['Summa', 2_179_761]])).toMatch(
      /^The difference is what Kostnader holds: a row left out of the sum, or counted in it\./,
    )
    expect(said([...rent, ['Summa', 2_062_750]])).toMatch(/^The difference is what Övrigt holds/)
  })

  test('nobody’s that could be told, and the figures are named all the same, those with a likely slip first', () => {
    expect(said([...rent, ['Summa', 2_107_762]])).toBe(
      'Suspects in order: Summa 2 107 762 kr, Lokalhyra 812 450 kr, Löner 1 250 300 kr and 1 more.',
    )
  })
})
