import type { Band } from './bands.js'
import { type ColumnHead, findDates, isHeadText, readColumnHead } from './column-heads.js'
import type { Line, LineWord } from './line.js'
import { isFigureWord, type Phrase, toPhrases } from './phrases.js'

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

// "31/12 31/12", "1/1-31/12 1/1-31/12", "31 dec 3i dec": days, whose years stand on the line below
const DAYS =
  /^(?:(?:[0-3]?\d\/[01]?\d\s?[-–]\s?)?[0-3]?\d\/[01]?\d(?:\s+|$)|[0-3]?[\dil]\s(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sept?|okt|nov|dec)(?:\.?\s+|\.?$)){2,}$/

// "1996 V 1995", "1996 3895 /": strokes of a pen among years
const SCRAPS = /(?<!\S)(?:\p{L}{1,2}|[^\p{L}\d\s])(?!\S)/gu

/** Whether a line holds years and nothing else, some of which may be misread. */
function holdsYears({ text }: Line): boolean {
  const words = text.replace(SCRAPS, ' ').trim().split(/\s+/)
  return words.every((word) => /^\d{4}$/.test(word)) && words.some((word) => findDates(word).length > 0)
}

/** What stands over columns is short, and stands to the right of where labels begin. */
const LONGEST_SCRAP = 3
const LABELS_END = 0.3

/** "M 2001 oe", "rn! 20", for which the second reader has 2001 and 2000: years over columns, most of them misread. */
function maybeYears({ words }: Line): boolean {
  const read = words.map(({ text, second }) => [text, second ?? ''].find((one) => /^\d{4}$/.test(one)) ?? text)
  const years = read.filter((text) => /^\d{4}$/.test(text))
  return (
    years.length > 1 &&
    years.some((text) => findDates(text).length > 0) &&
    words.every(({ x0 }) => x0 > LABELS_END) &&
    read.every((text) => /^\d{4}$/.test(text) || text.length <= LONGEST_SCRAP)
  )
}

/**
 * Which lines hold the heads of columns: those that do by themselves, days over years, and such years though misread;
 * years of which most are misread are heads where no figures stand over them.
 */
export function findHeadLines(lines: readonly Line[], mend: (text: string) => string): boolean[] {
  const areDays = lines.map(({ text }) => DAYS.test(text.replace(SCRAPS, ' ').trim()))
  const areHeads = lines.map(
    (line, index) =>
      areDays[index]! || isHeadLine(line, mend(line.text)) || (areDays[index - 1] === true && holdsYears(line)),
  )
  const hasFigures = ({ words }: Line) => words.some(({ text }) => /\d{3}/.test(text) && isFigureWord(text))
  const areYears = lines.map(maybeYears)
  const first = lines.findIndex((line, index) => !areHeads[index] && !areYears[index] && hasFigures(line))
  return areHeads.map((isHead, index) => isHead || (areYears[index]! && (first < 0 || index < first)))
}

/** Whether a printed line holds the heads of columns rather than amounts. */
export function isHeadLine(line: Line, mended: string): boolean {
  if (wordsBeforeDates(mended) !== undefined) return true
  const bare = mended.replace(SCRAPS, ' ')
  if (isHeadText(bare) && findDates(bare).length > 1) return true
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

/** The heads over each column, from the words that stand over it. */
export function readHeads(
  headLines: readonly Line[],
  bands: readonly Band[],
  mend: (text: string) => string,
): ColumnHead[] {
  const labels: string[][] = bands.map(() => [])
  for (const line of headLines) {
    const mended = mend(line.text)
    const isDated = isHeadLine(line, mended)
    const isTitled = (wordsBeforeDates(mended) ?? '') !== ''
    const spelt = monthsTogether(line, mended)
    const isOfLost = headsOfLostColumns(line, mended, bands)
    toPhrases(line).forEach((phrase, place) => {
      for (const word of phrase.words) {
        if ((isTitled && !/\d/.test(word.text)) || isOfLost(word)) continue
        const middle = (word.x0 + word.x1) / 2
        const under = isDated ? -1 : bandUnder(word, phrase, bands)
        const band = under >= 0 ? under : bands.findIndex((one) => middle <= one.x1 + 0.5 * line.height)
        const index = band === -1 ? bands.length - 1 : band
        const reach = bands[index]
        if (!reach) continue
        // words over the labels ("Belopp i kr") stand far to the left of the first column
        if (place === 0 && phrase.x1 < reach.x0 - 2 * line.height && !/^not/i.test(phrase.text) && index === 0) continue
        labels[index]?.push(spelt.get(word) ?? headWord(word))
      }
    })
  }
  return labels.map((label) => readColumnHead(label.join(' ')))
}

/** "1612 1512": months that only together are known to be such, and the dates on which they end. */
function monthsTogether(line: Line, mended: string): ReadonlyMap<LineWord, string> {
  const months = line.words.filter((word) => /^\d{4}$/.test(word.text) && findDates(word.text).length === 0)
  if (line.words.some((word) => findDates(word.text).length > 0)) return new Map()
  const dates = findDates(mended)
  return new Map(months.length === dates.length ? months.map((word, index) => [word, dates[index]!.date]) : [])
}

/** Words of a line that dates more columns than have figures, which stand over none while others do. */
function headsOfLostColumns(line: Line, mended: string, bands: readonly Band[]): (word: LineWord) => boolean {
  const isOver = (word: LineWord) => bands.some((band) => band.x0 < word.x1 && word.x0 < band.x1)
  const dated = line.words.filter((word) => findDates(headWord(word)).length > 0)
  if (findDates(mended).length <= bands.length || !dated.some(isOver)) return () => false
  return (word) => dated.includes(word) && !isOver(word)
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
export function headsAlone(
  headLines: readonly Line[],
  mend: (text: string) => string,
): { page?: number; bands: Band[]; heads: ColumnHead[] } {
  const dated = headLines.findLast((line) => findDates(mend(line.text)).length > 0)
  const words = (dated?.words ?? []).filter((word) => findDates(headWord(word)).length > 0)
  const phrases = dated ? toPhrases(dated).filter((phrase) => findDates(phrase.text).length === 1) : []
  const places = words.length > 0 ? words.map((word) => ({ ...word, text: headWord(word) })) : phrases
  return {
    ...(dated ? { page: dated.page } : {}),
    bands: places.map(({ x0, x1 }) => ({ x0, x1 })),
    heads: places.map(({ text }) => readColumnHead(text)),
  }
}

/** A row of so many years tells where the columns of an overview stand, where the figures stand too close to. */
const FEWEST_YEARS = 4

/** The columns that the years of an overview stand over, where there are more of them than the figures show apart. */
export function bandsUnderYears(headLines: readonly Line[], found: readonly Band[]): readonly Band[] {
  const years = headLines
    .filter(({ words }) => !namesSpans(words))
    .map((line) => line.words.filter((word) => findDates(headWord(word)).length > 0))
    .find((words) => words.length >= FEWEST_YEARS && words.length > found.length)
  if (!years) return found
  const steps = years.slice(1).map((word, index) => word.x1 - years[index]!.x1)
  const step = Math.min(...steps)
  // figures end where their years do, or a little behind them
  const slack = 0.2 * step
  return years.map((word) => ({ x0: word.x1 + slack - step, x1: word.x1 + slack }))
}

/** "2010-01-01 - 2010-12-31 2009-01-01 - 2009-12-31": two dates stand over each column. */
function namesSpans(words: readonly LineWord[]): boolean {
  const each = words.reduce((sum, word) => sum + findDates(headWord(word)).length, 0)
  return findDates(words.map(headWord).join(' ')).length < each
}

/** A head in words: "Balanserat resultat" and "Förändring" name parts of equity, not kinds of figures. */
export function asWorded(head: ColumnHead | undefined): ColumnHead | undefined {
  return head && !/budget|utfall|avvikelse|differens|\bdiff\b|prognos/i.test(head.label)
    ? { ...head, scenario: null }
    : head
}
