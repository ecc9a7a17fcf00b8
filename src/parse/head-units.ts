import type { Band } from './bands.js'
import { readScenario, saysWhichYear } from './column-heads.js'
import { findDates } from './find-dates.js'
import type { Line, LineWord } from './line.js'
import { PHRASE_GAP } from './phrases.js'

/** Words of a head line that stand together over a column, or over several; no more than one date. */
export interface HeadUnit {
  readonly words: readonly LineWord[]
  /** As printed. */
  readonly text: string
  /** With its date as an ISO date, or as a year of four figures: other columns may have told how it is meant. */
  readonly spelt: string
  readonly isDated: boolean
  readonly x0: number
  readonly x1: number
}

/** A date that the first reader did not make out may stand in the second reading. */
export function headWord(word: LineWord): string {
  const isDate = (text: string) => findDates(text).length > 0
  return word.second !== undefined && !isDate(word.text) && isDate(word.second) ? word.second : word.text
}

// "Not", "Noter."
const NOTE = /^not(?:er)?[.:]?$/i
const KIND = /^(?:budget|utfall|bokslut|prognos)$/i
/** A space wider than this many heights may part two heads, if the words do. */
const WORD_GAP = 0.5

/** What stands between two words that are too far from each other to name one date. */
const APART = ' | '

/** A word of a head line, and where it begins in the text of the line. */
interface PlacedWord {
  readonly word: LineWord
  readonly text: string
  readonly at: number
}

/** A space this many times as wide as those between words of one head parts heads. */
const WIDER = 1.5

/** Whether words say of which year their column is by its place among the others, in more than one word: "Föregående år". */
function isUndated(group: readonly PlacedWord[]): boolean {
  return group.length > 1 && saysWhichYear(group.map(({ text }) => text).join(' '))
}

/** The widest space between words, as a share of the page's width. */
function widestSpace(group: readonly PlacedWord[]): number {
  return Math.max(...group.slice(1).map(({ word }, index) => word.x0 - group[index]!.word.x1))
}

/** The units of a head line, left to right. */
export function toHeadUnits(line: Line): HeadUnit[] {
  const placed: PlacedWord[] = []
  let all = ''
  for (const word of line.words) {
    const before = placed.at(-1)?.word
    const isApart = before !== undefined && word.x0 - before.x1 > PHRASE_GAP * line.height
    all += before === undefined ? '' : isApart ? APART : ' '
    placed.push({ word, text: headWord(word), at: all.length })
    all += headWord(word)
  }
  const dates = findDates(all, true)
  const dateAt = (at: number) => dates.findIndex((date) => date.at <= at && at < date.end)
  const dateOf = (one: PlacedWord) => dateAt(one.at + one.text.search(/[\p{L}\d]|$/u))
  const firstWord = placed.findIndex(({ text }) => readScenario(text) !== null)
  const firstDate = placed.findIndex((one) => dateOf(one) >= 0)
  const beginsWithWord = firstWord >= 0 && firstWord < firstDate
  const lastWord = placed.findLastIndex(({ text }) => ![null, 'variance'].includes(readScenario(text)))
  const endsWithDate = lastWord >= 0 && lastWord < placed.findLastIndex((one) => dateOf(one) >= 0)
  const heads = placed.flatMap((one, index) => {
    const [before, date] = [placed[index - 1], dates[dateOf(one)]]
    const isFirst = date && (before === undefined || dateOf(before) !== dateOf(one))
    return isFirst ? [`${date.date} ${readScenario(before?.text ?? '') ?? 'actual'}`] : []
  })
  // "2000 Budget 2000 1999" is of words first, "2000 Utfall 2000 Budget 1999" would then have the same head twice
  const areWordsFirst = beginsWithWord || (endsWithDate && new Set(heads).size === heads.length)
  const groups: PlacedWord[][] = []
  /** Whether a word that stands close behind others belongs to the next column all the same. */
  const opens = (one: PlacedWord, next: PlacedWord | undefined, group: PlacedWord[]): boolean => {
    const [date, before] = [dateOf(one), group.at(-1)!]
    if (NOTE.test(one.text) || group.every(({ text }) => NOTE.test(text))) return !/^nr/i.test(one.text)
    const isFull = group.some((other) => dateOf(other) >= 0)
    // of "2007 Avvikelse 2006" the difference has no date
    const isVariance = !beginsWithWord && group.every(({ text }) => readScenario(text) === 'variance')
    const space = one.word.x0 - before.word.x1
    if (date >= 0) return isFull || isVariance || (isUndated(group) && space > WIDER * widestSpace(group))
    // "2013/14 Föregående år 2013/14"
    if (isFull && saysWhichYear(one.text) && /^\p{Lu}/u.test(one.text)) return true
    // "År 2013/14 År 2012/13"
    const leads = group.slice(
      0,
      group.findIndex((other) => dateOf(other) >= 0),
    )
    if (isFull && leads.some(({ text }) => text.toLowerCase() === one.text.toLowerCase())) return true
    const scenario = readScenario(one.text)
    if (scenario === null) return false
    const isOther = group.some(({ text }) => (readScenario(text) ?? scenario) !== scenario)
    // "Budgetavvikelse Bokslut 2009"
    const isDated = next !== undefined && dateOf(next) >= 0
    // "BUDGET UTFALL": no head names two kinds and nothing between them
    const areKinds = KIND.test(one.text) && group.every(({ text }) => KIND.test(text))
    const isWide = isDated || areKinds || space > WORD_GAP * line.height
    return (
      (isFull && areWordsFirst) || (isOther && isWide && /\p{L}$/u.test(before.text) && !/^mot$/i.test(before.text))
    )
  }
  for (const [index, one] of placed.entries()) {
    const before = placed[index - 1]
    const isClose = before !== undefined && !all.slice(before.at, one.at).endsWith(APART)
    const isSame = isClose && dateOf(one) >= 0 && dateOf(one) === dateOf(before)
    if (isSame || (isClose && !opens(one, placed[index + 1], groups.at(-1)!))) groups.at(-1)!.push(one)
    else groups.push([one])
  }
  return groups.map((group) => {
    const [from, to] = [group[0]!.at, group.at(-1)!.at + group.at(-1)!.text.length]
    const own = dates.filter(({ at, end }) => at >= from && end <= to)
    const spelt = own.reduceRight(
      (text, { date, yearOnly, at, end }) =>
        `${text.slice(0, at - from)} ${yearOnly ? date.slice(0, 4) : date} ${text.slice(end - from)}`,
      all.slice(from, to),
    )
    const words = group.map(({ word }) => word)
    return {
      ...{ words, text: all.slice(from, to), spelt, isDated: own.length > 0 },
      ...{ x0: words[0]!.x0, x1: words.at(-1)!.x1 },
    }
  })
}

/** The units of words that stand together but end over two columns each at its edge: "Avvikelse 2018-01-01" over both. */
export function apartOver(unit: HeadUnit, line: Line, bands: readonly Band[]): HeadUnit[] {
  const endsOver = ({ x1 }: LineWord) => bands.findIndex((band) => Math.abs(band.x1 - x1) <= ALIGNED * line.height)
  const last = endsOver(unit.words.at(-1)!)
  const cut = unit.words.findIndex((word, index) => {
    const column = endsOver(word)
    return index < unit.words.length - 1 && column >= 0 && column < last
  })
  if (cut < 0) return [unit]
  const parts = [unit.words.slice(0, cut + 1), unit.words.slice(cut + 1)]
  return parts.flatMap((words) => toHeadUnits({ ...line, words }))
}

/** A head and its column have an edge or the middle in common to within so many heights. */
const ALIGNED = 0.5
/** A head over several columns stands over their middle to within so many heights. */
const CENTRED = 1
/** A head in order stands no farther than this from its column, in heights. */
const NEAR = 3
/** Words that end so many heights before the first column stand over the labels. */
const CORNER = 2
/** So do those that end before it and begin so many heights before. */
const FAR_LEFT = 8

const middle = ({ x0, x1 }: Band) => (x0 + x1) / 2
const distance = (a: Band, b: Band) => Math.max(a.x0 - b.x1, b.x0 - a.x1, 0)

/** The columns that each unit of a line stands over; none where it stands over the labels. */
export function columnsUnder(units: readonly HeadUnit[], bands: readonly Band[], height: number): number[][] {
  const isOrdered =
    units.length === bands.length && units.every((unit, at) => distance(unit, bands[at]!) <= NEAR * height)
  if (isOrdered) return units.map((_, at) => [at])
  const overOne = units.map((unit) => ownColumn(unit, bands, height))
  return units.map((unit, index) => {
    const [left, right] = [bands[0]!.x0 - unit.x0, bands[0]!.x0 - unit.x1]
    const isCorner = right > CORNER * height || (right > 0 && left > FAR_LEFT * height)
    if (index === 0 && isCorner && !/^not/i.test(unit.text)) return []
    const taken = new Set(overOne.filter((_, other) => other !== index))
    const span = spannedColumns(unit, bands, height).filter((at) => !taken.has(at))
    if (span.length > 1) return span
    // words between columns stand over what is no figure
    const own = overOne[index]!
    const isBetween =
      distance(unit, bands[own]!) > 0 &&
      units.some((one, at) => at !== index && overOne[at] === own && distance(one, bands[own]!) === 0)
    return isBetween ? [] : [own]
  })
}

/** Columns side by side whose common middle a unit stands over, if it is over no single one of them. */
function spannedColumns(unit: HeadUnit, bands: readonly Band[], height: number): number[] {
  const isOver = bands.some(
    (band) =>
      Math.abs(middle(band) - middle(unit)) <= ALIGNED * height ||
      Math.abs(band.x1 - unit.x1) <= ALIGNED * height ||
      Math.abs(band.x0 - unit.x0) <= ALIGNED * height,
  )
  if (isOver) return []
  const spans = bands.flatMap((first, from) =>
    bands.slice(from + 1).flatMap((last, step) => {
      const both = { x0: first.x0, x1: last.x1 }
      const isWithin = unit.x1 <= both.x1 && unit.x0 >= both.x0
      return isWithin ? [{ from, to: from + 1 + step, off: Math.abs(middle(both) - middle(unit)) }] : []
    }),
  )
  const best = spans.sort((a, b) => a.off - b.off)[0]
  if (!best || best.off > CENTRED * height) return []
  return Array.from({ length: best.to - best.from + 1 }, (_, step) => best.from + step)
}

/** The one column that a unit belongs to: an edge or the middle in common, else the most in common, else the nearest. */
function ownColumn(unit: HeadUnit, bands: readonly Band[], height: number): number {
  const off = bands.map((band) =>
    Math.min(Math.abs(band.x1 - unit.x1), Math.abs(band.x0 - unit.x0), Math.abs(middle(band) - middle(unit))),
  )
  const narrower = (band: Band) => Math.max(Math.min(band.x1 - band.x0, unit.x1 - unit.x0), Number.EPSILON)
  const common = bands.map((band) => (Math.min(band.x1, unit.x1) - Math.max(band.x0, unit.x0)) / narrower(band))
  const places = [...bands.keys()]
  const aligned = places.filter((at) => off[at]! <= ALIGNED * height && common[at]! > 0)
  if (aligned.length > 0) return aligned.sort((a, b) => off[a]! - off[b]!)[0]!
  return places.sort((a, b) => common[b]! - common[a]!)[0]!
}
