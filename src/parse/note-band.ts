import type { Band } from './bands.js'
import type { ColumnHead } from './column-heads.js'
import type { Line } from './line.js'
import { isFigurePhrase, NOTE_REFERENCE, type Phrase, toPhrases } from './phrases.js'

/** Nearly all that stands in a column of references to notes is one; the reader may have misread the others. */
const REFERENCES = 0.75
/** What stands in a column lies over so much of it at least, or so much of it lies in the column. */
const INSIDE = 0.5

/**
 * The column that holds numbers of notes; -1 for none. Its head says so, or it holds nothing else and is the first or the
 * last, or stands in front of the periods, where specks may make columns of their own.
 */
export function findNoteBand(lines: readonly Line[], bands: readonly Band[], heads: readonly ColumnHead[]): number {
  const named = heads.findIndex((head) => head.isNote)
  if (named >= 0) return named
  if (bands.length < 2) return -1
  const isPeriod = (band: number) => (heads[band]?.periodEnd ?? null) !== null
  const periods = bands.findIndex((_, band) => isPeriod(band))
  const before = bands.findIndex((band, index) => index < periods && holdsReferences(lines, band, true))
  if (before >= 0) return before
  if (!isPeriod(0) && holdsReferences(lines, bands[0]!, false)) return 0
  const last = bands.length - 1
  // behind the figures a bare number is a figure too
  return !isPeriod(last) && holdsReferences(lines, bands[last]!, true) ? last : -1
}

/** Whether nearly all that stands in a column are references to notes; in words, where bare numbers are none. */
function holdsReferences(lines: readonly Line[], band: Band, inWords: boolean): boolean {
  const within = lines.flatMap((line) => toPhrases(line)).filter((phrase) => standsIn(phrase, band))
  const figures = within.filter((phrase) => /\d/.test(phrase.text))
  const notes = figures.filter((phrase) => NOTE_REFERENCE.test(phrase.text) && (!inWords || /^not/i.test(phrase.text)))
  // "Not I 1", "Nat 2" are no figures, whatever the reader made of the word or its number
  const others = figures.filter((phrase) => !NOTE_REFERENCE.test(phrase.text) && isFigurePhrase(phrase))
  return notes.length > 0 && others.length === 0 && notes.length >= REFERENCES * figures.length
}

/** Whether a phrase is of a column, and does not only reach into it: a running foot lies over several. */
function standsIn({ x0, x1 }: Phrase, band: Band): boolean {
  const shared = Math.min(x1, band.x1) - Math.max(x0, band.x0)
  return shared > 0 && shared >= INSIDE * Math.min(x1 - x0, band.x1 - band.x0)
}
