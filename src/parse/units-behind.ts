import { isUnitText } from './column-heads.js'
import type { Line } from './line.js'

/** A line of which the end says in what units the columns are: "Verksamhetens intäkter tkr tkr". */
export interface UnitsBehind {
  /** What stands in front of them, as printed. */
  readonly text: string
  readonly units: Line
}

/** Words behind a label are units of columns where there is one for each of two columns at least. */
const FEWEST_COLUMNS = 2

/** Finds the units over columns that stand behind words on one line; undefined where none do. */
export function findUnitsBehind(line: Line): UnitsBehind | undefined {
  const from = line.words.findLastIndex(({ text }) => !isUnitText(text)) + 1
  const units = line.words.slice(from)
  const text = line.words
    .slice(0, from)
    .map((word) => word.text)
    .join(' ')
  if (line.tabs !== null || units.length < FEWEST_COLUMNS || !/\p{L}{3}/u.test(text) || /\d/.test(text))
    return undefined
  return { text, units: { ...line, words: units, text: units.map((word) => word.text).join(' ') } }
}
