import type { Gold, GoldReport, GoldTable } from './gold.js'
import { sequenceRatio } from './sequence-ratio.js'

/** One row of the view `facts`, as far as the score reads it. */
export type Fact = {
  fact_id: string | number
  statement: string
  note: string | null
  label: string | null
  period_end: string | null
  scenario: string | null
  amount: number | null
  unit: string | null
  raw_text: string | null
  status: string
}
export type CheckRow = {
  rule: string
  note: string | null
  period_end: string | null
  scenario: string | null
  expected: number | null
  verdict: string
}
export type ReportRow = { period_end: string | null; org_number: string | null }
/** What the database holds about one document. */
export type Found = { facts: Fact[]; checks: CheckRow[]; reports: ReportRow[] }

export const COUNTS = [
  'documents',
  'reports',
  'reports_found',
  'org',
  'org_found',
  'amounts',
  'amounts_found',
  'sure',
  'labels',
  'labels_exact',
  'damaged',
  'damaged_repaired',
  'planted',
  'planted_kept',
  'checks',
  'checks_made',
  'checks_right',
  'guessed',
  'silent',
  'flagged',
] as const
export type Counts = Record<(typeof COUNTS)[number], number>

const STATEMENTS = ['income_statement', 'balance_sheet', 'cash_flow', 'note']
const SURE = ['verified', 'repaired', 'reviewed']
/** Tables that print activities without a budget may be called either. */
const KIN: Record<string, string[]> = { other: ['other', 'operating_statement'] }

export function noCounts(): Counts {
  return Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts
}

export function addCounts(total: Counts, more: Counts): void {
  for (const name of COUNTS) total[name] += more[name]
}

const plain = (text: string | null) =>
  (text ?? '')
    .replace(/[\s\-–−\u00a0]+/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
const alike = (first: string | null, second: string | null) => sequenceRatio(plain(first), plain(second))

function plainUnit(text: string | null | undefined): string {
  const unit = (text ?? '').toLowerCase()
  return unit === 'kkr' ? 'tkr' : unit === 'sek' ? 'kr' : unit
}

type True = { label: string | null; unit: string; told: boolean }
type Truth = Map<string, Map<number, True[]>>
const keyOf = (kind: string, note: string | null, end: string | null, scenario: string | null) =>
  JSON.stringify([kind, note, end, scenario])

function buildTruth(doc: Gold): { truth: Truth; kinds: Set<string>; notes: Set<string | null> } {
  const truth: Truth = new Map()
  const kinds = new Set<string>()
  const notes = new Set<string | null>()
  const add = (table: GoldTable, column: number, value: number, entry: True) => {
    const head = table.columns[column]
    if (head === undefined) return
    const key = keyOf(table.kind, table.note, head.period_end, head.scenario)
    const amounts = truth.get(key) ?? new Map<number, True[]>()
    truth.set(key, amounts)
    amounts.set(value, [...(amounts.get(value) ?? []), entry])
    kinds.add(table.kind)
    if (table.kind === 'note') notes.add(table.note)
  }
  for (const table of doc.reports.flatMap(({ tables }) => tables)) {
    const unit = plainUnit(table.unit)
    for (const row of table.rows) {
      const told = !(table.label_order_lost && row.role === 'line')
      for (const [column, cell] of row.cells.entries()) {
        if (cell.value !== null) add(table, column, cell.value, { label: row.label, unit, told })
      }
    }
    for (const column of table.columns.keys()) {
      for (const value of table.tolerated ?? []) add(table, column, value, { label: null, unit, told: true })
    }
  }
  return { truth, kinds, notes }
}

/** Measures one document as the shared score does; `say` hears of everything that went wrong. */
export function scoreDocument(found: Found, doc: Gold, say: (...words: unknown[]) => void): Counts {
  const counts = noCounts()
  counts.documents = 1
  const used = new Set<Fact['fact_id']>()
  for (const report of doc.reports) {
    if (report.kind !== 'appendix') {
      const mine = found.reports.filter(({ period_end }) => period_end === report.period_end)
      counts.reports += 1
      counts.reports_found += mine.length > 0 ? 1 : 0
      if (report.org_number) {
        counts.org += 1
        counts.org_found += mine.some(({ org_number }) => org_number === report.org_number) ? 1 : 0
      }
    }
    for (const table of report.tables) scoreTable(found, doc, table, used, counts, say)
    scorePlanted(found, report, counts, say)
    scoreChecks(found, doc, report, counts, say)
  }
  judgeFacts(found, doc, counts, say)
  return counts
}

function scoreTable(
  found: Found,
  doc: Gold,
  table: GoldTable,
  used: Set<Fact['fact_id']>,
  counts: Counts,
  say: (...words: unknown[]) => void,
) {
  const free = table.label_order_lost
  const kin = KIN[table.kind] ?? [table.kind]
  for (const row of table.rows) {
    for (const [column, cell] of row.cells.entries()) {
      const head = table.columns[column]
      const { value } = cell
      // A zero may be printed as a dash or left blank.
      if (head === undefined || value === null || (value === 0 && !cell.raw)) continue
      counts.amounts += 1
      counts.damaged += cell.raw ? 1 : 0
      let best: Fact | undefined
      let mark = 0
      for (const fact of found.facts) {
        if (used.has(fact.fact_id) || fact.amount !== value || fact.period_end !== head.period_end) continue
        if (fact.scenario !== head.scenario && !table.scenario_free) continue
        if (!kin.includes(fact.statement) || (table.note || null) !== (fact.note || null)) continue
        const likeness = free || row.label === null ? 1 : alike(fact.label, row.label)
        if (likeness > mark) [best, mark] = [fact, likeness]
      }
      if (best === undefined || mark < 0.7) {
        say('missed', doc.file, table.kind, table.note, row.label, head.period_end, head.scenario, value)
        continue
      }
      const sure = SURE.includes(best.status) ? 1 : 0
      used.add(best.fact_id)
      counts.amounts_found += 1
      counts.sure += sure
      counts.damaged_repaired += cell.raw ? sure : 0
      if (free || !row.label) continue
      const exact = plain(best.label) === plain(row.label)
      counts.labels += 1
      counts.labels_exact += exact ? 1 : 0
      if (!exact) say('label', best.label, 'for', row.label)
    }
  }
}

function scorePlanted(found: Found, report: GoldReport, counts: Counts, say: (...words: unknown[]) => void) {
  for (const { note, period_end, printed } of report.planted ?? []) {
    const here = (row: { note: string | null; period_end: string | null }) =>
      row.note === note && row.period_end === period_end
    const kept = found.facts.some((fact) => fact.amount === printed && here(fact))
    const told = found.checks.some((check) => check.rule === 'note_sum' && here(check) && check.verdict === 'mismatch')
    counts.planted += 1
    counts.planted_kept += kept && told ? 1 : 0
    if (!(kept && told))
      say('planted', note, period_end, printed, kept ? 'kept' : 'changed', told ? 'reported' : 'not reported')
  }
}

function scoreChecks(found: Found, doc: Gold, report: GoldReport, counts: Counts, say: (...words: unknown[]) => void) {
  for (const gold of report.checks) {
    if (gold.expected === 0 && gold.actual === 0) continue
    counts.checks += 1
    const same = found.checks.filter(
      (check) =>
        check.rule === gold.rule &&
        check.period_end === gold.period_end &&
        (check.scenario || 'actual') === gold.scenario &&
        check.expected !== null &&
        Math.abs(check.expected) === Math.abs(gold.expected),
    )
    const right = Array.isArray(gold.verdict) ? gold.verdict : [gold.verdict]
    const hit = same.some(({ verdict }) => right.includes(verdict))
    counts.checks_made += same.length > 0 ? 1 : 0
    counts.checks_right += hit ? 1 : 0
    if (hit) continue
    const given = [...new Set(same.map(({ verdict }) => verdict))].join(', ') || 'nothing'
    say(
      'check',
      doc.file,
      gold.rule,
      gold.subject,
      gold.period_end,
      gold.expected,
      'is',
      right.join(' or '),
      'given',
      given,
    )
  }
}

/** Counts what stands in the database and does not stand so in the document. */
function judgeFacts(found: Found, doc: Gold, counts: Counts, say: (...words: unknown[]) => void) {
  const { truth, kinds, notes } = buildTruth(doc)
  const judged = [...STATEMENTS, ...(doc.complete ? ['operating_statement', 'multi_year'] : [])]
  for (const fact of found.facts) {
    if (!judged.includes(fact.statement) || fact.amount === 0 || !kinds.has(fact.statement)) continue
    if (fact.statement === 'note' && !notes.has(fact.note) && !doc.complete) continue
    const note = fact.statement === 'note' ? fact.note : null
    const rows = truth.get(keyOf(fact.statement, note, fact.period_end, fact.scenario))?.get(fact.amount ?? Number.NaN)
    if (rows !== undefined) {
      const told = rows.filter((row) => row.told)
      if (told.length === 0) {
        counts.guessed += fact.label ? 1 : 0
        continue
      }
      const wrongRow = fact.label && rows.every(({ label }) => label && alike(fact.label, label) < 0.5)
      const wrongUnit = fact.unit && rows.every(({ unit }) => plainUnit(fact.unit) !== unit)
      if (!wrongRow && !wrongUnit) continue
    }
    const kind = SURE.includes(fact.status) ? 'silent' : 'flagged'
    counts[kind] += 1
    const { statement, label, period_end, scenario, amount, raw_text, status } = fact
    say(kind, doc.file, statement, fact.note, label, period_end, scenario, amount, 'read as', raw_text, status)
  }
}

const rate = (part: number, whole: number) =>
  whole === 0 ? '-' : `${part}/${whole} ${((100 * part) / whole).toFixed(1)}%`

/** The counts of one document in one line. */
export function printCounts(name: string, r: Counts): string {
  return (
    `${name.padEnd(44)} amounts ${rate(r.amounts_found, r.amounts).padStart(17)}  sure ${rate(r.sure, r.amounts).padStart(17)}` +
    `  labels ${rate(r.labels_exact, r.labels).padStart(17)}  silent ${String(r.silent).padStart(3)}` +
    `  flagged ${String(r.flagged).padStart(3)}  guessed ${String(r.guessed).padStart(2)}` +
    `  damaged ${r.damaged_repaired}/${r.damaged}  verdicts ${rate(r.checks_right, r.checks).padStart(15)}` +
    `  planted ${r.planted_kept}/${r.planted}  reports ${r.reports_found}/${r.reports}  org ${r.org_found}/${r.org}`
  )
}
