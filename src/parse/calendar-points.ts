/** What a text names of a date. */
interface Named {
  readonly year?: number
  /** 1..12; absent where only a year is named. */
  readonly month?: number
  readonly day?: number
  /** Year and month, if it turns out that two figures stand for each: "0701" at an end of a span, "1612" over a column. */
  readonly short?: { readonly year: number; readonly month: number }
}

/** A day, a month or a year that a text names, as far as it does, and where. */
export interface Point extends Named {
  readonly at: number
  readonly end: number
}

/** A number or the name of a month. */
interface Part {
  readonly text: string
  /** The month that it names; undefined for a number. */
  readonly month: number | undefined
  /** A Roman number is a month only behind its day. */
  readonly isRoman: boolean
  readonly at: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const MONTH =
  '(?:jan(?:uari)?|febr?(?:uari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})'
// "31", "december", "sept.", "XII"
const PART = new RegExp(`\\d+|(?<![\\p{L}])(?:${MONTH}\\.?|[IVX]{1,4}(?!\\p{L}))`, 'giu')
// "/12", ".12", " dec": what stands before it is a day, no year
const GOES_ON = new RegExp(`^(?:[./:][\\dIVX]|\\s?${MONTH})`, 'iu')
// "/2007-12-31", "/2007-12", "/07.12.31": another date behind a stroke, before which the first one ends
const DATE_BEHIND = /^\/(?:(?:19|20)\d\d[-.]\d\d|\d\d(?<mark>[-.])\d\d\k<mark>\d\d)(?!\d)/
// "-dec 2020", or " dec 2020" where the dash was not read: of "2020 jan-dec 2020" the first year is another column's
const SPAN_BEHIND = new RegExp(`^\\s?-?\\s?${MONTH}\\.?\\s(?:19|20)\\d\\d`, 'iu')
// "-", " - ", "/", ".", " ", " -", "’": what may stand between the parts of one date
const BETWEEN = /^(?:\s?[-./’'´]\s?|\s|\.?\s[-’'´])?$/

// "2012-12 2011-12": the same month of two years, not two fiscal years
const YEAR_AND_TWO = /(?<![\d-])(?:19|20)\d\d-(\d\d)(?![\d-])/g

/** Years of reports; those of two figures lie between 1970 and 2069. */
const YEARS = { first: 1970, last: 2030 }

/** The year that four figures or the last two of them name. */
export function fullYear(text: string): number {
  const number = Number(text)
  return text.length === 4 ? number : number < 70 ? 2000 + number : 1900 + number
}

const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text)
const isTwo = (text: string) => /^\d\d$/.test(text)
const monthOf = (text: string) => (/^(?:0?[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined)
const dayOf = (text: string) => (/^(?:0?[1-9]|[12]\d|3[01])$/.test(text) ? Number(text) : undefined)

/** Whether a day is the first or the last of its month, as those on which accounts begin and end are. */
function isBoundary({ year, month, day }: Named): boolean {
  const isLast = day === new Date(Date.UTC(year!, month!, 0)).getUTCDate()
  return (day === 1 || isLast) && year! >= YEARS.first && year! <= YEARS.last
}

function toParts(text: string): Part[] {
  return [...text.matchAll(PART)].flatMap((match) => {
    const [word] = match
    const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 || ROMAN.indexOf(word) + 1 || undefined
    if (!/\d/.test(word) && month === undefined) return []
    const isRoman = /^[IVX]+$/.test(word)
    return [{ text: word, month, isRoman, at: match.index, end: match.index + word.length }]
  })
}

/** A whole date of day, month and year, in whatever order. */
function readDay([first, middle, last]: readonly Part[], [one, two]: readonly string[]): Named | undefined {
  if (!first || !middle || !last || first.month !== undefined || last.month !== undefined) return undefined
  const month = middle.month ?? monthOf(middle.text)
  if (month === undefined) return undefined
  const of = (year: Part, day: Part): Named[] => {
    const named = dayOf(day.text)
    return named !== undefined && (isYear(year.text) || isTwo(year.text))
      ? [{ year: fullYear(year.text), month, day: named }]
      : []
  }
  const isSpaced = one === ' ' && middle.month === undefined
  // "3 12 2009" may be a reference and amounts
  if (isSpaced && !(one === two && isTwo(middle.text) && isTwo(first.text.slice(-2)) && isTwo(last.text.slice(-2))))
    return undefined
  // "2009/10 07-07": a broken year, and behind it what another column says
  if (isYear(first.text) && one === '/' && two === ' ') return undefined
  if (isYear(first.text)) return of(first, last)[0]
  if (isYear(last.text)) return of(last, first)[0]
  // "07-01 - 07" and "1 12 31" are no dates, "31/12 07" and "31 dec -07" are
  const isEven = one === two
  const isLoose = isEven || middle.month !== undefined || /[/.]/.test(one ?? '')
  const readings = [...(isEven ? of(first, last) : []), ...(isLoose ? of(last, first) : [])]
  if (one === '/' || middle.month !== undefined) readings.reverse()
  // of "07.12.31" and "31.12.07" that is meant which begins or ends a month
  return readings.find(isBoundary) ?? (isSpaced ? undefined : readings[0])
}

/** A month and its year, or a day and its month. */
function readPair([first, last]: readonly Part[], between: string): Named | undefined {
  if (!first || !last || first.isRoman) return undefined
  const mark = between.trim()
  if (first.month !== undefined) {
    const isNamed = isYear(last.text) || (isTwo(last.text) && mark !== '' && mark !== '.')
    return last.month === undefined && isNamed ? { year: fullYear(last.text), month: first.month } : undefined
  }
  const month = last.month ?? monthOf(last.text)
  if (isYear(first.text) && month !== undefined && !last.isRoman && (last.month !== undefined || mark !== ''))
    return isTwo(last.text) || last.month !== undefined ? { year: fullYear(first.text), month } : undefined
  if (isYear(last.text) && mark === '/' && monthOf(first.text) !== undefined)
    return { year: fullYear(last.text), month: monthOf(first.text)! }
  const day = dayOf(first.text)
  const short = isTwo(first.text) && isTwo(last.text) && /^[-.]$/.test(between) ? shortMonth(first.text, last.text) : {}
  if (month !== undefined && day !== undefined && (last.month !== undefined || /^[/.]$/.test(mark)))
    return { month, day, ...short }
  return short.short && short
}

/** A date over a column of which one dash or both were not read: "2020 1231", "2020-1231", "202012 31", by its parts. */
function readTorn([first, last]: readonly Part[], between: string): Named | undefined {
  if (!first || !last || !/^[ -]$/.test(between)) return undefined
  const digits = first.text + last.text
  const isTorn = isYear(first.text.slice(0, 4)) && digits.length === 8 && first.text.length % 2 === 0
  const named = isTorn ? readOne({ ...first, text: digits }) : undefined
  return named?.day !== undefined && isBoundary(named) ? named : undefined
}

function shortMonth(year: string, two: string): Named {
  const month = monthOf(two)
  return month === undefined ? {} : { short: { year: fullYear(year), month } }
}

/** Two years that follow each other: that of "2006/2007", "2006/07" and, over columns, "06/07" is the later one. */
function readBrokenYear([first, last]: readonly Part[], between: string, asHead: boolean): Named | undefined {
  if (!first || !last || !/^\s?[/-]\s?$/.test(between)) return undefined
  const isShort = asHead && isTwo(first.text) && isTwo(last.text)
  if (!isShort && !(isYear(first.text) && (isYear(last.text) || isTwo(last.text)))) return undefined
  const later = (fullYear(first.text) + 1).toString()
  return later.endsWith(last.text) ? { year: Number(later) } : undefined
}

/** A date of one number or word: "20071231", "071231", "200712", "0712", "2007", "december". */
function readOne({ text, month, isRoman }: Part): Named | undefined {
  if (month !== undefined) return isRoman ? undefined : { month }
  const [, year = '', two = '', last = ''] = /^((?:19|20)?\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []
  const day = year === '' ? undefined : { year: fullYear(year), month: Number(two), day: Number(last) }
  // "201212" is December of 2012
  const isLong = isYear(text.slice(0, 4)) && /^\d{4}(?:0[1-9]|1[0-2])$/.test(text)
  if (isLong && !(day && isBoundary(day))) return { year: fullYear(text.slice(0, 4)), month: Number(text.slice(4)) }
  if (day) return day
  if (isYear(text)) return { year: fullYear(text) }
  const short = /^\d{4}$/.test(text) ? shortMonth(text.slice(0, 2), text.slice(2)) : {}
  return short.short && short
}

/** The days, months and years that a text names, in order; `asHead` says that it stands over columns. */
export function findPoints(text: string, asHead: boolean): Point[] {
  const even = text.replace(/[–—−~]/g, '-')
  const parts = toParts(even)
  const ends = [...even.matchAll(YEAR_AND_TWO)].map(([, two]) => two)
  const areMonths = ends.length > 1 && new Set(ends).size === 1
  const points: Point[] = []
  for (let index = 0; index < parts.length; ) {
    const own: Part[] = []
    const between: string[] = []
    for (const part of parts.slice(index, index + 3)) {
      const gap = own.length === 0 ? '' : even.slice(own.at(-1)!.end, part.at)
      if (own.length > 0 && !BETWEEN.test(gap)) break
      if (own.length > 0) between.push(gap)
      own.push(part)
    }
    const readings: readonly (readonly [number, () => Named | undefined])[] = [
      [3, () => readDay(own, between)],
      [2, () => (areMonths ? undefined : readBrokenYear(own, between[0]!, asHead))],
      [2, () => (asHead ? readTorn(own, between[0]!) : undefined)],
      [2, () => readPair(own, between[0]!)],
      [1, () => readOne(own[0]!)],
    ]
    const isWhole = (count: number) => {
      const last = own[count - 1]
      if (last === undefined || count === 1) return last !== undefined
      const behind = even.slice(last.end)
      // "2001-12-81": a date of which but the year was read
      if (count === 2 && isYear(own[0]!.text) && /^-\d\d(?!\d)/.test(behind)) return false
      // "2021/22 jul-jun 2022": the second year is no day of the month behind it
      if (count === 2 && isYear(own[0]!.text) && between[0] === '/' && readBrokenYear(own, '/', asHead)) return true
      const goesOn = isTwo(last.text) && GOES_ON.test(behind) && !DATE_BEHIND.test(behind)
      return !goesOn && !(last.month !== undefined && SPAN_BEHIND.test(behind))
    }
    const found = readings.flatMap(([count, read]) => {
      const named = isWhole(count) ? read() : undefined
      return named ? [{ count, named }] : []
    })[0]
    const count = found?.count ?? 1
    // "-2009" is an amount
    const isNegative = count === 1 && found?.named.month === undefined && /(?<!\d)-$/.test(even.slice(0, own[0]!.at))
    if (found && !isNegative) points.push({ ...found.named, at: own[0]!.at, end: own[count - 1]!.end })
    index += count
  }
  return points
}
