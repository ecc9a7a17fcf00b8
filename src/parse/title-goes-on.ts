import { isUnitText } from './column-heads.js'
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

/** The lines of one title stand closer than this, in heights of a line, and begin within that share of the page's width. */
const TITLE_LINES = { gap: 0.45, edge: 0.004 }
/** The letters of one title are as high, but for this share. */
const NO_HIGHER = 0.05

/** Whether words go on with the title of a note right over them, "MEDELANTALET" over "ANSTÄLLDA": close below, and printed as it is. */
export function isRestOfTitle(line: Line, over: Line): boolean {
  const [own, above] = [line.words[0], over.words[0]]
  if (!line.placed || !own || !above || /\d/.test(line.text) || toPhrases(line).length > 1) return false
  return (
    !isUnitText(line.text) &&
    line.gap < TITLE_LINES.gap &&
    Math.abs(own.x0 - above.x0) < TITLE_LINES.edge &&
    own.bold === above.bold &&
    Math.abs(line.height - over.height) < NO_HIGHER * over.height
  )
}
