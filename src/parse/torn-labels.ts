import { foldLabel, isSumWord } from '../arithmetic/row-kind.js'
import { UNTOLD_LABEL } from '../model/report.js'
import type { DraftRow } from './draft-row.js'
import { DATE, fillsLine, isCapital, isClose, isUnfinished, type LabelLines, LETTERED } from './label-over-lines.js'

/** The lines on which the label of a row stands, the first and the last. */
export interface LabelSpan {
  readonly first: number
  readonly last: number
}

// "Not 1", "(not 12)": a row's reference alone, of which the label was lost
const REFERENCE_ALONE = /^\(?not\.?\s?\d{1,2}[a-z]?\)?$/i

// "Omsättningstillgångar se not 5 Fordringar": a heading, and the row under it
const REFERENCE_WITHIN = /\p{L}{3,}.*\s\(?(?:se )?not\.?\s\d{1,2}[a-z]?\)?\s+\p{L}{3}/iu

// "Minskning av kortfristiga": of what, stands on another line
const WITHOUT_NOUN = /\s(?:(?:kort|lång)fristiga|(?:im)?materiella|förutbetalda|upplupna)$/iu

/** Whether a label ends where words must follow. */
function isTornOff({ labelRaw }: DraftRow): boolean {
  return labelRaw !== null && (isUnfinished(labelRaw) || WITHOUT_NOUN.test(labelRaw))
}

// "Reservfond umma bundet eget kapital": two rows, of which the second is a sum
const SUM_WITHIN = /\p{L}{3,}\s+s?umma\s+\p{L}/iu

// "ENLIGT PLAN", "och liknande poster": the end of a label
const REST_ALONE = /^(?:enligt|och|samt)\s/i

/** Whether a label is no whole one, or more than one. */
function isOdd({ labelRaw }: DraftRow): boolean {
  const label = labelRaw?.trim() ?? ''
  return [REFERENCE_ALONE, REFERENCE_WITHIN, SUM_WITHIN, REST_ALONE, DATE].some((pattern) => pattern.test(label))
}

/** Over a heading stands more space than under it, by so many heights of a line. */
const APART = 0.1

/** Whether words over the label of a row, which were put to no label, may be its beginning: "Summa intäkter och". */
function isUnderWords(
  { first }: LabelSpan,
  { entries, used }: LabelLines,
  isKnown: (label: string) => boolean,
): boolean {
  const [above, own] = [entries[first - 1], entries[first]!]
  if (above === undefined || above.options.length > 0 || used.has(first - 1)) return false
  const isFull = isCapital(above.label) && isCapital(own.label) && fillsLine(first - 1, entries)
  const mayBeHeading = () => LETTERED.test(above.label) || above.gap > own.gap + APART || isKnown(above.label)
  return isUnfinished(above.label) || (isFull && !mayBeHeading())
}

/** Whether a row in capitals was put under words that may as well be a heading: they end as one, and stand no nearer. */
function isGuessed(
  { labelRaw }: DraftRow,
  { first, last }: LabelSpan,
  { entries, usualGap }: LabelLines,
  isKnown: (label: string) => boolean,
): boolean {
  const own = entries.findIndex(({ options }, at) => at >= first && at <= last && options.length > 0)
  const [above, row] = [entries[own - 1], entries[own]]
  if (own === first || above === undefined || row === undefined || labelRaw === null) return false
  const mayEnd = !isUnfinished(above.label) && !isSumWord(foldLabel(above.label))
  const isApart = isCapital(above.label) && isCapital(row.label) && !isClose(row.gap, usualGap)
  return mayEnd && isApart && !isKnown(labelRaw)
}

function doubted(row: DraftRow): DraftRow {
  const options = row.options.map((option) => ({
    ...option,
    cells: option.cells.map((cell) => cell && { ...cell, doubts: [...cell.doubts, UNTOLD_LABEL] }),
  }))
  return { ...row, options }
}

/**
 * Rows, with the figures of those in doubt whose label ends where words must follow, and of the next, whose label may
 * begin with them; and of those whose label may be no one's whole. `spans` has the lines of each row's label.
 */
export function doubtTornLabels(rows: readonly DraftRow[], spans: readonly LabelSpan[], lines: LabelLines): DraftRow[] {
  const isKnown = (label: string) => lines.words.mendLabel(label).exact
  const isTorn = rows.map(
    (row, index) =>
      isTornOff(row) ||
      isOdd(row) ||
      isGuessed(row, spans[index]!, lines, isKnown) ||
      isUnderWords(spans[index]!, lines, isKnown),
  )
  return rows.map((row, index) => (isTorn[index] || (index > 0 && isTornOff(rows[index - 1]!)) ? doubted(row) : row))
}
