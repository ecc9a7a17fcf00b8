import { findHeadsBeside } from './heads-beside.js'
import type { Line } from './line.js'
import { toPhrases } from './phrases.js'
import { findUnitsBehind } from './units-behind.js'

/** The whole title of a note whose second line was met, and what of that line stands over columns. */
export interface WholeTitle {
  readonly title: string
  readonly heads: readonly Line[]
}

/**
 * How the title of a note goes on with the line below its heading; undefined where that line is no part of it. `title` is
 * what is known of it: it may hold the second line already, of which then only heads of columns are left.
 */
export function titleGoesOn(title: string, line: Line, mend: (text: string) => string): WholeTitle | undefined {
  const parted = findUnitsBehind(line)
  if (parted) return { title: `${title} ${mend(parted.text)}`.trim(), heads: [parted.units] }
  const beside = findHeadsBeside(line, mend)
  // "Fördelning  Byggnader  Mark": words in front of those that stand over columns
  if (!beside && line.placed && toPhrases(line).length > 1) return undefined
  const own = mend(beside?.title ?? line.text)
  // "Not 7  Koncernen  Moderbolaget", and below it "Kassa och bank  2017 2016 2017 2016"
  if (title === '' && beside && !/\d/.test(own)) return { title: own, heads: [beside.line] }
  return title.endsWith(` ${own}`) && !/\d/.test(own) ? { title, heads: beside ? [beside.line] : [] } : undefined
}
