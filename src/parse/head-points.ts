import { findPoints, fullYear, type Point } from './calendar-points.js'

/** A number of two figures over a column, and the word right before it. */
interface Loose {
  readonly year: number
  readonly isTold: boolean
  readonly at: number
  readonly end: number
}

// "82", "-82", "’82"
const LOOSE = /(?<![\d.,:/]|\d-)[-–’'´`]?(?<year>\d\d)(?![\d.,:/%)-]|[ -]\d{3}(?!\d))/g
// "Bokslut 82", "År 1612", "Utfall -07"; "Not 12" is no year
const WORD_BEFORE = /(?<word>\p{L}{2,})\.?\s*$/u
const REFERENCE = /^(?:no[tlr](?:er)?|nr|sid\p{L}*)$/iu

function isTold(text: string, at: number): boolean {
  const word = WORD_BEFORE.exec(text.slice(0, at))?.groups?.word
  return word !== undefined && !REFERENCE.test(word)
}

/** Numbers that go from one to the next by one, or stay: years over columns. */
function areInOrder(numbers: readonly number[]): boolean {
  return numbers.slice(1).every((number, index) => Math.abs(number - numbers[index]!) <= 1)
}

// "2007–2106", "1907–2006": July of 2020 to June of 2021
const MONTHS = /(?<!\d)(?<from>\d\d(?:0[1-9]|1[0-2]))\s?[-–—]\s?(?<to>\d\d(?:0[1-9]|1[0-2]))(?!\d)/g
/** A range of years, which may look like one of months, is shorter. */
const LONGEST_RANGE = 50

/** The months at which years begin and end that are set in four figures each, and can be no range of years. */
function spansOfMonths(text: string): Point[] {
  return [...text.matchAll(MONTHS)].flatMap((match): Point[] => {
    const { from = '', to = '' } = match.groups!
    const ends = [from, to].map((one) => ({ year: fullYear(one.slice(0, 2)), month: Number(one.slice(2)) }))
    const [first, last] = ends
    const isYear = (last!.year - first!.year) * 12 + last!.month - first!.month === 11
    if (!isYear || Number(to) - Number(from) < LONGEST_RANGE) return []
    const end = match.index + match[0].length
    return [
      { ...first!, at: match.index, end: match.index + from.length },
      { ...last!, at: end - to.length, end },
    ]
  })
}

/** The points that a text over columns names: two figures are a year there, four a month, if they look like it. */
export function headPoints(text: string): Point[] {
  const spans = spansOfMonths(text)
  const isInSpan = (point: Point) => spans.some(({ at, end }) => point.at < end && at < point.end)
  const points = [...findPoints(text, true).filter((point) => !isInSpan(point)), ...spans].sort((a, b) => a.at - b.at)
  const months = points.filter(({ year, month, short }) => year === undefined && month === undefined && short)
  const isMonth = ({ at }: Point) =>
    isTold(text, at) ||
    (months.length > 1 &&
      new Set(months.map(({ short }) => short!.month)).size === 1 &&
      areInOrder(months.map(({ short }) => short!.year)) &&
      points.length === months.length)
  const named = points.map((point) => (months.includes(point) && isMonth(point) ? { ...point, ...point.short } : point))
  const loose = [...text.matchAll(LOOSE)].flatMap((match): Loose[] => {
    const [at, end] = [match.index, match.index + match[0].length]
    if (points.some((point) => point.at < end && at < point.end)) return []
    const isMarked = /^[-–’'´`]/.test(match[0])
    return [{ year: fullYear(match.groups!.year!), isTold: isMarked || isTold(text, at), at, end }]
  })
  const areYears = loose.length > 1 && areInOrder(loose.map(({ year }) => year))
  const years = loose.filter((one) => one.isTold || areYears).map(({ year, at, end }): Point => ({ year, at, end }))
  return [...named, ...years].sort((a, b) => a.at - b.at)
}
