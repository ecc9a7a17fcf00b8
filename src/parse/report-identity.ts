import { isOrganisationNumber } from '../arithmetic/organisation-number.js'
import type { ReportKind } from '../model/report.js'
import { isHeadText } from './column-heads.js'
import { findDates } from './find-dates.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { readWornSpan } from './worn-span.js'

/** Whose report it is and for which time, as far as its lines tell. */
export interface ReportIdentity {
  readonly organisation: string | null
  readonly orgNumber: string | null
  readonly kind: ReportKind
  /** ISO dates; null where the text names no period. */
  readonly periodStart: string | null
  readonly periodEnd: string | null
  /** Month and day on which the fiscal year ends, `MM-DD`. */
  readonly fiscalYearEnd: string
}

// "222000-1818", "Org.nr 769617–1052"
const ORG_NUMBER = /(?<![\d-])(?<head>[2-9]\d{5})\s?[-–—]\s?(?<tail>\d{4})(?![\d-])/g
// "Organisationsnummer 222000 6882", "222000 6882": the dash lost
const LOST_DASH = /(?<!\d[ ]?)([2-9]\d{5}) (\d{4})(?![ ]?\d)/g
const ANNUAL = /årsredovisning|årsrapport|årsbokslut|verksamhetsberättelse|årsberättelse/i
const INTERIM = /delårs(?:redovisning|rapport|bokslut)|halvårsrapport|tertialrapport/i
const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]
// "januari - augusti 2017"; of "2017 januari - december 2016 januari - december" neither is
const MONTH_SPAN = new RegExp(
  `(?<!(?:19|20)\\d\\d )(?<from>${MONTHS.join('|')})\\s*(?:[-–—]|till|t\\.?o\\.?m\\.?)\\s*(?<to>${MONTHS.join('|')})\\s*(?<year>(?:19|20)\\d\\d)`,
  'i',
)
const BODY =
  '[Ss]amordningsförbundet|SAMORDNINGSFÖRBUNDET|[Kk]ommunalförbundet|(?:HSB(?::?s)? )?(?:[Bb]ostadsrättsförening(?:en)?|BOSTADSRÄTTSFÖRENING(?:EN)?|[Bb]rf|BRF)|[Ss]tiftelsen|[Ff]insam|FINSAM|[Ff]öreningen'
// no "Org" of "Org.nr" behind a name
const PLACE = '(?!Org(?:nr)?(?!\\p{L}))\\p{Lu}[\\p{L}\\d-]*'
const after = (body: string) =>
  new RegExp(
    `(?<![\\p{L}])(?:${body})(?: (?:i|i norra|i södra|i östra|i västra|norra|södra|östra|västra))?(?:,? (?:och |& )?${PLACE}| län| nr \\d{1,3}| i ${PLACE})+(?:,? \\(?[A-ZÅÄÖ]{3,}\\)?)?`,
    'gu',
  )
const before = (body: string) => new RegExp(`(?<![\\p{L}])(?:${PLACE} ){1,4}(?:${body})(?![\\p{L}])`, 'gu')
/** Names by what stands in them, the likeliest first: a body of any other kind may also be a known one misread. */
const NAMES: readonly (readonly RegExp[])[] = [
  [
    // "Samordningsförbundet i norra Örebro län, SOFINT", "Finsam Lekeberg och Örebro", "HSB Brf Tallen nr 4 i Gävle"
    after(BODY),
    // "Norra Västmanlands Samordningsförbund", "Imatra Bostadsrättsförening", "Nordverk AB"
    before('[Ss]amordningsförbund|[Kk]ommunalförbund|[Bb]ostadsrättsförening|[Ee]konomisk förening|AB|Aktiebolag'),
  ],
  // "Bygdegårdsföreningen Dalby", "Dalbys hembygdsförening"
  [after('\\p{Lu}\\p{Ll}+(?:föreningen|förbundet|stiftelsen)'), before('\\p{Ll}{4,}(?:förening|förbund|stiftelse)')],
]

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The organisation numbers printed on the lines that pass their check, in order. */
export function findOrgNumbers(lines: readonly Line[]): string[] {
  return lines.flatMap((line) =>
    [...line.text.replace(LOST_DASH, '$1-$2').matchAll(ORG_NUMBER)]
      .map((match) => `${match.groups?.head}-${match.groups?.tail}`)
      .filter(isOrganisationNumber),
  )
}

/** Words of the name's own in capitals: `SOFINT` is spelt so, where running text may have `Sofint`. */
function capitals(name: string): number {
  return name.match(/(?<!\p{L})(?!FINSAM|SAMORD|BOSTAD|BRF|HSB)[A-ZÅÄÖ]{4,}(?!\p{L})/gu)?.length ?? 0
}

/** The name in one of these forms that the lines give most weight: on the cover, beside the number, alone, often. */
function findName(
  lines: readonly Line[],
  words: ParseWords,
  orgNumber: string | null,
  forms: readonly RegExp[],
): string | null {
  const candidates = new Map<string, { name: string; weight: number }>()
  const firstPage = lines[0]?.page ?? 1
  lines.forEach((line, index) => {
    if (
      line.text.length < 4 ||
      line.text.length > 2000 ||
      !/förbund|forbund|f.rbund|finsam|brf|hsb|f.rening|stiftelse|\bAB\b|aktiebolag/i.test(line.text)
    )
      return
    const text = words.mendText(line.text)
    const names = forms
      .flatMap((form) => [...text.matchAll(form)])
      .map((match) => match[0].replace(/[\s,.:–-]+$/, '').trim())
    for (const name of names) {
      if (name.length > 75 || !/^\p{L}/u.test(name) || !/ \p{Lu}|^\p{Lu}.* /u.test(name)) continue
      const key = name.toLowerCase().replace(/[^a-zåäö]/g, '')
      const beside = (other: Line | undefined) => orgNumber !== null && other?.text.includes(orgNumber) === true
      // a name stands before its number, or on its line
      const near = beside(line) || beside(lines[index + 1]) ? 6 : beside(lines[index - 1]) ? 2 : 0
      const own = text.length < name.length + 25
      const weight = (line.page === firstPage ? 3 : 1) + near + (own ? 2 : 0) + name.length / 25
      const known = candidates.get(key)
      candidates.set(key, {
        name: known && capitals(known.name) >= capitals(name) ? known.name : name,
        weight: (known?.weight ?? 0) + weight,
      })
    }
  })
  return [...candidates.values()].sort((a, b) => b.weight - a.weight)[0]?.name ?? null
}

// "räkenskapsåret 2016-07-01 – 2017-06-30", "Årsredovisning 2016-07-01 - 2017-06-30", "Balansräkning per den 30 juni 2017"
const FISCAL_YEAR = /räkenskapsår|verksamhetsår|bokföringsår|årsredovisning|balansräkning|resultaträkning/i
/** The end of a fiscal year is told by a title or a span, or for so many years: a stamp tells the end of one month. */
const FEWEST_YEARS = 2

function isMonthEnd(date: string): boolean {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() + 86_400_000).getUTCDate() === 1
}

/** The end of the fiscal year, `MM-DD`, that dates over columns and titles tell; it is the end of a month by law. */
function findFiscalYearEnd(lines: readonly Line[], words: ParseWords): string | undefined {
  const ends = lines
    .filter((line) => line.text.length < 120)
    .flatMap((line) => {
      const mended = words.mendText(line.text)
      const isTitle = FISCAL_YEAR.test(mended)
      if (!isTitle && !isHeadText(mended.replace(/^not \d+.*?(?=\d{4}|\d{6})/i, ''))) return []
      const dates = findDates(mended.replace(/(^|\s)-(?=\d{4}-)/g, '$1')).filter(({ isExact }) => isExact)
      return dates
        .filter(({ date }) => isMonthEnd(date))
        .map(({ date, at, isSpan }) => ({
          end: date.slice(5),
          year: date.slice(0, 4),
          // "2009-07-01 – 2010-06-30": what the year began with stands before it
          isTold: isTitle || dates.length > 1 || isSpan || /\d\W{1,3}$/.test(mended.slice(0, at)),
        }))
    })
  const isRepeated = (one: string) =>
    new Set(ends.flatMap(({ end, year }) => (end === one ? [year] : []))).size >= FEWEST_YEARS
  const told = mostCommon(ends.filter((one) => one.isTold || isRepeated(one.end)).map(({ end }) => end))
  return told ?? mostCommon(lines.flatMap(({ text }) => readWornSpan(text) ?? []))
}

// "Årsredovisning 2007", "Delårsrapport januari-augusti 2012", "Årsberättelse 1982"
const TITLE = new RegExp(`${ANNUAL.source}|${INTERIM.source}`, 'i')

/** The years that short lines with such words in them name, the end of a span. */
function yearsOf(texts: readonly string[], named: RegExp): string[] {
  return texts
    .filter((text) => text.length < 90 && named.test(text))
    .flatMap((text) => findDates(text))
    .map(({ date }) => date.slice(0, 4))
}

/** Finds out whose report the lines are and what time it covers. */
export function identifyReport(lines: readonly Line[], words: ParseWords): ReportIdentity {
  const orgNumber = mostCommon(findOrgNumbers(lines)) ?? null
  const opening = lines.slice(0, 60).map((line) => words.mendText(line.text))
  const all = opening.join('\n')
  const span = MONTH_SPAN.exec(all)?.groups
  const title = opening.find((text) => text.length < 80 && (INTERIM.test(text) || ANNUAL.test(text)))
  const interim = title !== undefined ? INTERIM.test(title) && !/^årsredovisning/i.test(title) : INTERIM.test(all)
  const to = span ? MONTHS.indexOf(span.to!.toLowerCase()) + 1 : 12
  const whole = span ? span.from!.toLowerCase() === 'januari' && to === 12 : true
  const kind: ReportKind = interim && !(span && whole) ? 'interim' : 'annual'
  const spanEnd =
    span && (kind === 'interim' || whole)
      ? `${span.year}-${String(to).padStart(2, '0')}-${String(new Date(Date.UTC(Number(span.year), to, 0)).getUTCDate()).padStart(2, '0')}`
      : null
  const fiscalYearEnd = (kind === 'interim' && spanEnd ? spanEnd.slice(5) : findFiscalYearEnd(lines, words)) ?? '12-31'
  const year =
    mostCommon(yearsOf(opening, TITLE)) ??
    mostCommon(yearsOf(opening, FISCAL_YEAR)) ??
    mostCommon(
      yearsOf(
        lines.map(({ text }) => text),
        FISCAL_YEAR,
      ),
    )
  const periodEnd = spanEnd ?? (year ? `${year}-${fiscalYearEnd}` : null)
  return {
    organisation: NAMES.map((forms) => findName(lines, words, orgNumber, forms)).find((name) => name !== null) ?? null,
    orgNumber,
    kind,
    periodStart: null,
    periodEnd,
    fiscalYearEnd,
  }
}
