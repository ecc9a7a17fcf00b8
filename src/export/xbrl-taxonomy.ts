import type { ReportKind } from '../model/report.js'
import type { Concept } from '../model/taxonomy.js'

/** Concepts that are a stock at a moment, though the balance sheet does not print them. */
const stocks: ReadonlySet<string> = new Set(
  'cash_at_beginning cash_at_end bank_account petty_cash opening_cost closing_cost opening_depreciation closing_depreciation carrying_amount tax_assessment_value tax_assessment_value_buildings tax_assessment_value_land balance_at_beginning balance_at_end'.split(
    ' ',
  ),
)

/** Stocks at the beginning of the column's period. */
const openings: ReadonlySet<string> = new Set(
  'opening_equity cash_at_beginning opening_cost opening_depreciation balance_at_beginning'.split(' '),
)

function isStock({ id, statements }: Concept): boolean {
  return stocks.has(id) || (statements.includes('balance_sheet') && !statements.includes('income_statement'))
}

/** Whether a concept is counted in kronor; what only overviews print may be a share or a number. */
export function valueTypeOf({ statements, balance }: Concept): 'money' | 'number' {
  const isPrinted = statements.some((one) => ['income_statement', 'balance_sheet', 'cash_flow'].includes(one))
  return balance !== null || isPrinted ? 'money' : 'number'
}

/**
 * A concept's period as xBRL-JSON writes it, for a column's date: a moment for a stock, else from beginning to end.
 * Undefined where the beginning of a part of a year is not known.
 */
export function periodOf(
  concept: Concept,
  end: string,
  report: { readonly kind: ReportKind; readonly start: string | null; readonly end: string | null },
): string | undefined {
  const until = `${dayAfter(end)}T00:00:00`
  if (isStock(concept) && !openings.has(concept.id)) return until
  const start = startOf(end, report)
  if (start === undefined) return undefined
  return isStock(concept) ? `${start}T00:00:00` : `${start}T00:00:00/${until}`
}

function startOf(
  end: string,
  report: { readonly kind: ReportKind; readonly start: string | null; readonly end: string | null },
): string | undefined {
  if (end === report.end && report.start !== null) return report.start
  const [year, ...day] = end.split('-')
  if (report.start !== null && report.end?.slice(5) === day.join('-')) {
    const earlier = Number(report.end.slice(0, 4)) - Number(year)
    return `${Number(report.start.slice(0, 4)) - earlier}${report.start.slice(4)}`
  }
  if (report.kind === 'interim') return undefined
  const next = dayAfter(end)
  return `${Number(next.slice(0, 4)) - 1}${next.slice(4)}`
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** An XBRL 2.1 taxonomy schema that defines every concept, with its Swedish name, and the two dimensions. */
export function taxonomySchema(concepts: readonly Concept[]): string {
  const elements = concepts.map((concept) => {
    const { id, labels, balance, role } = concept
    const type = valueTypeOf(concept) === 'money' ? 'monetaryItemType' : 'decimalItemType'
    const side = balance !== null && type === 'monetaryItemType' ? ` xbrli:balance="${balance}"` : ''
    const period = isStock(concept) ? 'instant' : 'duration'
    const abstract = role === 'heading' ? ' abstract="true"' : ''
    return `  <xs:element name="${id}" id="avstam_${id}" type="xbrli:${type}" substitutionGroup="xbrli:item" xbrli:periodType="${period}"${side}${abstract} nillable="true"><xs:annotation><xs:documentation xml:lang="sv">${escapeText(labels[0]!.text)}</xs:documentation></xs:annotation></xs:element>`
  })
  const dimensions = ['place', 'scenario'].map(
    (name) =>
      `  <xs:element name="${name}Value" id="avstam_${name}Value" type="xs:string"/>
  <xs:element name="${name}" id="avstam_${name}" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" abstract="true" xbrli:periodType="duration" xbrldt:typedDomainRef="#avstam_${name}Value" nillable="true"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:avstam="urn:avstam:taxonomy" targetNamespace="urn:avstam:taxonomy" elementFormDefault="qualified">
  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
  <xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
${[...elements, ...dimensions].join('\n')}
</xs:schema>
`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
