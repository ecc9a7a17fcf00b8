import { ACCOUNTS, type Table } from '../model/report.js'
import { actualPlaces } from './periods-by-rows.js'
import { isYearMisread, withPeriods, yearsAfter } from './settle-periods.js'

/**
 * Tables whose years would go on behind the year that the text gives the report, `told`, as an ISO date: behind it
 * stands the year before, and one that differs from that in a digit is misread. Its figures are doubted.
 */
export function withoutLaterYears(tables: readonly Table[], told: string | null): Table[] {
  if (told === null) return [...tables]
  const before = yearsAfter(told, -1)
  return tables.map((table) => {
    const places = ACCOUNTS.has(table.kind) ? actualPlaces(table) : []
    const [first, ...others] = places
    const dateOf = (place: number) => table.columns[place]!.periodEnd
    if (first === undefined || dateOf(first) !== told || others.some((place) => dateOf(place) === before)) return table
    const later = others.filter((place) => {
      const date = dateOf(place)
      return date !== null && date > told && isYearMisread(date, before)
    })
    return later.length === 1 ? withPeriods(table, new Map([[later[0]!, before]])) : table
  })
}
