import { describe, expect, it } from 'vitest'
import type { Table, Unit } from '../../src/model/report.js'
import { isUnitUntold, settleUnits, withQuotedUnit } from '../../src/parse/settle-units.js'
import { rows } from '../support/build-report.js'
import { soundReport } from '../support/small-report.js'

const statement = soundReport().tables[0]!
const inUnit = (unit: Unit, factor = 1): Table => ({
  ...statement,
  unit,
  rows: statement.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && { ...cell, value: cell.value * factor }),
  })),
})
const doubts = (table: Table) => table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.doubts ?? []))

describe('settleUnits', () => {
  it('takes the unit of tables that print the same amounts', () => {
    const [first] = settleUnits([
      { table: inUnit('kr'), told: false },
      { table: inUnit('tkr'), told: true },
      { table: inUnit('kr', 1000), told: true },
    ])
    expect(first!.unit).toBe('tkr')
    expect(doubts(first!)).toEqual([])
  })

  it('doubts what was assumed where others say another unit and no amounts tell', () => {
    const [first] = settleUnits([
      { table: inUnit('kr', 7), told: false },
      { table: inUnit('tkr'), told: true },
    ])
    expect(first!.unit).toBe('kr')
    expect(new Set(doubts(first!))).toEqual(new Set(['its table prints no unit, and others of the report another one']))
  })

  it('does not doubt the statements because an overview is in thousands', () => {
    const assumed = inUnit('kr', 7)
    const overview: Table = { ...inUnit('tkr'), kind: 'multi_year' }
    expect(
      settleUnits([
        { table: assumed, told: false },
        { table: overview, told: true },
      ])[0],
    ).toBe(assumed)
  })

  it('leaves a table alone whose unit is told, and one that all others agree with', () => {
    const told = inUnit('mkr')
    const assumed = inUnit('kr')
    expect(
      settleUnits([
        { table: told, told: true },
        { table: inUnit('tkr'), told: true },
      ])[0],
    ).toBe(told)
    expect(
      settleUnits([
        { table: assumed, told: false },
        { table: inUnit('kr', 7), told: true },
      ])[0],
    ).toBe(assumed)
    expect(settleUnits([{ table: assumed, told: false }])[0]).toBe(assumed)
  })
})

describe('withQuotedUnit', () => {
  const bare = { table: { ...inUnit('kr'), rows: rows([['Årets resultat', 483, 572]]) }, told: false }
  const overview = { table: { ...bare.table, kind: 'multi_year' as const }, told: false }
  const quote = (value: number, unit: Unit, sentence: string) => ({ value, unit, raw: '', page: 1, sentence })
  const result = quote(483, 'tkr', 'Arets resultat uppgår till 483 tkr.')

  it('takes the unit in which a sentence quotes a row, for statements and notes', () => {
    const found = withQuotedUnit([bare, overview], [result])
    expect(found.map(({ table, told }) => [table.unit, told])).toEqual([
      ['tkr', true],
      ['kr', false],
    ])
    expect(isUnitUntold(found, null, [result])).toBe(false)
  })

  it.each([
    ['another amount', [quote(484, 'tkr', 'Årets resultat uppgår till 484 tkr.')]],
    ['another row', [quote(483, 'tkr', 'Hyrorna uppgick till 483 tkr under året.')]],
    ['two units', [result, quote(572, 'kr', 'Föregående år var årets resultat 572 kr.')]],
  ])('tells nothing by %s', (_, prose) => {
    expect(withQuotedUnit([bare], prose)).toEqual([bare])
  })

  it('leaves a report alone that prints a unit', () => {
    const told = { table: inUnit('kr', 7), told: true }
    expect(withQuotedUnit([bare, told], [result])).toEqual([bare, told])
  })
})

describe('isUnitUntold', () => {
  const sizes = statement.rows.flatMap(({ cells }) => cells.flatMap((cell) => Math.abs(cell?.value ?? 0)))
  const small = inUnit('kr', 9999 / Math.max(...sizes))
  const untold = { table: small, told: false }
  const quote = (value: number) => ({ value, unit: 'kr' as const, raw: '', page: 1, sentence: '' })

  it('where no table prints one, and neither figures nor text show it', () => {
    expect(isUnitUntold([untold], null, [quote(8888)])).toBe(true)
    expect(isUnitUntold([{ ...untold, told: true }], null, [])).toBe(false)
    expect(isUnitUntold([untold, { table: inUnit('tkr'), told: true }], null, [])).toBe(false)
  })

  it('where the unit that the report says once is that of no statement or note', () => {
    const told = { table: inUnit('kr'), told: true }
    expect(isUnitUntold([told], 'tkr', [])).toBe(true)
    expect(isUnitUntold([told, { table: inUnit('tkr'), told: true }], 'tkr', [])).toBe(false)
  })

  it('not where kronor are shown by millions, by how they are printed, or by the text', () => {
    const printed = (raw: string): Table => ({
      ...small,
      rows: small.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, raw }) })),
    })
    expect(isUnitUntold([{ table: inUnit('kr', 1000), told: false }], null, [])).toBe(false)
    expect(isUnitUntold([{ table: printed('12 345:-'), told: false }], null, [])).toBe(false)
    expect(isUnitUntold([untold], null, [quote(9999)])).toBe(false)
  })
})
