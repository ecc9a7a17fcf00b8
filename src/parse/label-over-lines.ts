import { foldLabel, isSumWord } from '../arithmetic/row-kind.js'
import type { Entry } from './entry.js'
import type { ParseWords } from './parse-words.js'

/** A label goes on over a space of at most this many heights of a line (blank lines in plain text). */
const SAME_LABEL_GAP = 1.6
/** Lines of one label stand closer than this, in heights of a line. */
const WRAPPED_GAP = 0.8
/** A line of words alone that is longer than this is running text, not a heading in a table. */
export const LONGEST_SECTION = 90
/** The rest of a label, on the line below its figures, is shorter than this. */
const LONGEST_REST = 60

/** Lines this much closer than rows commonly stand (as a share of the space between rows) are one label. */
const TIGHT = 0.72

/** Words of one line, and what of the space for labels a line leaves, are parted by a share of the page's width. */
const WORD_SPACE = 0.004
/** The space over the second line of a label is no wider than that over a row, but for what the reader's boxes differ. */
const NO_WIDER = 0.1
/** So much more space than over a row stands over a heading, and over no row but a sum; or this share of that space more. */
const APART = 0.6
const APART_SHARE = 0.6
/** Lines stand closer than rows where the space between them is smaller by more than the reader's boxes differ. */
const CLOSER = 0.2

/** The lines of a table, among which labels are found that run over several. */
export interface LabelLines {
  readonly entries: readonly Entry[]
  readonly words: ParseWords
  /** The usual space over a new row, in heights of a line; 0 where places mean nothing. */
  readonly usualGap: number
  /** The lines that are part of a row already. */
  readonly used: ReadonlySet<number>
}

/** A label with the first and the last line that it stands on. */
export interface WholeLabel {
  readonly label: string
  readonly first: number
  readonly last: number
}

/** The label of the row at `index`, of which its own line says `label`, with its words on the lines around. */
export function labelOverLines(index: number, label: string, lines: LabelLines): WholeLabel {
  const begun = withWordsAbove(index, label, lines)
  const rest = begun.label === '' ? undefined : restBelow(index, begun.label, lines)
  return rest === undefined
    ? { ...begun, last: index }
    : { label: `${begun.label} ${rest}`, first: begun.first, last: index + 1 }
}

/** Whether a line of words alone is the beginning of the label of the row below it. */
export function beginsLabelBelow(index: number, { entries, usualGap }: LabelLines): boolean {
  const [entry, next] = [entries[index]!, entries[index + 1]]
  if (next === undefined || next.options.length === 0 || next.gap > SAME_LABEL_GAP) return false
  if (startsLow(next.label) || next.label.trim() === '') return true
  return (isTight(next, usualGap) || isUnfinished(entry.label)) && !isHeadingOver(entry.label, next.label)
}

/** A line that holds words alone and is part of no row yet. */
function freeWords(index: number, { entries, used }: LabelLines): Entry | undefined {
  const entry = entries[index]
  return entry && entry.options.length === 0 && /\p{L}/u.test(entry.label) && !used.has(index) ? entry : undefined
}

/** The words on the lines that end at `index`: "Utgående", "ackumulerade", "avskrivningar -916" begin at the capital. */
function wordsAbove(index: number, lines: LabelLines): { label: string; first: number } | undefined {
  const line = freeWords(index, lines)
  if (!line) return undefined
  const mend = (text: string) => lines.words.mendText(text)
  // "RÖRELSERESULTAT EFTER", "AVSKRIVNINGAR ENLIGT", "PLAN 71 109"
  const before = freeWords(index - 1, lines)?.label ?? ''
  // "SUMMA", "FÖRUTBETALT", "OCH", "UPPLUPET 88": of capitals the space between lines tells
  const areOne = isCapital(before) && !LETTERED.test(before) && isClose(line.gap, lines.usualGap)
  const isBroken = isCapital(line.label) && (isUnfinished(before) || areOne)
  const goesOn = (startsLow(mend(line.label)) || isBroken) && line.gap < WRAPPED_GAP
  const above = goesOn ? wordsAbove(index - 1, lines) : undefined
  // "varav styrelse och", "verkställande", "direktör 31": all begin low
  const isBegun = above && (!startsLow(mend(above.label)) || isUnfinished(above.label))
  return isBegun
    ? { label: `${above.label} ${line.label.trim()}`, first: above.first }
    : { label: line.label.trim(), first: index }
}

/** The label of a row with the words over it, where they are its beginning. */
function withWordsAbove(index: number, label: string, lines: LabelLines): { label: string; first: number } {
  const alone = { label, first: index }
  const { gap } = lines.entries[index]!
  const above = wordsAbove(index - 1, lines)
  if (!above || PARTS.test(above.label) || isHeadingOver(above.label, label)) return alone
  if (gap > SAME_LABEL_GAP || above.label.length > LONGEST_SECTION) return alone
  const isKnown = (text: string) => lines.words.mendLabel(text).exact
  // words whose line lies over the next are its own: "långfristiga skulder", read as a line by itself, behind "Summa"
  const behind = `${label} ${above.label}`.trim()
  const overlaps = gap < 0 && isKnown(behind)
  const joined = overlaps ? behind : `${above.label} ${label}`.trim()
  const isJoined =
    label === ''
      ? goesOnBelow(index, lines)
      : goesOnFrom(above.label, label, index, lines) ||
        (isKnown(joined) && (overlaps || !isKnown(label) || !isKnown(above.label)))
  return isJoined ? { label: joined, first: above.first } : alone
}

/** Whether a label in two lines stands around its figures, which have no words beside them. */
function goesOnBelow(index: number, lines: LabelLines): boolean {
  const below = freeWords(index + 1, lines)
  return below !== undefined && below.gap <= SAME_LABEL_GAP && startsLow(lines.words.mendText(below.label))
}

/** Whether a label goes on from the words above, by its form or by where it stands. */
function goesOnFrom(above: string, label: string, index: number, lines: LabelLines): boolean {
  const { entries, words, usualGap } = lines
  const { gap } = entries[index]!
  // "varav styrelse och verkställande" over "direktör": both begin low
  const isBrokenOff = isClose(gap, usualGap) || fillsLine(index - 1, entries)
  const isLow = startsLow(words.mendText(label)) && (!startsLow(words.mendText(above)) || isBrokenOff)
  if (isLow || isTight(entries[index]!, usualGap) || DATE.test(label) || beginsAllAlike(index - 1, entries)) return true
  if (REFERRING_WORD.test(above) && NUMBER_ALONE.test(label)) return true
  const isKnown = (text: string) => words.mendLabel(text).exact
  // "Kortfristiga i" over "Leverantörsskulder": a heading of which the end was not read
  const isWhole = () =>
    !isSumWord(foldLabel(above)) &&
    !/,$|\s(?:före|efter)$/i.test(above) &&
    /^\p{Lu}/u.test(label) &&
    isKnown(label) &&
    !isKnown(`${above} ${label}`.trim())
  return (isUnfinished(above) && !isWhole()) || isBroken(above, label, index, lines)
}

/** So many lines that begin with one word are no headings, where each stands over one row alone. */
const FEWEST_ALIKE = 3

/** Whether words stand over one row, as others that begin with the same word do over theirs: "Medlemsavgift", "Örmossens kommun 425 410". */
function beginsAllAlike(index: number, entries: readonly Entry[]): boolean {
  const firstWord = (at: number) => entries[at]!.label.trim().split(/\s+/)[0]
  const isOverRow = (at: number) => entries[at]!.options.length === 0 && (entries[at + 1]?.options.length ?? 0) > 0
  const alike = [...entries.keys()].filter((at) => isOverRow(at) && firstWord(at) === firstWord(index))
  const isOverOne = (at: number) => entries[at + 2]?.options.length === 0
  return alike.length >= FEWEST_ALIKE && alike.slice(0, -1).every(isOverOne)
}

/** Whether a label in capitals, whose case tells nothing, was broken: where its line was full, or since its lines stand close. */
function isBroken(above: string, label: string, index: number, { entries, words, usualGap }: LabelLines): boolean {
  const { gap } = entries[index]!
  const isApart = (at: number) =>
    entries[at]!.gap > usualGap + Math.min(APART, Math.max(CLOSER, APART_SHARE * usualGap))
  // the space over the first line is that under the heads: that headings stand apart is seen farther down
  const partsRows = () => entries.some((entry, at) => at > index && entry.options.length === 0 && isApart(at))
  const standsApart = isApart(index - 1) && (index > 1 || partsRows()) && !isSumWord(foldLabel(above))
  const mayFill = () => fillsLine(index - 1, entries) && !standsApart && !othersGoOnClosely(index, entries, usualGap)
  return (
    isCapital(above) &&
    isCapital(label) &&
    (isClose(gap, usualGap) || (gap <= usualGap + NO_WIDER && mayFill())) &&
    !LETTERED.test(above) &&
    !isIndented(index, entries) &&
    !(SUM_ALONE.test(label) && !isClose(gap, usualGap)) &&
    (SUM_ALONE.test(above) || !words.mendLabel(above).exact)
  )
}

/** Whether labels above this one go on in lines that stand closer than rows do, as all of one table then would. */
function othersGoOnClosely(index: number, entries: readonly Entry[], usualGap: number): boolean {
  return entries
    .slice(1, index)
    .some(({ gap, label }, at) => label !== '' && entries[at]!.options.length === 0 && isClose(gap, usualGap))
}

/** Whether a row begins right of the words over it, where most rows begin: the words are a heading. */
function isIndented(index: number, entries: readonly Entry[]): boolean {
  const [above, own] = [entries[index - 1]?.place, entries[index]?.place]
  if (above === undefined || own === undefined || own.x0 - above.x0 < WORD_SPACE) return false
  const starts = entries.flatMap(({ options, place }) => (options.length > 0 && place ? [place.x0] : []))
  return starts.filter((start) => Math.abs(start - own.x0) < WORD_SPACE).length * 2 >= starts.length
}

/** The rest of a row's label on the line below its figures; undefined where what stands there is none. */
function restBelow(index: number, label: string, lines: LabelLines): string | undefined {
  const mend = (text: string) => lines.words.mendText(text)
  const below = freeWords(index + 1, lines)
  if (!below || below.gap > SAME_LABEL_GAP || below.label.length >= LONGEST_REST) return undefined
  const beyond = lines.entries[index + 2]
  if (PARTS.test(below.label)) return undefined
  // "RÖRELSENS INTÄKTER," over "TOTALT 10 988 145"
  if (isUnfinished(below.label) && beyond !== undefined) return undefined
  const isKnown = (text: string) => lines.words.mendLabel(text).exact
  const isRestKnown = isKnown(`${label} ${below.label.trim()}`)
  // "UTGÅENDE ACKUMULERADE" over "ANSKAFFNINGSVÄRDEN 53 716"
  if (beyond && beyond.options.length > 0 && !isRestKnown && isKnown(`${below.label.trim()} ${beyond.label.trim()}`))
    return undefined
  if (isCapital(label) && isCapital(below.label))
    return isRestInCapitals(index, label, lines) ? below.label.trim() : undefined
  if (!startsLow(mend(below.label))) return undefined
  const belongsBelow =
    beyond !== undefined && beyond.options.length > 0 && (startsLow(mend(beyond.label)) || beyond.gap < 0)
  return belongsBelow && !isRestKnown ? undefined : below.label.trim()
}

/** Whether words in capitals below a row, whose case tells nothing, are the rest of its label: they stand closer to it than to the next row. */
function isRestInCapitals(index: number, label: string, { entries, usualGap }: LabelLines): boolean {
  const [below, beyond] = [entries[index + 1]!, entries[index + 2]]
  if (isUnfinished(label) && below.gap <= usualGap + NO_WIDER) return beyond?.label.trim() !== ''
  const isNearer = beyond === undefined || beyond.gap > below.gap + CLOSER
  return isNearer && (isClose(below.gap, usualGap) || (below.gap <= usualGap && fillsLine(index, entries)))
}

/** Whether the line was broken where it was because the next word would have been wider than the space for labels. */
export function fillsLine(index: number, entries: readonly Entry[]): boolean {
  const [own, next] = [entries[index]?.place, entries[index + 1]?.place]
  const right = Math.max(...entries.map(({ place }) => place?.x1 ?? 0))
  return own !== undefined && next !== undefined && own.x1 + WORD_SPACE + next.firstWord > right
}

/** Whether a line stands so much closer than rows do that it goes on with the one above. */
export function isClose(gap: number, usualGap: number): boolean {
  return gap < TIGHT * usualGap && gap < usualGap - CLOSER
}

function isTight({ gap }: Entry, usualGap: number): boolean {
  return gap > 0 && usualGap > 1 && gap < TIGHT * usualGap
}

// "varav", "A. varav", alone under a sum: over the parts of it
const PARTS = /^\s*(?:\p{L}\.\s)?(?:varav|därav|fördelat på)\s*:?\s*$/iu
// "D. BOKSLUTSDISPOSITIONER": headings have letters, rows do not
export const LETTERED = /^\p{Lu}\.\s/u
// "SUMMA", "Totalt": no heading is so called
const SUM_ALONE = /^(?:summa|s:a|totalt?)$/i
// "Ingående balans", below it "2006-01-01" or "1 januari", "Avskrivningar 31", below it "december": a day alone is the end of a label
export const DATE =
  /^(?:(?:19|20)\d\d-\d\d-\d\d|(?:[0-3]?\d\s)?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:\s(?:19|20)\d\d)?)$/i

// "Upplupna kostnader samt förutbetalda intäkter Not", below it "3": a reference over two lines
const REFERRING_WORD = /\p{L}\s+\(?(?:se )?not$/iu
const NUMBER_ALONE = /^\d{1,2}[a-z]?\)?$/i

// "Summa förutbetalda intäkter och upplupna", "Samordningsteamet Hallsta/", "… avsättningar och"
export function isUnfinished(label: string): boolean {
  return /(?:[,/-]|\s(?:och|i|för|till|av|samt|på|från|med|om|via|hos|mot|enligt|inom|mellan|före|efter))$/i.test(
    label.trim(),
  )
}

/** Whether one line is in capitals and the next is not: a heading over a label, never two lines of one. */
function isHeadingOver(above: string, label: string): boolean {
  return isCapital(above) && /\p{Ll}/u.test(label)
}

/** Whether the words are in capitals alone, so that case does not tell a new row from a line that goes on. */
export function isCapital(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

// "(not 2) Nettoomsättning", "se not 5 Fordringar": what leads a row to its note
const LEADING_REFERENCE = /^\(?(?:se )?not\.?\s\d{1,2}[a-z]?\)?\s*/i

function startsLow(text: string): boolean {
  return /^[(]?\p{Ll}/u.test(text.trim().replace(LEADING_REFERENCE, ''))
}
