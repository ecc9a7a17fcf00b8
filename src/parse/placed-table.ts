import { isNil } from './amount.js'
import { type Band, bandOf, findBands, isSign } from './bands.js'
import { type ColumnHead, findDates, isHeadText, readColumnHead } from './column-heads.js'
import type { Entry } from './entry.js'
import { labelConfidence, labelMargin, withoutSpecks } from './label-words.js'
import { withoutLeaderScraps } from './leaders.js'
import { partLeadingNotes } from './leading-notes.js'
import type { Line, LineWord } from './line.js'
import { isFigurePhrase, isFigureWord, NOTE_REFERENCE, type Phrase, partingSpace, toPhrases } from './phrases.js'
import { findTextHeads } from './text-heads.js'
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

// "Resultat och ställning 2014 2013 2012": words over the labels, and behind them nothing but dates
const DATES_BEHIND =
  /^(?:\d{1,2}\.\s)?(?<words>[^\d]{0,80}?)\s*(?<dates>(?:(?:19|20)\d\d(?:-\d\d-\d\d)?(?:\s[=–-])?\s?){2,})$/

/** The words over the labels of a line that ends with the dates over two columns or more; undefined for other lines. */
export function wordsBeforeDates(mended: string): string | undefined {
  const match = DATES_BEHIND.exec(mended)?.groups
  // "Not Budget 2016 2015": what stands before the first date is a head too
  if (!match || (match.words !== '' && isHeadText(match.words!))) return undefined
  const dates = findDates(match.dates!)
  const years = dates.map(({ date }) => Number(date.slice(0, 4)))
  const follow = years.slice(1).every((year, index) => Math.abs(year - years[index]!) === 1)
  // two years may be two amounts of thousands
  const told = dates.length > 2 || (dates.length > 1 && dates.every(({ yearOnly }) => !yearOnly))
  return told && follow && !/[.:;]$/.test(match.words!.trim()) ? match.words!.trim() : undefined
}

/** Whether a printed line holds the heads of columns rather than amounts. */
export function isHeadLine(line: Line, mended: string): boolean {
  if (wordsBeforeDates(mended) !== undefined) return true
  return isHeadText(mended) &&
    (findDates(mended).length > 0 ||
      readColumnHead(mended).scenario !== null ||
      readColumnHead(mended).isPrevious ||
      /\bnot\b/i.test(mended))
    ? !line.words.some((word) => /^\d{1,3}$/.test(word.text) && Number(word.text) > 31)
    : false
}

/** A date that the first reader did not make out may stand in the second reading. */
function headWord(word: LineWord): string {
  const isDate = (text: string) => findDates(text).length > 0
  return word.second !== undefined && !isDate(word.text) && isDate(word.second) ? word.second : word.text
}

function readHeads(headLines: readonly Line[], bands: readonly Band[], mend: (text: string) => string): ColumnHead[] {
  const labels: string[][] = bands.map(() => [])
  for (const line of headLines) {
    const mended = mend(line.text)
    const isDated = isHeadLine(line, mended)
    const isTitled = (wordsBeforeDates(mended) ?? '') !== ''
    toPhrases(line).forEach((phrase, place) => {
      for (const word of phrase.words) {
        if (isTitled && !/\d/.test(word.text)) continue
        const middle = (word.x0 + word.x1) / 2
        const under = isDated ? -1 : bandUnder(word, phrase, bands)
        const band = under >= 0 ? under : bands.findIndex((one) => middle <= one.x1 + 0.5 * line.height)
        const index = band === -1 ? bands.length - 1 : band
        const reach = bands[index]
        if (!reach) continue
        // words over the labels ("Belopp i kr") stand far to the left of the first column
        if (place === 0 && phrase.x1 < reach.x0 - 2 * line.height && !/^not/i.test(phrase.text) && index === 0) continue
        labels[index]?.push(headWord(word))
      }
    })
  }
  return labels.map((label) => readColumnHead(label.join(' ')))
}

/** The band that a word of a head stands over, or the only one that its phrase does; -1 where neither tells. */
function bandUnder(word: LineWord, phrase: Phrase, bands: readonly Band[]): number {
  const over = (place: Band) =>
    bands.flatMap((band, index) => (band.x0 < place.x1 && place.x0 < band.x1 ? [index] : []))
  const [own] = over(word)
  if (own !== undefined) return own
  const near = over(phrase)
  return near.length === 1 ? near[0]! : -1
}

/** The dates of head lines under which no figures stand, each as the head of a column. */
function headsAlone(headLines: readonly Line[], mend: (text: string) => string): DraftTable {
  const dated = headLines.findLast((line) => findDates(mend(line.text)).length > 0)
  const words = (dated?.words ?? []).filter((word) => findDates(headWord(word)).length > 0)
  const phrases = dated ? toPhrases(dated).filter((phrase) => findDates(phrase.text).length === 1) : []
  const places = words.length > 0 ? words.map((word) => ({ ...word, text: headWord(word) })) : phrases
  return {
    entries: [],
    ...(dated ? { page: dated.page } : {}),
    bands: places.map(({ x0, x1 }) => ({ x0, x1 })),
    heads: places.map(({ text }) => readColumnHead(text)),
  }
}

/** A row of so many years tells where the columns of an overview stand, where the figures stand too close to. */
const FEWEST_YEARS = 4

/** The columns that the years of an overview stand over, where there are more of them than the figures show apart. */
function bandsUnderYears(headLines: readonly Line[], found: readonly Band[]): readonly Band[] {
  const years = headLines
    .map((line) => line.words.filter((word) => findDates(headWord(word)).length > 0))
    .find((words) => words.length >= FEWEST_YEARS && words.length > found.length)
  if (!years) return found
  const steps = years.slice(1).map((word, index) => word.x1 - years[index]!.x1)
  const step = Math.min(...steps)
  // figures end where their years do, or a little behind them
  const slack = 0.2 * step
  return years.map((word) => ({ x0: word.x1 + slack - step, x1: word.x1 + slack }))
}

/** A head in words: "Balanserat resultat" and "Förändring" name parts of equity, not kinds of figures. */
function asWorded(head: ColumnHead | undefined): ColumnHead | undefined {
  return head && !/budget|utfall|avvikelse|prognos/i.test(head.label) ? { ...head, scenario: null } : head
}

/** That a dash in front of a figure is a stray mark, not its sign, is thought of where the sums want it so. */
const SIGN_COST = 0.3

// "Lånenummer", "Lånenr", "Konv.datum", "Villkorsändringsdag": what stands under them is no amount
const IDENTIFIERS = /(?:nummer|nr|datum|dag|ändring)\.?$/i

/** Finds rows and columns of a table from where its words stand; `rest` are heads of columns on the heading's own line. */
export function placedTable(
  printed: readonly Line[],
  rest: Line | null,
  mend: (text: string) => string,
  mayHoldNotes: boolean,
): DraftTable {
  const { lines, references } = mayHoldNotes
    ? partLeadingNotes(printed)
    : { lines: printed, references: [] as readonly string[] }
  const worded = findTextHeads(lines)
  const dated = lines.map((line) => isHeadLine(line, mend(line.text)))
  const isHead = dated.map((own, index) => own || worded[index]!)
  const headLines = lines.filter((_, index) => isHead[index])
  const space = partingSpace(lines)
  const found = findBands(
    lines.filter((_, index) => !isHead[index]),
    rest ? [rest, ...headLines] : headLines,
    space,
  )
  const bands = bandsUnderYears(headLines, found)
  if (bands.length === 0 && (rest || dated.includes(true)))
    return headsAlone(rest ? [rest, ...headLines] : headLines, mend)
  const oneSet = headLines.filter((line) => line.page === headLines[0]?.page)
  const heads = readHeads(rest && oneSet.length === 0 ? [rest] : oneSet, bands, mend)
  const noteBand = mayHoldNotes ? findNoteBand(lines, bands, heads) : heads.findIndex((head) => head.isNote)
  const columns = [...bands.keys()].filter(
    (index) => index !== noteBand && !IDENTIFIERS.test(heads[index]?.label ?? ''),
  )
  const isWorded = worded.some((own, index) => own && !dated[index])
  const margin = labelMargin(lines)
  const entries: Entry[] = []
  lines.forEach((line, index) => {
    if (isHead[index]) return
    const cells: LineWord[][] = bands.map(() => [])
    const label: LineWord[] = []
    const left = bands[0]?.x0 ?? 1
    const apart = new Set<number>()
    const phrases = toPhrases(line, space)
    for (const [place, phrase] of phrases.entries()) {
      const sign = phrase.words[0]!
      // "- 912 334": a dash in no column is the sign of the figure behind it
      if (
        isSign(phrase, phrases[place + 1], line.height) &&
        !bands.some((one) => sign.x0 < one.x1 && one.x0 < sign.x1)
      ) {
        const band = bandOf(phrases[place + 1]!.words[0]!, bands, line.height)
        cells[band]?.push(...phrase.words)
        apart.add(band)
        continue
      }
      const inFigures = phrase.x1 > left - line.height && (isFigurePhrase(phrase) || NOTE_REFERENCE.test(phrase.text))
      const reference =
        noteBand >= 0 &&
        NOTE_REFERENCE.test(phrase.text) &&
        bandOf(phrase.words.at(-1)!, bands, line.height) === noteBand
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
      for (const read of phrase.words) {
        const band = bandOf(read, bands, line.height)
        const word = band >= 0 && read.x0 > left - 3 * line.height ? asFigure(read) : read
        if (
          band >= 0 &&
          (inFigures || isFigureWord(word.text) || /\d/.test(word.text)) &&
          word.x0 > left - 3 * line.height
        )
          cells[band]?.push(word)
        else if (word.x0 < left || (phrase.x0 < left && /\p{L}{2}/u.test(word.text))) label.push(word)
      }
    }
    const own = withoutSpecks(withoutLeaderScraps(label), margin, line.height)
    const behind = noteBand >= 0 ? (cells[noteBand] ?? []).map((word) => word.text).join(' ') : ''
    const note = references[index] || behind
    const amountsOf = (words: readonly (readonly LineWord[])[]) =>
      columns.map((band) => (words[band]?.length ? wordsToAmount(words[band], line.page) : null))
    const amounts = amountsOf(cells)
    const noteRef = NOTE_REFERENCE.exec(note)?.[1]?.replace(/\s/g, '') ?? null
    const options = [{ cells: amounts, noteRef, cost: 0 }]
    if (apart.size > 0) {
      const unsigned = cells.map((words, band) => (apart.has(band) ? words.filter((word) => !isNil(word.text)) : words))
      options.push({ cells: amountsOf(unsigned), noteRef, cost: SIGN_COST })
    }
    entries.push({
      page: line.page,
      label: own.map((word) => word.raw).join(' '),
      options: amounts.some((amount) => amount !== null) ? options : [],
      gap: line.gap,
      bold: own.length > 0 && own.every((word) => word.bold),
      confidence: labelConfidence(own),
    })
  })
  return {
    entries,
    heads: columns.map((index) => (isWorded ? asWorded(heads[index]) : heads[index]) ?? readColumnHead('')),
    bands: columns.map((index) => bands[index]!),
    isWorded,
  }
}

/** Nearly all that stands in a column of references to notes is one; the reader may have misread the others. */
const REFERENCES = 0.75

/** The column that holds numbers of notes: its head says so, or it is the first and holds nothing else. */
function findNoteBand(lines: readonly Line[], bands: readonly Band[], heads: readonly ColumnHead[]): number {
  const named = heads.findIndex((head) => head.isNote)
  if (named >= 0) return named
  const first = bands[0]
  if (!first || bands.length < 2) return -1
  const within = lines
    .flatMap((line) => toPhrases(line))
    .filter((phrase) => phrase.x0 < first.x1 && first.x0 < phrase.x1)
  const figures = within.filter((phrase) => /\d/.test(phrase.text))
  const notes = figures.filter((phrase) => NOTE_REFERENCE.test(phrase.text))
  // "Not I 1" is no figure, whatever the reader made of its number
  const others = figures.filter((phrase) => !NOTE_REFERENCE.test(phrase.text) && !/^not\b/i.test(phrase.text))
  const most = others.length === 0 && notes.length >= REFERENCES * figures.length
  return notes.length > 0 && most && (heads[0]?.periodEnd ?? null) === null ? 0 : -1
}
