import type { Page } from '../model/page.js'
import type { Report } from '../model/report.js'

/** Parsing that gives what it gave before for the same pages: the readings that are chosen are mostly those of one trial. */
export function rememberPages(parse: (pages: readonly Page[]) => Report[]): (pages: readonly Page[]) => Report[] {
  const known: { pages: readonly Page[]; reports: Report[] }[] = []
  return (pages) => {
    const before = known.find((one) => areSame(one.pages, pages))
    if (before) return before.reports
    const reports = parse(pages)
    known.push({ pages, reports })
    return reports
  }
}

function areSame(pages: readonly Page[], others: readonly Page[]): boolean {
  return pages.length === others.length && pages.every((page, index) => page === others[index])
}
