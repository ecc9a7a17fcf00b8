import type { Scenario, StatementKind } from '../../src/model/report.js'
import type { MadeKey, MadeReport, MadeRow, MadeTable } from './made-report.js'

/** A check that holds, or does not, on the true figures. */
export type GoldCheck = {
  rule: string
  subject: string
  note?: string
  period_end: string
  scenario: Scenario
  expected: number
  actual: number
  verdict: 'ok' | 'rounding' | 'mismatch'
}

type Figure = { table: MadeTable; row: MadeRow; column: number; value: number }

const SUM_RULES: Partial<Record<StatementKind, string>> = {
  income_statement: 'statement_sum',
  balance_sheet: 'statement_sum',
  operating_statement: 'statement_sum',
  other: 'statement_sum',
  cash_flow: 'cash_flow',
  note: 'note_sum',
}

/** By interval: a sum of n rounded terms may be off by up to (n + 1) / 2 units. */
function verdictOf(expected: number, actual: number, terms: number): GoldCheck['verdict'] {
  if (expected === actual) return 'ok'
  return Math.abs(expected - actual) <= (terms + 1) / 2 ? 'rounding' : 'mismatch'
}

/** An amount of the table in the unit that it is printed in, with what stands after the comma. */
const inUnit = (value: number, { decimals = 0 }: MadeTable) => value / 10 ** decimals

export function sumChecks(table: MadeTable): GoldCheck[] {
  const rule = SUM_RULES[table.kind]
  if (rule === undefined || table.loose) return []
  return table.rows.flatMap((row) => {
    // A sum over one row is printed often and proves nothing, except in a note, where it is the note's sum.
    if (row.terms.length < (table.kind === 'note' ? 1 : 2)) return []
    return table.columns.flatMap(({ period, scenario }, column) => {
      const expected = row.cells[column]
      if (expected === null || expected === undefined) return []
      const actual = row.terms.reduce((sum, term) => sum + term.sign * (table.rows[term.row]?.cells[column] ?? 0), 0)
      return {
        rule,
        subject: table.kind === 'note' ? `Not ${table.note}` : (row.label ?? ''),
        ...(table.kind === 'note' && table.note !== null ? { note: table.note } : {}),
        period_end: period.end,
        scenario,
        expected: inUnit(expected, table),
        actual: inUnit(actual, table),
        verdict: verdictOf(expected, actual, row.terms.length),
      }
    })
  })
}

function find(report: MadeReport, kind: StatementKind, key: MadeKey): Figure[] {
  return report.tables
    .filter((table) => table.kind === kind)
    .flatMap((table) =>
      table.rows
        .filter((row) => row.key === key)
        .flatMap((row) =>
          row.cells.flatMap((value, column) => (value === null ? [] : [{ table, row, column, value }])),
        ),
    )
}

function at(figures: Figure[], end: string): Figure | undefined {
  return figures.find(({ table, column }) => {
    const head = table.columns[column]
    return head?.period.end === end && head.scenario === 'actual'
  })
}

export function linkChecks(report: MadeReport): GoldCheck[] {
  const checks: GoldCheck[] = []
  const link = (rule: string, expected: Figure | undefined, actual: number | undefined, end: string, terms = 1) => {
    if (expected === undefined || actual === undefined) return
    checks.push({
      rule,
      subject: expected.row.label ?? '',
      period_end: end,
      scenario: 'actual',
      expected: inUnit(expected.value, expected.table),
      actual: inUnit(actual, expected.table),
      verdict: verdictOf(expected.value, actual, terms),
    })
  }
  const income = find(report, 'income_statement', 'result')
  const equity = find(report, 'balance_sheet', 'equity')
  const balance = report.tables.find(({ kind }) => kind === 'balance_sheet')
  const ends = [...new Set(balance?.columns.map(({ period }) => period.end) ?? [])]
  const sorted = [...ends].sort().reverse()
  for (const end of ends) {
    link(
      'balance',
      at(find(report, 'balance_sheet', 'assets'), end),
      at(find(report, 'balance_sheet', 'funding'), end)?.value,
      end,
    )
    link('result_in_equity', at(income, end), at(find(report, 'balance_sheet', 'result'), end)?.value, end)
    link(
      'cash_to_balance',
      at(find(report, 'cash_flow', 'closing_cash'), end),
      at(find(report, 'balance_sheet', 'cash'), end)?.value,
      end,
    )
  }
  const [end, before] = sorted
  if (end === undefined || before === undefined) return checks
  const lone = at(equity, end)
  const opening = at(equity, before)?.value
  const result = at(income, end)?.value
  // Where opening and result are printed beside it, the sum is a statement's own and is checked as such.
  if (lone?.row.role === 'line' && opening !== undefined && result !== undefined) {
    link('opening_equity', lone, opening + result, end, 2)
  }
  for (const [key, change, sign] of [
    ['receivables', 'receivables_change', -1],
    ['short_debts', 'short_debts_change', 1],
  ] as const) {
    const figures = find(report, 'balance_sheet', key)
    const [now, then] = [at(figures, end)?.value, at(figures, before)?.value]
    if (now === undefined || then === undefined) continue
    link('balance_change', at(find(report, 'cash_flow', change), end), sign * (now - then), end, 2)
  }
  return checks
}

/** The statement's line is expected; the note's sum, with its sign turned if need be, is what is found. */
export function noteToStatement(report: MadeReport, statement: MadeTable): GoldCheck[] {
  if (statement.kind === 'note') return []
  return statement.rows.flatMap((row) => {
    const called = row.noteRef?.split(',') ?? []
    const note = report.tables.find(
      (table) => table.kind === 'note' && table.unit !== 'count' && called.includes(table.note ?? ''),
    )
    const sum = note?.rows.find(({ key }) => key === 'note_total')
    if (note === undefined || sum === undefined || note.note === null) return []
    const number = note.note
    return statement.columns.flatMap(({ period, scenario, entity }, column) => {
      const expected = row.cells[column]
      const counterpart = note.columns.findIndex(
        (other) => other.period.end === period.end && other.scenario === scenario && other.entity === entity,
      )
      const found = sum.cells[counterpart]
      if (expected === null || expected === undefined || found === null || found === undefined) return []
      const actual = Math.sign(expected) === -Math.sign(found) ? -found : found
      const verdict = verdictOf(expected, actual, 1)
      return {
        rule: 'note_to_statement',
        subject: row.label ?? '',
        note: number,
        period_end: period.end,
        scenario,
        expected: inUnit(expected, statement),
        actual: inUnit(actual, statement),
        verdict,
      }
    })
  })
}

export function proseChecks(report: MadeReport): GoldCheck[] {
  const income = find(report, 'income_statement', 'result')
  return report.quoted.flatMap(({ value }) => {
    const figure = at(income, report.period.end)
    if (figure === undefined) return []
    return {
      rule: 'prose',
      subject: figure.row.label ?? '',
      period_end: report.period.end,
      scenario: 'actual' as const,
      expected: figure.value,
      actual: value,
      verdict: verdictOf(figure.value, value, 1),
    }
  })
}

/** Totals of the income statement and the balance sheet against the earlier report's own figures. */
export function crossYear(report: MadeReport, earlier: MadeReport): GoldCheck[] {
  return (['income_statement', 'balance_sheet'] as const).flatMap((kind) => {
    const [later, before] = [report, earlier].map(({ tables }) => tables.find((table) => table.kind === kind))
    if (later === undefined || before === undefined) return []
    const end = earlier.period.end
    const columnOf = (table: MadeTable) =>
      table.columns.findIndex(({ period, scenario }) => period.end === end && scenario === 'actual')
    return later.rows.flatMap((row, index) => {
      const same =
        before.rows.find(({ label, section }) => label === row.label && section === row.section) ?? before.rows[index]
      if (row.role === 'line' || same?.label !== row.label) return []
      const actual = row.cells[columnOf(later)]
      const expected = same.cells[columnOf(before)]
      if (actual === null || actual === undefined || expected === null || expected === undefined) return []
      const verdict = verdictOf(expected, actual, 1)
      return {
        rule: 'cross_year',
        subject: row.label ?? '',
        period_end: end,
        scenario: 'actual' as const,
        expected: inUnit(expected, later),
        actual: inUnit(actual, later),
        verdict,
      }
    })
  })
}
