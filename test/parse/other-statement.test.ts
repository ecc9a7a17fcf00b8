import { describe, expect, it } from 'vitest'
import type { Column, Table } from '../../src/model/report.js'
import { doubtOtherStatement } from '../../src/parse/other-statement.js'
import { type RowSketch, table, years } from '../support/build-report.js'
import { parsingWords } from '../support/parsing-words.js'

const BALANCES: RowSketch[] = [
  ['Kortfristiga fordringar', 300, 200],
  ['Omsättningstillgångar', 300, 200],
  ['Leverantörsskulder', 100, 120],
  ['Långfristiga skulder', 200, 80],
]
const RESULTS: RowSketch[] = [
  ['Verksamhetens intäkter', 900, 800],
  ['Verksamhetens kostnader', -850, -790],
  ['Årets resultat', 50, 10],
]

function isDoubted(own: Table): boolean {
  const { rows } = doubtOtherStatement(own, parsingWords)
  return rows.every(({ cells }) => cells.every((cell) => cell!.doubts.length > 0))
}

describe('doubtOtherStatement', () => {
  it('rows that are known in another statement alone put a table in doubt', () => {
    expect(isDoubted(table('income_statement', [...RESULTS, ...BALANCES]))).toBe(true)
    expect(isDoubted(table('balance_sheet', BALANCES))).toBe(false)
    expect(isDoubted(table('income_statement', [...RESULTS, BALANCES[2]!]))).toBe(false)
    expect(isDoubted(table('note', BALANCES))).toBe(false)
  })

  it('an overview of two years, or of one with its budget, is in doubt', () => {
    const three = RESULTS.map(([label, ...both]): RowSketch => [label, ...both, 20])
    const plan = years(3).map((column, at) => (at === 1 ? { ...column, scenario: 'budget' as const } : column))
    expect(isDoubted(table('multi_year', RESULTS))).toBe(true)
    expect(isDoubted(table('multi_year', three, { columns: plan }))).toBe(true)
    expect(isDoubted(table('multi_year', three, { columns: years(3) }))).toBe(false)
  })

  it('a note of rows that refer to notes is in doubt', () => {
    const noteRefs = { 'Verksamhetens intäkter': '2', 'Verksamhetens kostnader': '3', 'Årets resultat': '4' }
    expect(isDoubted(table('note', RESULTS, { note: '1', noteRefs }))).toBe(true)
    expect(isDoubted(table('note', RESULTS, { note: '1' }))).toBe(false)
    expect(isDoubted(table('income_statement', RESULTS, { noteRefs }))).toBe(false)
  })

  it('a table beside a budget is in doubt where its rows are an income statement, and the other way round', () => {
    const against = (second: Column['scenario']) => years(2).with(1, { ...years(1)[0]!, scenario: second })
    const offices: RowSketch[] = [
      ['Kansli', 300, 310],
      ['Summa', 300, 310],
    ]
    expect(isDoubted(table('operating_statement', RESULTS, { columns: against('budget') }))).toBe(true)
    expect(isDoubted(table('operating_statement', RESULTS, { columns: against('variance') }))).toBe(false)
    const noteRefs = { 'Verksamhetens intäkter': '2' }
    expect(isDoubted(table('operating_statement', RESULTS, { columns: against('variance'), noteRefs }))).toBe(true)
    expect(isDoubted(table('operating_statement', offices, { columns: against('budget') }))).toBe(false)
    expect(isDoubted(table('income_statement', offices, { columns: against('variance') }))).toBe(true)
    expect(isDoubted(table('income_statement', RESULTS, { columns: against('variance') }))).toBe(false)
  })
})
