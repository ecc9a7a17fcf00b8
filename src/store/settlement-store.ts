import type { Database } from 'better-sqlite3'
import type { Check, Repair } from '../model/check.js'
import type { OrganisationGroup, SettledReport } from '../model/settled.js'
import { now } from './document-store.js'
import { checkIdsOf, factIdOf, repairIdOf, sha256Of } from './identifiers.js'
import { prepared } from './prepared.js'
import { outcomeOf, tallyChecks } from './report-outcome.js'
import { toWholeKronor } from './whole-kronor.js'

/** An organisation's reports after reconciliation, or with `failure` why they could not be reconciled. */
export interface Settlement {
  readonly group: OrganisationGroup
  readonly reports: readonly SettledReport[]
  /** Digest of what the settlement was made from. */
  readonly digest: string
  readonly failure: string | null
}

/**
 * Rewrites facts, checks, repairs and outcomes of an organisation's reports, in one transaction; with `onlyChanged` those
 * of reports that came to something else than the last time. Returns the outcomes by report.
 */
export function storeSettlement(
  database: Database,
  settlement: Settlement,
  onlyChanged = false,
): ReadonlyMap<string, string> {
  const hashOf = prepared<[string], string | null>(
    database,
    'select outcome_hash from report where report_id = ?',
  ).pluck()
  const outcomes = new Map<string, string>()
  const store = database.transaction(() => {
    for (const settled of settlement.reports) {
      const hash = sha256Of(JSON.stringify(settled))
      const isKnown = onlyChanged && hashOf.get(settled.id) === hash
      outcomes.set(settled.id, storeOutcome(database, settlement, settled, hash))
      if (!isKnown) storeSettledReport(database, settled)
    }
  })
  store.immediate()
  return outcomes
}

function storeOutcome(database: Database, settlement: Settlement, settled: SettledReport, hash: string): string {
  const tally = tallyChecks(settled.checks)
  const { name, orgNumber } = settlement.group
  const outcome = settlement.failure === null ? outcomeOf(settled.report, tally) : 'failed'
  prepared(
    database,
    `update report set organisation = ?, org_number = ?, period_start = ?, period_end = ?, outcome = ?, checks_ok = ?, checks_rounding = ?,
       checks_repaired = ?, checks_mismatch = ?, checks_incomplete = ?, settled = ?, outcome_hash = ? where report_id = ?`,
  ).run(
    name ?? settled.report.organisation,
    orgNumber ?? settled.report.orgNumber,
    settled.report.periodStart,
    settled.report.periodEnd,
    outcome,
    tally.ok,
    tally.rounding,
    tally.repaired,
    tally.mismatch,
    tally.incomplete,
    settlement.digest,
    hash,
    settled.id,
  )
  return outcome
}

function storeSettledReport(database: Database, settled: SettledReport): void {
  const decided = decisionTimes(database, settled.id)
  prepared(database, 'delete from fact where report_id = ?').run(settled.id)
  prepared(database, 'delete from check_made where report_id = ?').run(settled.id)
  storeFacts(database, settled)
  const checkIds = storeChecks(database, settled)
  storeRepairs(database, settled, checkIds, decided)
  storeDoubts(database, settled, checkIds)
}

function storeFacts(database: Database, settled: SettledReport): void {
  const insert = prepared(
    database,
    `
    insert into fact (fact_id, report_id, table_no, row_no, column_no, page, x0, y0, x1, y1, statement, note,
      table_title, section, role, label, label_raw, concept, note_ref, column_label, period_end, scenario, amount,
      decimals, unit, amount_sek, raw_text, status, confirmations, confidence, doubts, low, high)
    values (@factId, @reportId, @table, @row, @column, @page, @x0, @y0, @x1, @y1, @kind, @note, @title, @section,
      @role, @label, @labelRaw, @concept, @noteRef, @columnLabel, @periodEnd, @scenario, @value, @decimals, @unit,
      @kronor, @raw, @status, @confirmations, @confidence, @doubts, @low, @high)`,
  )
  const bounds = new Map(settled.bounds?.map((bound) => [factIdOf(settled.id, bound.cell), bound]))
  settled.report.tables.forEach((table, tableNo) => {
    table.rows.forEach((row, rowNo) => {
      row.cells.forEach((amount, columnNo) => {
        const column = table.columns[columnNo]
        if (amount === null || column === undefined) return
        const unit = row.unit ?? column.unit ?? table.unit
        const judgement = settled.judgements[tableNo]?.[rowNo]?.[columnNo]
        const { x0 = null, y0 = null, x1 = null, y1 = null } = amount.box ?? {}
        const factId = factIdOf(settled.id, { table: tableNo, row: rowNo, column: columnNo })
        const bound = bounds.get(factId)
        insert.run({
          factId,
          reportId: settled.id,
          table: tableNo + 1,
          row: rowNo + 1,
          column: columnNo + 1,
          page: amount.page,
          ...{ x0, y0, x1, y1 },
          kind: table.kind,
          note: table.kind === 'note' ? table.note : null,
          title: table.title,
          section: row.section,
          role: row.role,
          label: row.label,
          labelRaw: row.labelRaw,
          concept: row.concept,
          noteRef: row.noteRef,
          columnLabel: column.label,
          periodEnd: column.periodEnd,
          scenario: column.scenario,
          value: BigInt(amount.value),
          decimals: amount.decimals,
          unit,
          kronor: toWholeKronor(amount.value, amount.decimals, unit),
          raw: amount.raw,
          status: judgement?.status ?? 'unverified',
          confirmations: judgement?.confirmations ?? 0,
          confidence: amount.confidence,
          doubts: JSON.stringify(amount.doubts),
          low: bound ? BigInt(bound.low) : null,
          high: bound ? BigInt(bound.high) : null,
        })
      })
    })
  })
}

function storeChecks(database: Database, settled: SettledReport): string[] {
  const insert = prepared(
    database,
    `
    insert into check_made (check_id, report_id, position, rule, subject, statement, note, period_end, scenario,
      expected, actual, difference, tolerance, unit, verdict, explanation, fact_id, confirms, terms)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const ids = checkIdsOf(settled.id, settled.checks)
  settled.checks.forEach((check, position) => {
    const { rule, subject, statement, note, periodEnd, scenario, subjectCell, tolerance } = check
    insert.run(
      ids[position],
      settled.id,
      position + 1,
      ...[rule, subject, statement, note, periodEnd, scenario],
      ...[check.expected, check.actual, check.difference].map(wholeAsInteger),
      ...[tolerance, check.unit, check.verdict, check.explanation],
      subjectCell === null ? null : factIdOf(settled.id, subjectCell),
      check.confirms ? 1 : 0,
      termsAsText(settled.id, check),
    )
  })
  return ids
}

/** Ids of the figures that make `actual`, each after its sign; after `=` the counterpart in another report. */
function termsAsText(reportId: string, { terms, other }: Check): string {
  const own = terms.map(({ cell, sign }) => `${sign === 1 ? '+' : '-'}${factIdOf(reportId, cell)}`)
  return [...own, ...(other ? [`=${factIdOf(other.reportId, other.cell)}`] : [])].join(' ')
}

function storeRepairs(
  database: Database,
  settled: SettledReport,
  checkIds: readonly string[],
  decided: ReadonlyMap<string, string>,
): void {
  const insert = prepared(
    database,
    `
    insert or replace into repair_made (repair_id, fact_id, raw_text, amount_before, amount_after, evidence, cost,
      margin, decision, decided_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const repair of settled.repairs) {
    const amount = settled.report.tables[repair.cell.table]?.rows[repair.cell.row]?.cells[repair.cell.column]
    if (amount === null || amount === undefined) continue
    const factId = factIdOf(settled.id, repair.cell)
    const id = repairIdOf(factId, repair.after)
    const decidedAt = repair.decidedAt ?? (repair.decision === 'auto' ? (decided.get(id) ?? now()) : null)
    const evidence = JSON.stringify(evidenceOf(settled, repair, checkIds))
    const { before, after, cost, margin, decision } = repair
    insert.run(id, factId, amount.raw, BigInt(before), BigInt(after), evidence, cost, margin, decision, decidedAt)
  }
}

function storeDoubts(database: Database, settled: SettledReport, checkIds: readonly string[]): void {
  const insert = prepared(
    database,
    'insert or replace into doubt (fact_id, wanted, checks, settles, gap) values (?, ?, ?, ?, ?)',
  )
  for (const { cell, wanted, checks, gap } of settled.doubts ?? []) {
    const value = Number.isSafeInteger(wanted) ? BigInt(wanted!) : null
    const ids = checks.map((index) => checkIds[index]).join(' ')
    insert.run(factIdOf(settled.id, cell), value, ids, checks.length, BigInt(gap))
  }
}

function evidenceOf(settled: SettledReport, repair: Repair, checkIds: readonly string[]) {
  const { table, row, column } = repair.cell
  const checks = repair.evidence.flatMap((index) => checkIds[index] ?? [])
  const others = repair.evidence.flatMap((index) => settled.checks[index]?.other?.reportId ?? [])
  const second = settled.report.tables[table]?.rows[row]?.cells[column]?.second ?? null
  return { fault: repair.fault, checks, second_reading: second, other_reports: [...new Set(others)].sort() }
}

/** When each repair of a report was decided, so that a settlement made again does not redate it. */
function decisionTimes(database: Database, reportId: string): Map<string, string> {
  const rows = prepared<[string], { repair_id: string; decided_at: string }>(
    database,
    `select repair_id, decided_at from repair_made join fact using (fact_id)
       where report_id = ? and decided_at is not null`,
  ).all(reportId)
  return new Map(rows.map((row) => [row.repair_id, row.decided_at]))
}

/** SQLite is given whole numbers as integers: as plain numbers they would be stored as floats. */
function wholeAsInteger(value: number | null): bigint | number | null {
  return value !== null && Number.isSafeInteger(value) ? BigInt(value) : value
}
