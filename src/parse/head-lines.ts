import type { Band } from './bands.js'
import { namesBody } from './bodies.js'
import { type ColumnHead, isHeadText, misreadScenario, readColumnHead } from './column-heads.js'
import { findDates } from './find-dates.js'
import { apartOver, columnsUnder, type HeadUnit, headWord, toHeadUnits } from './head-units.js'
import type { Line, LineWord } from './line.js'
import { isFigureWord } from './phrases.js'

// "Resultat och ställning 2014 2013 2012": words over the labels, and behind them nothing but dates
const DATES_BEHIND =
  /^(?:\d{1,2}\.\s)?(?<words>[^\d]{0,80}?)\s*(?<dates>(?:(?:19|20)\d\d(?:-\d\d-\d\d)?(?:\s[=–-])?\s?){2,})$/

// "Belopp itkr 2015/16 2014/15": so no amounts are printed, whatever the words before them are
const BROKEN_BEHIND = /^(?<words>[^\d]{0,80}?)\s*(?:(?:19|20)\d\d\/\d\d(?:\d\d)?(?:\s|$)){2,}$/

/** The words over the labels of a line that ends with the dates over two columns or more; undefined for other lines. */
export function wordsBeforeDates(mended: string): string | undefined {
  const overBroken = BROKEN_BEHIND.exec(mended)?.groups?.words
  if (overBroken !== undefined) return isHeadText(overBroken) ? undefined : overBroken.trim()
  const match = DATES_BEHIND.exec(mended)?.groups
  // "Not Budget 2016 2015": what stands before the first date is a head too
  if (!match || (match.words !== '' && isHeadText(match.words!))) return undefined
  const dates = findDates(match.dates!)
  const years = dates.map(({ date }) => Number(date.slice(0, 4)))
  const follow = years.slice(1).every((year, index) => Math.abs(year - years[index]!) === 1)
  // two years may be two amounts of thousands, but behind "Koncernen"
  const areYears = dates.length > 1 && (dates.every(({ yearOnly }) => !yearOnly) || namesBody(match.words!))
  const told = dates.length > 2 || areYears
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

/** Left edges this close, as shares of the page's width, are one edge. */
const SAME_EDGE = 0.004

/** "UTGÅENDE REDOVISAT" over "VÄRDE 1 742 617": words alone that begin where the label below does are the start of it. */
function beginsLabel(line: Line, below: Line | undefined, mended: string): boolean {
  if (findDates(mended, true).length > 0 || toHeadUnits(line).length > 1) return false
  const [own, next] = [line.words[0], below?.words[0]]
  return own !== undefined && next !== undefined && !isFigureWord(next.text) && Math.abs(own.x0 - next.x0) < SAME_EDGE
}

/** "året -35 -35" under "Avskrivningar under": what begins low where the words above do is their rest, no year is told in full. */
function endsLabelAbove(line: Line, above: Line | undefined): boolean {
  const [own, over] = [line.words[0], above?.words[0]]
  if (own === undefined || over === undefined || /\d{4}/.test(line.text)) return false
  return /^\p{Ll}/u.test(own.text) && !/\d/.test(above!.words.at(-1)!.text) && Math.abs(own.x0 - over.x0) < SAME_EDGE
}

function isFigure(text: string): boolean {
  return /\d/.test(text) && isFigureWord(text)
}

/** Whether a word may end the label of a row, and stands over no column. */
function endsLabel({ text }: LineWord): boolean {
  return /\p{L}{3}/u.test(text) && !isHeadText(text)
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
  // "1 234", or small figures behind a label
  const hasFigures = ({ words }: Line) =>
    words.some(({ text }, at) => (/\d{3}/.test(text) || (at > 0 && endsLabel(words[at - 1]!))) && isFigure(text))
  const areYears = lines.map(maybeYears)
  const areShort = lines.map((line) => isHeadText(line.text) && findDates(line.text, true).length > 1)
  const areMaybe = lines.map((_, index) => areYears[index]! || areShort[index]!)
  const first = lines.findIndex((line, index) => !areHeads[index] && !areMaybe[index] && hasFigures(line))
  const isOverFigures = (index: number) => first < 0 || index < first
  return areHeads.map((isHead, index) =>
    isOverFigures(index)
      ? isHead || areMaybe[index]!
      : isHead &&
        !(areHeads[index - 1] !== true && endsLabelAbove(lines[index]!, lines[index - 1])) &&
        (areHeads[index + 1] === true || !beginsLabel(lines[index]!, lines[index + 1], mend(lines[index]!.text))),
  )
}

/** Whether a printed line holds the heads of columns rather than amounts. */
export function isHeadLine(line: Line, mended: string): boolean {
  const heard = line.words.map((word) => (/\d/.test(word.text) ? headWord(word) : word.text)).join(' ')
  const isPartly = heard !== line.text && findDates(mended).length > 0
  return saysHeads(line, mended) || (isPartly && saysHeads(line, heard))
}

// "kostnader 7 5", behind "Övriga upplupna": the end of a row's label and small figures
const SMALL_FIGURES = /^\p{Ll}{4,}(?<figures>(?: \d{1,2}){2,})$/u

/** Whether the figures behind a small-lettered word are no years: those have two digits and follow each other. */
function endsRow(mended: string): boolean {
  const figures = SMALL_FIGURES.exec(mended)?.groups?.figures?.trim().split(' ')
  const areYears = figures?.every(
    (figure, at) => figure.length === 2 && (at === 0 || Math.abs(Number(figure) - Number(figures[at - 1])) === 1),
  )
  return areYears === false
}

function saysHeads(line: Line, mended: string): boolean {
  if (endsRow(mended)) return false
  if (wordsBeforeDates(mended) !== undefined) return true
  const bare = mended.replace(SCRAPS, ' ')
  if (!isHeadText(mended) && !isHeadText(bare)) return false
  // years of two figures may be amounts where no word says what they are
  if (!/\p{L}{2}/u.test(bare) && findDates(bare).length === 0) return false
  if (findDates(bare, true).length > 1) return true
  return isHeadText(mended) && !hasOtherNumbers(mended) && tellsColumn(line, mended)
}

/** Whether words say what a column holds; those that are labels of rows too, "Kostnader", must stand over columns. */
function tellsColumn(line: Line, mended: string): boolean {
  const { scenario, relative } = readColumnHead(mended)
  if (findDates(mended, true).length > 0 || /\bnot\b/i.test(mended)) return true
  if (scenario === null && relative === null) return false
  return toHeadUnits(line).length > 1 || line.words[0]!.x0 > LABELS_END
}

/** Whether there are numbers that are neither dates nor days. */
function hasOtherNumbers(text: string): boolean {
  const undated = findDates(text, true).reduceRight((rest, { at, end }) => rest.slice(0, at) + rest.slice(end), text)
  return (undated.match(/(?<!\d)\d{1,3}(?!\d)/g) ?? []).some((number) => Number(number) > 31)
}

/** What begins so many heights left of all columns is over none of them. */
const LEFT_OF_COLUMNS = 4

/** Whether a line is the days that a statement speaks of, under its title and over heads of its columns: "1 januari - 31 december 2013". */
function isSubtitle(
  units: readonly HeadUnit[],
  line: Line,
  headLines: readonly Line[],
  [first]: readonly Band[],
): boolean {
  const isAlone = units.length === 1 && units[0]!.isDated
  const dated = (other: Line) => toHeadUnits(other).filter(({ isDated }) => isDated)
  return (
    isAlone &&
    units[0]!.x0 < first!.x0 - LEFT_OF_COLUMNS * line.height &&
    headLines.some((other) => other !== line && other.page === line.page && dated(other).length > 1)
  )
}

const isOfNotes = ({ text }: HeadUnit) => /^not(?:er)?\.?$/i.test(text)
/** A column of references is at most this much wider than the word over it. */
const REFERENCES_WIDE = 1.5

/** The columns but the one of references that "Not" stands over: what is over several, "Koncernen", is not over it. */
function amountsUnder(headLines: readonly Line[], bands: readonly Band[]): number[] {
  const words = headLines.flatMap((line) => toHeadUnits(line).filter(isOfNotes))
  const isUnder = (band: Band, { x0, x1 }: HeadUnit) =>
    band.x0 < x1 && x0 < band.x1 && band.x1 - band.x0 <= REFERENCES_WIDE * (x1 - x0)
  return [...bands.keys()].filter((column) => !words.some((word) => isUnder(bands[column]!, word)))
}

/** The heads over each column, from the words that stand over it. */
export function readHeads(
  headLines: readonly Line[],
  bands: readonly Band[],
  mend: (text: string) => string,
): ColumnHead[] {
  if (bands.length === 0) return []
  const labels: { text: string; spelt: string }[][] = bands.map(() => [])
  const amounts = amountsUnder(headLines, bands)
  for (const line of headLines) {
    const title = wordsBeforeDates(mend(line.text)) ?? ''
    const isTitled = title !== ''
    if (namesBody(title)) labels[0]!.push({ text: title, spelt: title })
    const read = toHeadUnits(line).flatMap((unit) => apartOver(unit, line, bands))
    if (isSubtitle(read, line, headLines, bands)) continue
    const units = read.filter((unit) => !isTitled || /\d/.test(unit.text))
    const isOver = (unit: HeadUnit) => bands.some((band) => band.x0 < unit.x1 && unit.x0 < band.x1)
    const dated = units.filter(({ isDated }) => isDated)
    // dates of columns of which no figure was read
    const isLost = dated.length > bands.length && dated.some(isOver)
    const own = units.filter((unit) => !isLost || !unit.isDated || isOver(unit))
    const may = own.some(isOfNotes) || amounts.length === 0 ? [...bands.keys()] : amounts
    const under = may.map((column) => bands[column]!)
    for (const [index, columns] of columnsUnder(own, under, line.height).entries())
      for (const at of columns) labels[may[at]!]?.push(own[index]!)
  }
  return labels.map((label) =>
    readColumnHead(label.map(({ text }) => text).join(' '), label.map(({ spelt }) => spelt).join(' ')),
  )
}

/** The dates of head lines under which no figures stand, each as the head of a column. */
export function headsAlone(
  headLines: readonly Line[],
  mend: (text: string) => string,
): { page?: number; bands: Band[]; heads: ColumnHead[] } {
  const dated = headLines.findLast((line) => findDates(mend(line.text), true).length > 0)
  const units = dated ? toHeadUnits(dated).filter(({ isDated }) => isDated) : []
  return {
    ...(dated ? { page: dated.page } : {}),
    bands: units.map(({ x0, x1 }) => ({ x0, x1 })),
    heads: units.map(({ text, spelt }) => readColumnHead(text, spelt)),
  }
}

/** A row of so many years tells where the columns of an overview stand, where the figures stand too close to. */
const FEWEST_YEARS = 4

/** The columns that the years of an overview stand over, where there are more of them than the figures show apart. */
export function bandsUnderYears(
  headLines: readonly Line[],
  rows: readonly Line[],
  found: readonly Band[],
): readonly Band[] {
  const years = headLines
    .map((line) => toHeadUnits(line).filter(({ isDated }) => isDated))
    .find((units) => units.length >= FEWEST_YEARS && units.length > found.length)
  if (!years) return found
  const steps = years.slice(1).map((unit, index) => unit.x1 - years[index]!.x1)
  const step = Math.min(...steps)
  const slack = slackBehind(years, rows, MOST_SLACK * step)
  return years.map((unit) => ({ x0: unit.x1 + slack - step, x1: unit.x1 + slack }))
}

/** Figures end where their years do, or behind them by this share of the space from year to year at most. */
const MOST_SLACK = 0.2

/** How far behind the years the figures end: so far as nearly all of those do that end near one. */
function slackBehind(years: readonly HeadUnit[], rows: readonly Line[], most: number): number {
  const offs = rows.flatMap(({ words }) =>
    words.flatMap(({ text, x1 }) => {
      const off = isFigure(text) ? years.map((year) => x1 - year.x1).find((one) => Math.abs(one) <= most) : undefined
      return off === undefined ? [] : [off]
    }),
  )
  offs.sort((a, b) => a - b)
  const usual = offs[Math.floor(NEARLY_ALL * offs.length)]
  return usual === undefined ? most : Math.max(0, usual)
}

const NEARLY_ALL = 0.9

// what names kinds of figures and no part of equity
const SAYS_SCENARIO =
  /budget|utfall|avvikelse|differens|\bdiff\b|skillnad|återstår|beviljat|beviljade|förbrukat|förbrukade|prognos/i

/** A head in words: "Balanserat resultat" and "Förändring" name parts of equity, not kinds of figures. */
export function asWorded(head: ColumnHead | undefined): ColumnHead | undefined {
  if (!head || SAYS_SCENARIO.test(head.label)) return head
  return { ...head, scenario: misreadScenario(head.label) }
}
