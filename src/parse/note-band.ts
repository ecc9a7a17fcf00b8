import type { Band } from './bands.js'
import type { ColumnHead } from './column-heads.js'
import type { Line } from './line.js'
import { NOTE_REFERENCE, toPhrases } from './phrases.js'

/** Nearly all that stands in a column of references to notes is one; the reader may have misread the others. */
const REFERENCES = 0.75

/** The column that holds numbers of notes: its head says so, or it is the first or last and holds nothing else; -1 for none. */
export function findNoteBand(lines: readonly Line[], bands: readonly Band[], heads: readonly ColumnHead[]): number {
  const named = heads.findIndex((head) => head.isNote)
  if (named >= 0) return named
  if (bands.length < 2) return -1
  const isPeriod = (band: number) => (heads[band]?.periodEnd ?? null) !== null
  if (!isPeriod(0) && holdsReferences(lines, bands[0]!, false)) return 0
  const last = bands.length - 1
  // behind the figures a bare number is a figure too
  return !isPeriod(last) && holdsReferences(lines, bands[last]!, true) ? last : -1
}

/** Whether nearly all that stands in a column are references to notes; in words, where bare numbers are none. */
function holdsReferences(lines: readonly Line[], band: Band, inWords: boolean): boolean {
  const within = lines.flatMap((line) => toPhrases(line)).filter((phrase) => phrase.x0 < band.x1 && band.x0 < phrase.x1)
  const figures = within.filter((phrase) => /\d/.test(phrase.text))
  const notes = figures.filter((phrase) => NOTE_REFERENCE.test(phrase.text) && (!inWords || /^not/i.test(phrase.text)))
  // "Not I 1" is no figure, whatever the reader made of its number
  const others = figures.filter((phrase) => !NOTE_REFERENCE.test(phrase.text) && !/^not\b/i.test(phrase.text))
  return notes.length > 0 && others.length === 0 && notes.length >= REFERENCES * figures.length
}
