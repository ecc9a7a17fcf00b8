import { isHeadText, isUnitText } from './column-heads.js'
import { findDates } from './find-dates.js'
import { findHeadsBeside } from './heads-beside.js'
import type { Line, LineWord } from './line.js'
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

const heightOf = ({ box }: LineWord) => (box === null ? 0 : box.y1 - box.y0)

/**
 * The heads of columns beside the second line of a statement's heading, "FÖRSLAG TILL BUDGET  2018 2019" under
 * "RESULTATRÄKNING OCH": that line begins where the heading does and in letters as high, those of the heads are lower.
 */
export function headsBesideHeading(line: Line, heading: Line, mend: (text: string) => string): WholeTitle | undefined {
  const [title, ...heads] = line.placed && line.page === heading.page ? toPhrases(line) : []
  const [own, above] = [title?.words[0], heading.words[0]]
  if (!title || !own || !above || !findDates(heads.map(({ text }) => text).join(' '), true).length) return undefined
  const isOfHeading = (word: LineWord) =>
    heightOf(above) > 0 && Math.abs(heightOf(word) - heightOf(above)) < NO_HIGHER * heightOf(above)
  const words = heads.flatMap((phrase) => phrase.words)
  const isRest =
    Math.abs(own.x0 - above.x0) < TITLE_LINES.edge &&
    title.words.every((word) => !/\p{L}{3}/u.test(word.text) || isOfHeading(word)) &&
    words.every((word) => heightOf(word) < heightOf(above) && !isOfHeading(word)) &&
    heads.every(({ text }) => isHeadText(mend(text)))
  const behind = { ...line, words, text: words.map(({ text }) => text).join(' ') }
  return isRest ? { title: mend(title.text), heads: [behind] } : undefined
}
