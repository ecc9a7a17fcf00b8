import type { Scenario } from '../../src/model/report.js'
import type { CompanyYear } from './company-ledger.js'
import type { CompanyWording } from './company-wording.js'
import type { Entry } from './coordination-ledger.js'
import type { MadeColumn, Period } from './made-report.js'

/** The financial year that ends in the given year: the calendar's, or from July to June. */
export function periodOf(year: number, broken = false): Period {
  return broken
    ? { start: `${year - 1}-07-01`, end: `${year}-06-30` }
    : { start: `${year}-01-01`, end: `${year}-12-31` }
}

export function columnOf(
  year: number,
  scenario: Scenario = 'actual',
  broken = false,
  entity?: MadeColumn['entity'],
): MadeColumn {
  return { period: periodOf(year, broken), scenario, ...(entity === undefined ? {} : { entity }) }
}

export function totalOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.ore ?? 0), 0)
}

/** A column for each of the years of a company's books. */
export function companyColumns(years: readonly CompanyYear[], wording: CompanyWording): MadeColumn[] {
  return years.map(({ year, entity, scenario }) => columnOf(year, scenario ?? 'actual', wording.broken, entity))
}
