import { ReportKind } from '../model/report.js'
import type { Concept } from '../model/taxonomy.js'
import type { ViewRow } from '../model/view.js'
import { type ExportedFile, type ExportSource, runsOf, viewNamed } from './exported-file.js'
import { periodOf, taxonomySchema, valueTypeOf } from './xbrl-taxonomy.js'

const taxonomyFile = 'avstam.xsd'

/**
 * A report a file as xBRL-JSON 1.0 (Open Information Model), with the schema that defines its concepts. Every amount
 * of a known concept and period is there, exact to its printed unit. What a report says once, or in several statements
 * alike, stands by itself; every other printing tells its table, row and column in the dimension `avstam:place`.
 */
export function* reportsToXbrlJson(source: ExportSource): Generator<ExportedFile> {
  const concepts = new Map(source.concepts().map((concept) => [concept.id, concept]))
  yield { name: taxonomyFile, chunks: () => [taxonomySchema([...concepts.values()])] }
  const reports = new Map([...source.rows(viewNamed(source, 'reports'))].map((row) => [row.report_id, row]))
  const facts = source.rows(viewNamed(source, 'facts'))
  for (const printed of runsOf(facts, ({ report_id }) => String(report_id))) {
    const report = reports.get(printed[0]!.report_id!)
    if (report === undefined) continue
    const chunks = () => [`${JSON.stringify(toXbrlReport(report, printed, concepts), null, 1)}\n`]
    yield { name: `${report.report_id}.json`, chunks }
  }
}

const namespaces = {
  iso4217: 'http://www.xbrl.org/2003/iso4217',
  orgnr: 'http://www.bolagsverket.se',
  report: 'urn:avstam:report',
  avstam: 'urn:avstam:taxonomy',
  xbrl: 'https://xbrl.org/2021',
}

interface XbrlFact {
  readonly value: string
  readonly decimals: number
  readonly dimensions: Readonly<Record<string, string>>
}

function toXbrlReport(report: ViewRow, printed: readonly ViewRow[], concepts: ReadonlyMap<string, Concept>): object {
  const told = printed.flatMap((row) => {
    const fact = toXbrlFact(report, row, concepts)
    return fact === undefined ? [] : [{ row, fact, key: JSON.stringify(fact.dimensions) }]
  })
  const main = told.filter(({ row }) => mainStatements.has(String(row.statement)))
  const printings = new Map<string, ViewRow[]>()
  const values = new Map<string, Set<string>>()
  for (const { key, row, fact } of main) {
    printings.set(key, [...(printings.get(key) ?? []), row])
    values.set(key, (values.get(key) ?? new Set()).add(`${fact.value} ${fact.decimals}`))
  }
  const plain = new Set([...printings].flatMap(([key, rows]) => (values.get(key)?.size === 1 ? [rows[0]!] : [])))
  const facts = told.map(({ row, fact }) => {
    const place = plain.has(row) ? {} : { 'avstam:place': `${row.table_no}.${row.row_no}.${row.column_no}` }
    const about = { 'avstam:status': row.status, 'avstam:document': row.document, 'avstam:page': row.page }
    return [`f${row.fact_id}`, { ...fact, dimensions: { ...fact.dimensions, ...place }, ...about }]
  })
  return {
    documentInfo: { documentType: 'https://xbrl.org/2021/xbrl-json', namespaces, taxonomy: [taxonomyFile] },
    facts: Object.fromEntries(facts),
  }
}

const mainStatements: ReadonlySet<string> = new Set(['income_statement', 'balance_sheet', 'cash_flow'])

const moneyExponents: Readonly<Record<string, number>> = { kr: 0, tkr: 3, mkr: 6 }
const pureExponents: Readonly<Record<string, number>> = { '%': -2, count: 0 }

/** Undefined for what XBRL has no place for: no known concept or period, or a share of what is counted in kronor. */
function toXbrlFact(report: ViewRow, row: ViewRow, concepts: ReadonlyMap<string, Concept>): XbrlFact | undefined {
  const concept = concepts.get(String(row.concept))
  if (concept === undefined || row.period_end === null) return undefined
  const period = periodOf(concept, String(row.period_end), {
    kind: ReportKind.parse(report.kind),
    start: report.period_start as string | null,
    end: report.period_end as string | null,
  })
  const money = moneyExponents[String(row.unit)]
  const exponent = money ?? pureExponents[String(row.unit)]
  if (period === undefined || exponent === undefined) return undefined
  if (valueTypeOf(concept) === 'money' && money === undefined) return undefined
  const decimals = Number(row.decimals) - exponent
  const entity = row.org_number === null ? `report:${row.report_id}` : `orgnr:${row.org_number}`
  const scenario = row.scenario === 'actual' ? {} : { 'avstam:scenario': String(row.scenario) }
  const unit = money === undefined ? {} : { unit: 'iso4217:SEK' }
  return {
    value: shiftPoint(Number(row.amount), -decimals),
    decimals,
    dimensions: { concept: `avstam:${concept.id}`, entity, period, ...unit, ...scenario },
  }
}

/** An integer times a power of ten, written out exactly. */
function shiftPoint(amount: number, exponent: number): string {
  const sign = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount))
  if (exponent >= 0) return amount === 0 ? '0' : sign + digits + '0'.repeat(exponent)
  const padded = digits.padStart(1 - exponent, '0')
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`
}
