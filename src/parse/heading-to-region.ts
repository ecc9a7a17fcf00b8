import { namesBody } from './bodies.js'
import type { Heading } from './headings.js'
import type { Line } from './line.js'
import type { Region } from './region.js'
import { findUnitsBehind } from './units-behind.js'

/** A region in which nothing stands yet. */
export const EMPTY_REGION: Region = { kind: null, note: null, title: null, rest: '', heading: null, lines: [] }

/** "Koncernen Moderbolaget": whose figures the columns hold, and no title. */
export function namesBodies(text: string): boolean {
  return text.split(/\s+/).every(namesBody)
}

/** The region that a heading on `line`, whose words are `label`, opens; `next` is the line below it. */
export function headingToRegion(
  heading: Heading,
  line: Line,
  label: string,
  next: Line | undefined,
  mend: (text: string) => string,
): Region {
  const region = { ...EMPTY_REGION, heading: line }
  switch (heading.opens) {
    case 'notes':
      return { ...region, rest: label }
    case 'note': {
      const title = wholeTitle(heading.title, next, mend)
      const own = namesBodies(heading.title) ? { title: '', rest: title } : { title, rest: heading.rest }
      return { ...region, kind: 'note', note: heading.note, ...own }
    }
    case 'table':
      return { ...region, kind: heading.kind, title: heading.title, rest: heading.rest }
    case 'text':
      return { ...region, title: heading.title }
  }
}

// "… 2009 2008", "… 2009-12-31 2008-12-31": the years behind a title
const YEARS_BEHIND = /\s+(?:19|20)\d\d.*$/

/** The title of a note that may go on below: "Not 14 Upplupna kostnader och" / "förutbetalda intäkter". */
function wholeTitle(title: string, next: Line | undefined, mend: (text: string) => string): string {
  const isOpen = /\s(?:och|av|för|till|i)$|[,-]$/i.test(title)
  if (
    !isOpen ||
    next === undefined ||
    findUnitsBehind(next) ||
    /\d{3}(?!\d)/.test(next.text.replace(/(?:19|20)\d\d.*$/, ''))
  )
    return title
  return `${title} ${mend(next.text).replace(YEARS_BEHIND, '')}`
}
