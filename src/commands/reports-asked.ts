import { StopError } from '../errors.js'
import type { ReportRow } from '../store/read-views.js'
import { printable } from './terminal.js'

/** Which reports a command is about: those of an organisation, of a year, or both. */
export interface ReportsAsked {
  /** Its number, or a part of its name. */
  readonly organisation?: string | undefined
  /** In which the report's period ends. */
  readonly year?: string | undefined
}

/** The reports that were asked for, undefined where that is all; throws a StopError where there are none. */
export function reportsAsked({ organisation, year }: ReportsAsked, reports: readonly ReportRow[]) {
  // 2019
  if (year !== undefined && !/^\d{4}$/.test(year)) {
    throw new StopError('usage', `“${printable(year)}” is no year.`, 'Name a year with four digits, such as 2019.')
  }
  if (organisation === undefined && year === undefined) return undefined
  const wanted = organisation?.toLowerCase().normalize('NFC')
  const digits = organisation?.replaceAll('-', '')
  const matching = reports.filter(
    (report) =>
      (wanted === undefined ||
        (digits !== '' && report.org_number?.replaceAll('-', '').startsWith(digits ?? '')) ||
        report.organisation?.toLowerCase().includes(wanted)) &&
      (year === undefined || report.period_end?.startsWith(year)),
  )
  if (matching.length > 0) return matching
  const what = [organisation, year].filter((part) => part !== undefined).join(', ')
  throw new StopError('usage', `No stored report is of ${printable(what)}.`, 'Look for a slip in the name or the year.')
}
