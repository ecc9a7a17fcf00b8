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

/** The points that a text over columns names: two figures are a year there, four a month, if they look like it. */
export function headPoints(text: string): Point[] {
  const points = findPoints(text, true)
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
