import { ACCOUNTS, type Report, type Table } from '../model/report.js'

/** The date that most statements and notes give as their latest: a misread head in one does not move the report. */
export function latestPeriod(tables: readonly Table[]): string | null {
  const counts = new Map<string, number>()
  for (const table of tables) {
    if (!ACCOUNTS.has(table.kind)) continue
    const ends = table.columns
      .filter((column) => column.scenario === 'actual')
      .flatMap((column) => column.periodEnd ?? [])
    const latest = ends.sort().at(-1)
    if (latest) counts.set(latest, (counts.get(latest) ?? 0) + (table.kind === 'note' ? 1 : 2))
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? null
}

/** The day on which the period of a report begins that ends on `end`: a year before, or the first of January for one within a year. */
export function startOf(end: string | null, kind: Report['kind']): string | null {
  if (end === null) return null
  if (kind === 'interim') return `${end.slice(0, 4)}-01-01`
  const start = new Date(`${end}T00:00:00Z`)
  start.setUTCDate(start.getUTCDate() + 1)
  start.setUTCFullYear(start.getUTCFullYear() - 1)
  return start.toISOString().slice(0, 10)
}
