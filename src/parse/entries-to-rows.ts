import type { CellOption, Entry } from './entry.js'
import type { ParseWords } from './parse-words.js'

/** A row whose label is whole and whose figures may still be read in several ways. */
export interface DraftRow {
  readonly page: number
  readonly labelRaw: string | null
  readonly label: string | null
  readonly section: string | null
  readonly options: readonly CellOption[]
}

/** No label is longer, in characters. */
const LONGEST_LABEL = 300
/** A label may begin so many lines over its figures. */
const LINES_ABOVE = 3
/** A label read with less confidence than this is not one. */
const UNREADABLE = 0.3
/** The same of a label of few letters, which a stamp or a speck is taken for too: "Tr", "SEN". */
const UNREADABLE_SHORT = 0.7
const FEW_LETTERS = 3
/** A label goes on over a space of at most this many heights of a line (blank lines in plain text). */
const SAME_LABEL_GAP = 1.6
/** Lines of one label stand closer than this, in heights of a line. */
const WRAPPED_GAP = 0.8
/** A line of words alone that is longer than this is running text, not a heading in a table. */
const LONGEST_SECTION = 90

/** Lines this much closer than rows commonly stand (as a share of the space between rows) are one label. */
const TIGHT = 0.72

/** Of the spaces over rows, the one of which so many are smaller is the space between two rows of one section. */
const WITHIN_SECTION = 0.1

/** The usual space over a new row, in heights of a line; 0 where places mean nothing. */
function usualGap(entries: readonly Entry[]): number {
  const at = (gaps: number[], share: number) => gaps.sort((a, b) => a - b)[Math.floor(gaps.length * share)] ?? 0
  const behindRow = entries
    .slice(1)
    .filter((entry, index) => entries[index]!.options.length > 0 && entry.gap > 0 && entry.gap < 5)
  const rows = behindRow.filter((entry) => entry.options.length > 0).map((entry) => entry.gap)
  if (rows.length > 1) return at(rows, WITHIN_SECTION)
  // where every label takes two lines, a row begins with a line of words alone; so does a heading, farther off
  return at(
    behindRow.map((entry) => entry.gap),
    0,
  )
}

// "Summa förutbetalda intäkter och upplupna", "Samordningsteamet Hallsta/", "… avsättningar och"
function isUnfinished(label: string): boolean {
  return /(?:[,/-]|\s(?:och|i|för|till|av|samt|på|från|med|om|via|hos|mot|enligt|inom|mellan))$/i.test(label.trim())
}

/** Whether one line is in capitals and the next is not: a heading over a label, never two lines of one. */
function isHeadingOver(above: string, label: string): boolean {
  return /\p{Lu}/u.test(above) && !/\p{Ll}/u.test(above) && /\p{Ll}/u.test(label)
}

// "Ingående balans", below it "2006-01-01": a date alone is the end of a label
const DATE = /^(?:19|20)\d\d-\d\d-\d\d$/

/** Words of one line, and what of the space for labels a line leaves, are parted by a share of the page's width. */
const WORD_SPACE = 0.004
/** The space over the second line of a label is no wider than that over a row, but for so much of it. */
const NO_WIDER = 1.1

/** Whether the words are in capitals alone, so that case does not tell a new row from a line that goes on. */
function isCapital(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Whether the line was broken where it was because the next word would have been wider than the space for labels. */
function fillsLine(above: Entry | undefined, entry: Entry, entries: readonly Entry[]): boolean {
  const right = Math.max(...entries.map(({ place }) => place?.x1 ?? 0))
  if (!above?.place || !entry.place) return false
  return above.place.x1 + WORD_SPACE + entry.place.firstWord > right
}

// "varav", "A. varav", alone under a sum: over the parts of it
const PARTS = /^\s*(?:\p{L}\.\s)?(?:varav|därav|fördelat på)\s*:?\s*$/iu
// "D. BOKSLUTSDISPOSITIONER": headings have letters, rows do not
const LETTERED = /^\p{Lu}\.\s/u
// "SUMMA", "Totalt": no heading is so called
const SUM_ALONE = /^(?:summa|s:a|totalt?)$/i

function startsLow(text: string): boolean {
  return /^[(]?\p{Ll}/u.test(text.trim())
}

function isSection(text: string): boolean {
  return /\p{L}{2}/u.test(text) && text.length <= LONGEST_SECTION && !/[.,;]$/.test(text.replace(/m\.m\.$/, ''))
}

/** Joins labels that run over several lines and hands each row the heading over it. */
export function entriesToRows(entries: readonly Entry[], words: ParseWords): DraftRow[] {
  const rows: DraftRow[] = []
  const used = new Set<number>()
  const usual = usualGap(entries)
  const isTight = (entry: Entry) => entry.gap > 0 && usual > 1 && entry.gap < TIGHT * usual
  let section: string | null = null
  const labelOnly = (index: number) => {
    const entry = entries[index]
    return entry && entry.options.length === 0 && entry.label.trim() !== '' && !used.has(index) ? entry : undefined
  }
  // "Utgående", "ackumulerade", "avskrivningar -916": a label over three lines begins at its capital
  const wordsAbove = (index: number): { label: string; first: number } | undefined => {
    const line = labelOnly(index)
    if (!line) return undefined
    const above = startsLow(words.mendText(line.label)) && line.gap < WRAPPED_GAP ? wordsAbove(index - 1) : undefined
    return above && !startsLow(words.mendText(above.label))
      ? { label: `${above.label} ${line.label.trim()}`, first: above.first }
      : { label: line.label.trim(), first: index }
  }
  entries.forEach((entry, index) => {
    if (entry.options.length === 0) {
      if (used.has(index)) return
      const next = entries[index + 1]
      const goesOn =
        next !== undefined &&
        next.options.length > 0 &&
        next.gap <= SAME_LABEL_GAP &&
        (startsLow(next.label) ||
          next.label.trim() === '' ||
          ((isTight(next) || isUnfinished(entry.label)) && !isHeadingOver(entry.label, next.label)))
      if (!goesOn && isSection(entry.label)) section = words.mendText(entry.label)
      return
    }
    // "Fordringar Not 3", "Fordringar (not 3)": the reference stands behind the label where no column is for it
    const referring = /^(.*\p{L}.*?)[\s.]+\(?no[tlr!]\.?\s*(\d{1,2}[a-z]?)\)?$/iu.exec(
      entry.label.trim().slice(0, LONGEST_LABEL),
    )
    const noteRef = referring?.[2] ?? null
    let label = referring?.[1] ?? entry.label.trim().slice(0, LONGEST_LABEL)
    const before = wordsAbove(index - 1)
    if (
      before &&
      !PARTS.test(before.label) &&
      entry.gap <= SAME_LABEL_GAP &&
      before.label.length <= LONGEST_SECTION &&
      !isHeadingOver(before.label, label)
    ) {
      // words whose line lies over the next are its own: "långfristiga skulder", read as a line by itself, behind "Summa"
      const behind = `${label} ${before.label}`.trim()
      const overlaps = entry.gap < 0 && words.mendLabel(behind).exact
      const joined = overlaps ? behind : `${before.label} ${label}`.trim()
      // "Kortfristiga i" over "Leverantörsskulder": a heading of which the end was not read
      const isWhole = /^\p{Lu}/u.test(label) && words.mendLabel(label).exact && !words.mendLabel(joined).exact
      const isBroken =
        isCapital(before.label) &&
        isCapital(label) &&
        entry.gap <= NO_WIDER * usual &&
        fillsLine(entries[index - 1], entry, entries) &&
        !LETTERED.test(before.label) &&
        (SUM_ALONE.test(before.label) || !words.mendLabel(before.label).exact)
      const wraps =
        isBroken ||
        (startsLow(words.mendText(label)) && !startsLow(words.mendText(before.label))) ||
        isTight(entry) ||
        (isUnfinished(before.label) && !isWhole) ||
        DATE.test(label)
      const known = words.mendLabel(joined).exact && (overlaps || !words.mendLabel(label).exact)
      const after = labelOnly(index + 1)
      const around =
        label === '' && after !== undefined && after.gap <= SAME_LABEL_GAP && startsLow(words.mendText(after.label))
      if ((label !== '' && (wraps || known)) || around) {
        label = joined
        for (let line = before.first; line < index; line++) used.add(line)
        if (section === words.mendText(entries[before.first]!.label)) section = rows.at(-1)?.section ?? null
      }
    }
    const after = labelOnly(index + 1)
    if (
      after &&
      after.gap <= SAME_LABEL_GAP &&
      after.label.length < 60 &&
      startsLow(words.mendText(after.label)) &&
      !PARTS.test(after.label) &&
      label !== ''
    ) {
      const beyond = entries[index + 2]
      const belongsBelow =
        beyond && beyond.options.length > 0 && (startsLow(words.mendText(beyond.label)) || beyond.gap < 0)
      if (!belongsBelow) {
        label = `${label} ${after.label.trim()}`
        used.add(index + 1)
      }
    }
    // "Soliditet, 20", "Hyresbortfall Yo": what the reader makes of a per cent sign that it does not know
    label = label
      .replace(/\s*[?!]+$/, '')
      .replace(/^(soliditet|kassalikviditet|likviditet),\s*\S{1,2}$/i, '$1, %')
      .replace(/(\p{L}{3},?)\s+Y[oA0]$/u, '$1 %')
    // of the lines around, with which it may be joined
    const doubted = entries.slice(Math.max(0, index - LINES_ABOVE), index + 2).flatMap((one) => one.doubted ?? [])
    const whole = words.mendLabel(label, doubted)
    // letters that the reader itself did not believe, and that make no known label: which row it is cannot be told
    const isShort = label.replace(/[^\p{L}\d]/gu, '').length <= FEW_LETTERS
    const unreadable = entry.confidence < (isShort ? UNREADABLE_SHORT : UNREADABLE) && !whole.exact
    const mended = label === '' || unreadable ? null : whole.text
    rows.push({
      page: entry.page,
      labelRaw: label === '' ? null : label,
      label: mended === null || !/\p{L}.*\p{L}/u.test(mended) ? null : mended,
      section,
      options:
        noteRef === null
          ? entry.options
          : entry.options.map((option) => ({ ...option, noteRef: option.noteRef ?? noteRef })),
    })
  })
  return rows
}
