import { isNil, isWellGrouped } from './amount.js'
import { type Band, bandOf, findBands, isSign } from './bands.js'
import { namesBodiesOnly } from './bodies.js'
import { type ColumnHead, isUnitText, readColumnHead } from './column-heads.js'
import { withEdgeSigns } from './edge-signs.js'
import type { Entry } from './entry.js'
import { figuresInOrder } from './figures-in-order.js'
import { findDates } from './find-dates.js'
import { asWorded, bandsUnderYears, findHeadLines, headsAlone, readHeads } from './head-lines.js'
import { joinInnerColumns } from './join-inner-columns.js'
import { doubtedWords, labelConfidence, labelMargin, withoutSpecks } from './label-words.js'
import { withoutLeaderScraps } from './leaders.js'
import { partLeadingNotes } from './leading-notes.js'
import type { Line, LineWord } from './line.js'
import {
  isFigurePhrase,
  isFigureWord,
  isSentence,
  NOTE_REFERENCE,
  type Phrase,
  partingSpace,
  toPhrases,
} from './phrases.js'
import { findTextHeads } from './text-heads.js'
import { withoutStamp } from './without-stamp.js'
import { asFigure, wordsToAmount } from './words-to-amount.js'

/** Entries of a table with the heads of its columns of amounts. */
export interface DraftTable {
  readonly entries: readonly Entry[]
  readonly heads: readonly ColumnHead[]
  /** Where its columns stand across the page; null in plain text. */
  readonly bands?: readonly Band[]
  /** True where words over the columns say what they hold, though no period: it takes no heads of other tables. */
  readonly isWorded?: boolean
  /** The page of heads under which no figures stand. */
  readonly page?: number
  /** Heads of its own behind the sum of a note: it may be the next note, whose heading was not read. */
  readonly detached?: boolean
}

/** What stands over heads of columns goes on in no row under them: they part lines by so many heights. */
const HEADS_BETWEEN = 5
/** That a dash in front of a figure is a stray mark, not its sign, is thought of where the sums want it so. */
const SIGN_COST = 0.3
/** A dash that stands farther off, wherever before its figure, is a speck unless a sum wants it. */
const FAR_SIGN = Number.POSITIVE_INFINITY
const FAR_COST = 0.6
/** The same of one that stands in the figure's own column: more than what leaves in doubt which it is. */
const NEAR_SIGN_COST = 0.5

// "Lånenummer", "Lånenr", "Konv.datum", "Villkorsändringsdag": what stands under them is no amount
const IDENTIFIERS = /(?:nummer|nr|datum|dag|ändring)\.?$/i

/** Finds rows and columns of a table from where its words stand; `rest` are heads of columns on the heading's own line. */
export function placedTable(
  printed: readonly Line[],
  rest: Line | null,
  mend: (text: string) => string,
  mayHoldNotes: boolean,
): DraftTable {
  const { lines: read, references } = mayHoldNotes
    ? partLeadingNotes(printed)
    : { lines: printed, references: [] as readonly string[] }
  const worded = findTextHeads(read)
  const dated = findHeadLines(read, mend)
  const isUnit = read.map((line) => isUnitText(mend(line.text)))
  const isHead = dated.map((own, index) => own || worded[index]! || isUnit[index]!)
  const headLines = read.filter((_, index) => isHead[index])
  const space = partingSpace(read)
  const allHeads = rest ? [rest, ...headLines] : headLines
  const lines = withEdgeSigns(read, isHead, allHeads, space)
  const found = findBands(
    lines.filter((_, index) => !isHead[index]),
    allHeads,
    space,
  )
  const bands = bandsUnderYears(headLines, found)
  if (bands.length === 0 && (rest || dated.includes(true))) return { entries: [], ...headsAlone(allHeads, mend) }
  const oneSet = headLines.filter((line) => line.page === headLines[0]?.page)
  const heads = readHeads(rest && isOfSet(rest, oneSet, mend) ? [rest, ...oneSet] : oneSet, bands, mend)
  const noteBand = mayHoldNotes ? findNoteBand(lines, bands, heads) : heads.findIndex((head) => head.isNote)
  const columns = [...bands.keys()].filter(
    (index) => index !== noteBand && !IDENTIFIERS.test(heads[index]?.label ?? ''),
  )
  const isWorded =
    worded.some((own, index) => own && !dated[index]) &&
    !namesBodiesOnly(heads) &&
    columns.some((index) => heads[index]?.periodEnd === null)
  const margin = labelMargin(lines)
  const entries: Entry[] = []
  lines.forEach((line, index) => {
    if (isHead[index]) return
    const gap = isHead[index - 1] && entries.length > 0 ? Math.max(line.gap, HEADS_BETWEEN) : line.gap
    const cells: LineWord[][] = bands.map(() => [])
    const label: LineWord[] = []
    const left = bands[0]?.x0 ?? 1
    const right = bands.at(-1)?.x1 ?? 1
    const dashes = new Map<number, readonly LineWord[]>()
    let isFar = false
    const spaced = toPhrases(line, space)
    if (isSentence(spaced)) {
      entries.push({ page: line.page, label: line.text, options: [], gap, bold: false, confidence: 1 })
      return
    }
    const { phrases, inOrder } = figuresInOrder(spaced, columns, bands, line.height)
    for (const [place, phrase] of phrases.entries()) {
      const [sign, figure] = [phrase.words[0]!, phrases[place + 1]]
      const isInColumn = bands.some((one) => sign.x0 < one.x1 && one.x0 < sign.x1)
      // "- 912 334": a dash in no column is the sign of the figure behind it
      if (!isInColumn && isSign(phrase, figure, line.height, FAR_SIGN)) {
        dashes.set(bandOf(figure!.words[0]!, bands, line.height), phrase.words)
        isFar ||= !isSign(phrase, figure, line.height)
        continue
      }
      const inFigures = phrase.x1 > left - line.height && (isFigurePhrase(phrase) || NOTE_REFERENCE.test(phrase.text))
      const reference =
        noteBand >= 0 &&
        NOTE_REFERENCE.test(phrase.text) &&
        [phrase.words[0]!, phrase.words.at(-1)!].some((word) => bandOf(word, bands, line.height) === noteBand)
      // "Not I 1": a reference whose number was not read
      if (
        !reference &&
        noteBand >= 0 &&
        /^not\s/i.test(phrase.text) &&
        bandOf(phrase.words[0]!, bands, line.height) === noteBand
      )
        continue
      if (reference) {
        cells[noteBand]?.push(...phrase.words)
        continue
      }
      const following = phrases[place + 1]
      for (const read of phrase.words) {
        const band = inOrder.get(phrase) ?? bandOf(read, bands, line.height)
        const word = band >= 0 && read.x0 > left - 3 * line.height ? asFigure(read) : read
        // "Ventilation 200  317 500": digits that end a label, in front of a figure that is whole without them
        const endsLabel =
          !inFigures && read.x1 <= (bands[band]?.x0 ?? 0) && following !== undefined && isWholeFigure(following)
        if (
          band >= 0 &&
          !endsLabel &&
          (inFigures || isFigureWord(word.text) || /\d/.test(word.text)) &&
          word.x0 > left - 3 * line.height
        )
          cells[band]?.push(word)
        else if (word.x0 < left || (phrase.x0 < left && word.x0 < right && /\p{L}{2}/u.test(word.text)))
          label.push(word)
      }
    }
    const own = withoutSpecks(withoutLeaderScraps(label), margin, line.height)
    const behind = noteBand >= 0 ? (cells[noteBand] ?? []).map((word) => word.text).join(' ') : ''
    const note = references[index] || behind
    const amountsOf = (words: readonly (readonly LineWord[])[]) =>
      columns.map((band) => (words[band]?.length ? wordsToAmount(words[band], line.page) : null))
    const signed = cells.map((words, band) => [...(dashes.get(band) ?? []), ...words])
    const amounts = amountsOf(isFar ? cells : signed)
    const noteRef = NOTE_REFERENCE.exec(note)?.[1]?.replace(/\s/g, '') ?? null
    const options = [{ cells: amounts, noteRef, cost: 0 }]
    if (dashes.size > 0)
      options.push({ cells: amountsOf(isFar ? signed : cells), noteRef, cost: isFar ? FAR_COST : SIGN_COST })
    // "= 20 452 772": what stands before a figure may be left of the rule over a sum
    const isMarked = (words: readonly LineWord[]) => words.length > 1 && isNil(words[0]!.text)
    if (cells.some(isMarked)) {
      const unmarked = cells.map((words) => (isMarked(words) ? words.slice(1) : words))
      options.push({ cells: amountsOf(unmarked), noteRef, cost: NEAR_SIGN_COST })
    }
    entries.push({
      page: line.page,
      label: own.map((word) => word.raw).join(' '),
      options: amounts.some((amount) => amount !== null) ? options : [],
      gap,
      bold: own.length > 0 && own.every((word) => word.bold),
      confidence: labelConfidence(own),
      doubted: doubtedWords(own),
      ...placeOf(own),
    })
  })
  const told = columns.map((index) => (isWorded ? asWorded(heads[index]) : heads[index]) ?? readColumnHead(''))
  const own = withoutStamp({ entries, heads: told, bands: columns.map((index) => bands[index]!) })
  return { ...joinInnerColumns(own), isWorded }
}

/** Whether heads on a heading's own line go with those below it: they stand on one page, and not both tell the dates. */
function isOfSet(rest: Line, below: readonly Line[], mend: (text: string) => string): boolean {
  const datesOf = (lines: readonly Line[]) => lines.flatMap(({ text }) => findDates(mend(text), true))
  if (below.some(({ page }) => page !== rest.page)) return false
  const own = datesOf([rest])
  const [first, next] = [own[0]?.date, datesOf(below)[0]?.date]
  // a span may begin on the heading's line and end below it
  return first === undefined || next === undefined || first < next
}

function isWholeFigure({ words, text }: Phrase): boolean {
  return words.every((word) => isFigureWord(word.text)) && /^\d/.test(text) && isWellGrouped(text)
}

/** Nearly all that stands in a column of references to notes is one; the reader may have misread the others. */
const REFERENCES = 0.75

/** The column that holds numbers of notes: its head says so, or it is the first or last and holds nothing else. */
function findNoteBand(lines: readonly Line[], bands: readonly Band[], heads: readonly ColumnHead[]): number {
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

function placeOf(label: readonly LineWord[]): Pick<Entry, 'place'> {
  const [first, last] = [label[0], label.at(-1)]
  return first && last ? { place: { x0: first.x0, x1: last.x1, firstWord: first.x1 - first.x0 } } : {}
}
