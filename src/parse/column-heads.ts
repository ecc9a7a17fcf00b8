import type { Column, Scenario, Unit } from '../model/report.js'
import { spellPeriods } from './short-periods.js'

/** What the words over a column say. */
export interface ColumnHead {
  readonly label: string
  readonly periodEnd: string | null
  /** True where the column is said to hold the year before, without naming it. */
  readonly isPrevious: boolean
  /** True where only a year is named, so that the end of the fiscal year must be put in. */
  readonly yearOnly: boolean
  readonly scenario: Scenario | null
  readonly unit: Unit | null
  readonly isNote: boolean
}

const DASH = '[-–—−~]'
// "2019-01-01 - 2019-12-31", "2013.12.31", "20131231"
const ISO_DATE = /(?<y>(?:19|20)\d{2})[-–.—/](?<m>0[1-9]|1[0-2])[-–.—/](?<d>[0-3]\d)/g
// "131231", "190101-191231"
const SHORT_DATE = /(?<![\d])(?<y>\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?![\d])/g
// "20131231"
const LONG_DATE = /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/g
// "31 december 2014", "31 dec 2014", "31/12 2014"
const WORD_DATE =
  /(?<d>[0-3]?\d)[ /.]+(?<m>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.? (?<y>(?:19|20)\d{2})/giu
// "31.12.2014", "1.1–31.12.2014"
const DOTTED_DATE = /(?<![\d.])(?<d>[0-3]?\d)\.(?<m>1[0-2]|0?[1-9])\.(?<y>(?:19|20)\d\d)(?!\d)/g
// "94-12-31"
const DASHED_DATE = /(?<![\d-])(?<y>\d\d)-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\d|3[01])(?![\d-])/g
// "81.12.31", "81.01.01-81.12.31"
const PRINTER_DATE = /(?<![\d.])(?<y>\d\d)\.(?<m>0[1-9]|1[0-2])\.(?<d>0[1-9]|[12]\d|3[01])(?![\d.])/g
// "31/12 2014"
const SLASHED_DATE = /(?<!\d)(?<d>[0-3]?\d)\/(?<m>1[0-2]|0?[1-9])[ -]+(?<y>(?:19|20)\d\d)(?!\d)/g
// "31/12-81", "31/12 -81", "31/12/81", "31.12.81"; "1/1-31/12" names no year
const SHORT_YEAR_DATE =
  /(?<![\d./-])(?<d>[0-3]?\d)(?:\/(?<m>1[0-2]|0?[1-9])(?: ?[-–/] ?| ')|\.(?<n>0[1-9]|1[0-2])\.)(?<y>\d\d)(?!\d|\.|\/\d)/g
// "2016/2017", "2016/17", "2016-2017"
const BROKEN_YEAR = /(?<!\d)(?<from>(?:19|20)\d{2})\s?[/–-]\s?(?<to>(?:19|20)?\d{2})(?![\d-])/g
const YEAR = /(?<![\d-])(?<y>(?:19|20)\d{2})(?![\d])/g
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

function isoDate(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}

function fullYear(two: number): number {
  return two < 70 ? 2000 + two : 1900 + two
}

// "2006;/07", "2006707.", "2013114": the stroke of a broken year misread; the second year must follow the first
const BLURRED_BROKEN_YEAR = /(?<![\d])(?<from>(?:19|20)\d\d)[;:,.]?[/7\\|lI1!](?<to>\d\d)(?![\d])/g

/** The text with the strokes of broken years put right, where the second year follows the first, and short forms spelt. */
function mendPeriods(text: string): string {
  return spellPeriods(text).replace(BLURRED_BROKEN_YEAR, (read, from: string, to: string) =>
    Number(to) === (Number(from) + 1) % 100 ? `${from}/${to}` : read,
  )
}

/** The dates that the text names, in order; of a span only its end. */
export function findDates(read: string): { date: string; yearOnly: boolean; at: number }[] {
  const found: { date: string; yearOnly: boolean; at: number; end: number }[] = []
  const text = mendPeriods(read)
  let rest = text
  const take = (
    pattern: RegExp,
    read: (groups: Record<string, string>) => { date: string; yearOnly: boolean } | undefined,
  ) => {
    for (const match of rest.matchAll(pattern)) {
      const read_ = read((match.groups ?? {}) as Record<string, string>)
      if (!read_) continue
      found.push({ ...read_, at: match.index, end: match.index + match[0].length })
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length)
    }
  }
  const exact = (groups: Record<string, string>) => {
    const month = MONTHS.indexOf((groups.m ?? '').toLowerCase()) + 1 || Number(groups.m)
    const year = (groups.y ?? '').length === 2 ? fullYear(Number(groups.y)) : Number(groups.y)
    const day = Number(groups.d)
    return month >= 1 && month <= 12 && day >= 1 && day <= 31
      ? { date: isoDate(year, month, day), yearOnly: false }
      : undefined
  }
  take(ISO_DATE, exact)
  take(LONG_DATE, exact)
  take(WORD_DATE, exact)
  take(SLASHED_DATE, exact)
  take(SHORT_YEAR_DATE, ({ n, ...groups }) => exact(n === undefined ? groups : { ...groups, m: n }))
  take(DOTTED_DATE, exact)
  take(DASHED_DATE, exact)
  take(PRINTER_DATE, exact)
  take(SHORT_DATE, exact)
  take(BROKEN_YEAR, (groups) => {
    const from = Number(groups.from)
    const follows =
      (groups.to ?? '').length === 2 ? (from + 1) % 100 === Number(groups.to) : from + 1 === Number(groups.to)
    return follows ? { date: `${from + 1}-12-31`, yearOnly: true } : undefined
  })
  take(YEAR, (groups) => ({ date: `${groups.y}-12-31`, yearOnly: true }))
  found.sort((a, b) => a.at - b.at)
  // "2019-01-01 - 2019-12-31": the first of two dates joined by a dash is where the span begins
  return found.filter((one, index) => {
    const next = found[index + 1]
    if (!next || one.yearOnly || next.yearOnly) return true
    const between = text.slice(one.end, next.at)
    return !(new RegExp(`^\\s*(?:${DASH}|t\\.?o\\.?m\\.?|till)\\s*$`).test(between) && one.date < next.date)
  })
}

const SCENARIOS: readonly (readonly [RegExp, Scenario])[] = [
  [/avvikelse|differens|netto-?avvikelse|\bdiff\b|budgetavvikelse|förändring|återstår/i, 'variance'],
  [/budget|anslag|beviljat|beviljade|avsatta medel|tilldelade medel|tilldelat/i, 'budget'],
  [/prognos/i, 'forecast'],
  [/utfall|bokslut|redovisat|resultat|kostnad|förbrukat|förbrukade/i, 'actual'],
]

// "Föregående år", "Fg. år", "Fjolåret"
const PREVIOUS_YEAR = /(?:föregående|förra|fg\.?) år|fjolår/i

function isYear(start: string, end: string): boolean {
  return start.startsWith(`${end.slice(0, 4)}-01-0`) && end.endsWith('-12-31')
}

/** Reads the words that stand over one column. */
export function readColumnHead(label: string): ColumnHead {
  const printed = label.replace(/\s+/g, ' ').trim()
  const text = mendPeriods(printed)
  const dates = findDates(text)
  // a span over two lines of which only the first was read: where it begins says which year it is
  const begins = dates.length === 1 && dates[0]!.date.endsWith('-01-01') && !dates[0]!.yearOnly
  // two dates over one column that are no span: the heads of two columns, and which is meant is not told
  const [one, two] = dates
  // "2010-01-07 2010-12-31": the day on which the year begins may be misread
  const spans = one && two && one.date < two.date && (one.date.endsWith('-01') || isYear(one.date, two.date))
  const torn = one && two && one.date !== two.date && !spans
  const last = torn ? undefined : begins ? { ...dates[0]!, yearOnly: true } : dates.at(-1)
  const scenario = SCENARIOS.find(([pattern]) => pattern.test(text))?.[1] ?? null
  const unit: Unit | null = /%|procent|andel/i.test(text) ? '%' : readUnit(text)
  return {
    label: printed,
    periodEnd: last?.date ?? null,
    yearOnly: last?.yearOnly ?? false,
    isPrevious: last === undefined && PREVIOUS_YEAR.test(text),
    scenario,
    unit,
    isNote: /^(?:\(?(?:se )?no[tl](?:er)?[.:]?(?: ?nr\.?)?\)?\s*)+$/i.test(text),
  }
}

/** The unit that the text names: `(kkr)`, `Belopp i tkr`, `kronor`. */
export function readUnit(text: string): Unit | null {
  if (/\b(?:mkr|mnkr|miljoner kr\p{L}*|mkr\.)\b/iu.test(text)) return 'mkr'
  if (/\b(?:tkr|k{2,3}r|ksek|tsek|tusen(?:tal)? kr\p{L}*|tusentals kronor|1000-tal kronor)\b/iu.test(text)) return 'tkr'
  if (/(?:^|[\s(,])(?:kr|sek|kronor|k[rt])(?:[\s).,:;]|$)/iu.test(text)) return 'kr'
  return null
}

/** Whether the text holds nothing but what stands over columns. */
export function isHeadText(text: string): boolean {
  const rest = mendPeriods(text)
    .replace(/(?:19|20)?\d{2}[-–./]\d{2}[-–./]\d{2}|\b\d{6}\b|\b\d{8}\b|\b(?:19|20)\d{2}\b/g, ' ')
    .replace(/[-–—−~/().,:;%|=_*»«•"']/g, ' ')
    .replace(
      /(?<![\p{L}\d])(?:belopp(?:en)?|i|kr|kt|tkr|k+r|mkr|ksek|sek|kronor|tusental|(?:se )?not(?:er)?|nr|bokslut|budget|utfall|(?:netto-?|budget-?)?avvikelse|differens|prognos|helår|delår|aktuell|jan(?:uari)?|feb|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|år|årets|föregående|förra|fg|fjolåret|per|och|mot|den|andel|fördelning|delårsbokslut|ack|period(?:en)?|s|insatser|delprogram|projekt|verksamhet|kostnader|konto|benämning|text)(?![\p{L}\d])/giu,
      ' ',
    )
    .replace(/\b\d{1,2}\b/g, ' ')
  return rest.trim() === '' && /\p{L}|\d{2}/u.test(text)
}

/** Whether the text says in what unit the figures are, and nothing else: `Kronor`, `Belopp i tkr`, `tkr tkr`. */
export function isUnitText(text: string): boolean {
  const spelt = text
    .replace(/1[ .]?000-tals?/i, 'tusental')
    .replace(
      /(?<!\p{L})(?:samtliga|alla|anges|angivna|redovisas|är|hela|svenska|tusen|tusentals|miljoner)(?!\p{L})/giu,
      ' ',
    )
  return !/\d/.test(spelt) && readUnit(text) !== null && isHeadText(spelt)
}

/** A column as the report holds it, its year completed to a date with the end of the fiscal year (`MM-DD`). */
export function toColumn(head: ColumnHead | undefined, fiscalYearEnd: string): Column {
  const end = head?.periodEnd ?? null
  return {
    label: head?.label ? head.label : null,
    periodEnd: end !== null && head?.yearOnly ? `${end.slice(0, 4)}-${fiscalYearEnd}` : end,
    scenario: head?.scenario ?? 'actual',
    unit: head?.unit === '%' ? '%' : null,
  }
}
