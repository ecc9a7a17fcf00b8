import type { Column, Scenario, Unit } from '../model/report.js'
import { type FoundDate, findDates, isoDate } from './find-dates.js'
import { isOneApart } from './is-one-apart.js'

/** What the words over a column say. */
export interface ColumnHead {
  readonly label: string
  readonly periodEnd: string | null
  /** The year of the report or the one before it, where the words say which without naming it. */
  readonly relative: 'current' | 'previous' | null
  /** True where only a year is named, so that the end of the fiscal year must be put in. */
  readonly yearOnly: boolean
  readonly scenario: Scenario | null
  readonly unit: Unit | null
  readonly isNote: boolean
}

const SCENARIOS: readonly (readonly [RegExp, Scenario])[] = [
  [/avvik|differens|\bdiff\b|skillnad|förändring|återstår|^\W*\+\W{1,3}$/i, 'variance'],
  [/budget|\bbud\b|anslag|beviljat|beviljade|avsatta medel|tilldelade medel|tilldelat/i, 'budget'],
  [/prognos/i, 'forecast'],
  [/utfall|bokslut|redovisat|redovisning|resultat|kostnad|förbrukat|förbrukade|verklig|faktisk/i, 'actual'],
]

// "Föregående år", "Fg. års utfall", "Fjolåret", "Föreg. bokslut", "Närmast föregående räkenskapsår", "Förra årets"
const PREVIOUS = /föregående|(?<!\p{L})(?:föreg|fg)(?!\p{L})|förra (?:år|period|bokslut)|fjol/iu
// "IB", "Ingående balans", "Ing. saldo", "Vid årets början", "Årets ingång": where the year before ended
const OPENING = /(?<!\p{L})(?:ib|ing(?:ående)?(?:\.| balans| saldo| värde)|årets (?:början|ingång))(?!\p{L})/iu
// "I år", "Årets", "Detta år", "Innevarande period", "Räkenskapsåret", "Aktuellt år", "Året"
const CURRENT =
  /^(?:i år|årets?|(?:\p{L}+ )?i år|årets utfall)$|(?<!\p{L})(?:(?:detta|denna|innevarande|aktuellt|nuvarande) (?:\p{L}*år|period)|(?:räkenskaps|verksamhets|bokförings)året?s?)(?!\p{L})/iu
// "UB", "Utgående balans", "Utg. saldo", "Vid årets slut", "Årets utgång"
const CLOSING = /(?<!\p{L})(?:ub|utg(?:ående)?(?:\.| balans| saldo| värde)|årets (?:slut|utgång))(?!\p{L})/iu

/** Whether words speak of a year by its place among the others: "Föregående år". */
export function saysWhichYear(text: string): boolean {
  return readRelative(text) !== null
}

/** The year that a head speaks of without naming it. */
function readRelative(text: string): ColumnHead['relative'] {
  if (PREVIOUS.test(text) || OPENING.test(text)) return 'previous'
  return CURRENT.test(text) || CLOSING.test(text) ? 'current' : null
}

function isYear(start: string, end: string): boolean {
  return start.startsWith(`${end.slice(0, 4)}-01-0`) && end.endsWith('-12-31')
}

/** Words that say it by themselves, and are told by all letters but one: "Budset", "Boksiut". */
const SCENARIO_WORDS: ReadonlyMap<string, Scenario> = new Map([
  ['budget', 'budget'],
  ['utfall', 'actual'],
  ['bokslut', 'actual'],
  ['prognos', 'forecast'],
  ['avvikelse', 'variance'],
])

/** The kind of figures that words over a column name, though a letter be misread; null where they name none. */
export function readScenario(text: string): Scenario | null {
  return SCENARIOS.find(([pattern]) => pattern.test(text))?.[1] ?? misreadScenario(text)
}

/** The kind of figures that a word names of which one letter was misread; null where there is none. */
export function misreadScenario(text: string): Scenario | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const near = [...SCENARIO_WORDS].find(([known]) => words.some((word) => isOneApart(word, known)))
  return near?.[1] ?? null
}

/** The date that all say: "2004/2005" over its span is told to the day by the span. */
function toldDate(dates: readonly FoundDate[]): FoundDate | undefined {
  return dates.findLast(({ yearOnly }) => !yearOnly) ?? dates.at(-1)
}

/** Whether dates over one column contradict each other. */
function torn(dates: readonly FoundDate[]): boolean {
  const [one, two] = dates
  if (!one || !two || one.date === two.date) return false
  // "2004" over "2004-07-01 - 2005-06-30" is the same year, "Budget 2008/09" beside "30 juni 2008" another
  const apart = Math.abs(Number(one.date.slice(0, 4)) - Number(two.date.slice(0, 4)))
  if (one.yearOnly !== two.yearOnly) return apart > (one.isSpan || two.isSpan ? 1 : 0)
  // "2010-01-07 2010-12-31": the day on which the year begins may be misread
  return !(one.date < two.date && (one.date.endsWith('-01') || isYear(one.date, two.date)))
}

// "Not", "(Se not)", "Not nr.": over a column of references
const NOTES = /^(?:\(?(?:se )?no[tl](?:er)?[.:]?(?: ?nr\.?)?\)?\s*)+$/i

/** Whether words stand over references to notes; the unit of the table may stand over them, at its edge: "Belopp i kr Not". */
function isOverNotes(text: string): boolean {
  const at = text.search(/\(?(?:se )?(?<!\p{L})no[tl]/iu)
  return at >= 0 && NOTES.test(text.slice(at)) && (at === 0 || isUnitText(text.slice(0, at)))
}

/** Reads the words that stand over one column; `spelt` has dates that only its line told as ISO dates. */
export function readColumnHead(label: string, spelt = label): ColumnHead {
  const text = spelt.replace(/\s+/g, ' ').trim()
  const dates = findDates(text, true)
  // a span over two lines of which only the first was read: where it begins says which year it is
  const begins = dates.length === 1 && dates[0]!.date.endsWith('-01-01') && !dates[0]!.yearOnly
  // two dates over one column that are no span: the heads of two columns, and which is meant is not told
  const named = torn(dates) ? undefined : begins ? { ...dates[0]!, yearOnly: true } : toldDate(dates)
  const last = named && OPENING.test(text) ? { ...named, date: yearBefore(named.date) } : named
  const unit: Unit | null = /%|procent|andel/i.test(text) ? '%' : readUnit(text)
  return {
    label: label.replace(/\s+/g, ' ').trim(),
    periodEnd: last?.date ?? null,
    yearOnly: last?.yearOnly ?? false,
    relative: dates.length === 0 ? readRelative(text) : null,
    scenario: readScenario(text),
    unit,
    isNote: isOverNotes(text),
  }
}

// "Belopp i lusental§ kronor": what stands before it may be thousands, misread
const OF_UNREAD_SIZE = /(?<!\p{L})belopp(?:en)? i (?!(?:hela|svenska)\s)[^\s,]+ kronor/iu

/** The unit that the text names: `(kkr)`, `Belopp i tkr`, `Belopp itkr`, `kronor`; null where a word that was not read is part of it. */
export function readUnit(text: string): Unit | null {
  if (/\bi?(?:mkr|mnkr|miljoner kr\p{L}*|mkr\.)\b/iu.test(text)) return 'mkr'
  if (/\bi?(?:tkr|k{2,3}r|ksek|tsek|tusen[\p{L}'’´`]{0,5} kr\p{L}*|1[ .]?000-tals?)\b/iu.test(text)) return 'tkr'
  if (OF_UNREAD_SIZE.test(text)) return null
  if (/(?:^|[\s(,])(?:kr|sek|kronor|k[rt])(?:[\s).,:;]|$)/iu.test(text)) return 'kr'
  return null
}

/** Words that stand over columns, in any form. */
const HEAD_WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    'belopp(?:en)?|i|kr|kt|i?tkr|k+r|ik{2,3}r|i?mkr|ksek|tsek|sek|kronor|tusen(?:tals?)?|miljoner|hela|(?:se )?not(?:er)?|nr|s',
    '\\p{L}*(?:budget|utfall|bokslut|prognos|avvikelse)s?|budget(?:erat|erad|en|avvikelse)|avvik|bud|differens|diff|skillnad',
    'rev(?:iderad)?|redovisat|redovisning|verklig(?:t|a)?|faktisk(?:t|a)?|aktuell(?:t|a)?|ack(?:umulerat|umulerad)?',
    'jan(?:uari)?|febr?(?:uari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?',
    '(?:räkenskaps|verksamhets|bokförings|fjol)?år(?:et|ets|s)?|helår|halvår|delår|period(?:en)?|fjol',
    'föreg(?:ående)?|förra|fg|närmast|innevarande|nuvarande|detta|denna|tiden|per|och|mot|med|jämfört|den|till|t o m|tom',
    'ub|ib|ing|utg|ingående|utgående|balans|saldo|vid|slut|början|ingång|utgång',
    'andel|fördelning|insatser|delprogram|projekt|verksamhet|kostnader|konto|benämning|text',
  ].join('|')})(?![\\p{L}\\d])`,
  'giu',
)
const MARKS = /[-–—−~/().,:;%|=_*»«•"'’´+]/g

// "Belopp i 1000-tal kronor", "1 000-tals kr"
const THOUSANDS = /(?<!\d)1[ .]?000-tals?(?!\p{L})/giu

/** Whether the text holds nothing but what stands over columns. */
export function isHeadText(text: string): boolean {
  const dates = findDates(text, true)
  const undated = dates.reduceRight((rest, { at, end }) => `${rest.slice(0, at)} ${rest.slice(end)}`, text)
  const rest = undated
    .replace(THOUSANDS, 'tusental')
    .replace(MARKS, ' ')
    .replace(/\s+/g, ' ')
    .replace(HEAD_WORDS, ' ')
    .replace(/\b\d{1,2}\b/g, ' ')
  // "19-12-31 Budaet 2019 18-12-31"
  const isMisread = (word: string) => dates.length > 1 && misreadScenario(word) !== null
  const others = rest.split(/\s+/).filter((word) => word !== '' && !isMisread(word))
  return others.length === 0 && /\p{L}|\d{2}/u.test(text)
}

/** Whether the text says in what unit the figures are, and nothing else: `Kronor`, `Belopp i tkr`, `tkr tkr`. */
export function isUnitText(text: string): boolean {
  const spelt = text
    .replace(THOUSANDS, 'tusental')
    .replace(
      /(?<!\p{L})(?:samtliga|alla|anges|angivna|redovisas|är|hela|svenska|tusen|tusentals|miljoner)(?!\p{L})/giu,
      ' ',
    )
  return !/\d/.test(spelt) && readUnit(text) !== null && isHeadText(spelt)
}

/** Whether the heads name neither periods nor scenarios. */
export function isBare(heads: readonly ColumnHead[]): boolean {
  return heads.every((head) => head.periodEnd === null && head.scenario === null)
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

/** The same day of the year before, or the last one that its month has there. */
export function yearBefore(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return isoDate(year! - 1, month!, day)
}
