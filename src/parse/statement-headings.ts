import levenshtein from 'fast-levenshtein'
import type { StatementKind } from '../model/report.js'
import { isHeadText } from './column-heads.js'
import { endsWithHeads, titleAndHeads } from './title-and-heads.js'

/** The heading of a statement; `rest` are the heads of columns behind its title. */
export interface StatementHeading {
  readonly opens: 'table'
  readonly kind: StatementKind
  readonly title: string
  readonly rest: string
}

/** Headings are short: a longer line (in characters) is a sentence that names a statement. */
export const LONGEST_HEADING = 75

const STATEMENTS: readonly (readonly [RegExp, StatementKind])[] = [
  [
    /^(?:koncern(?:ens )?|moderföreningens |förbundets )?(?:resultaträkning(?:en|ar)?|rapport över resultat(?:et)?)\b/,
    'income_statement',
  ],
  [
    /^(?:koncern(?:ens )?|moderföreningens |förbundets )?(?:balansräkning(?:en|ar)?|rapport över (?:den )?finansiell(?:a)? ställning)\b/,
    'balance_sheet',
  ],
  [
    /^(?:koncern(?:ens )?|förbundets )?(?:kassaflödesanalys|finansieringsanalys|kassaflödesrapport|rapport över kassaflöden?|(?:(?:årets )?förändring (?:av |i )?likvida medel|kassaflöde,?)$)/,
    'cash_flow',
  ],
  [
    /^(?:flerårsöversikt|femårsöversikt|flerårsjämförelse|översikt (?:över )?verksamhetens utveckling|ekonomisk översikt|nyckeltal|flerårs)/,
    'multi_year',
  ],
  [
    /^(?:drifts?redovisning|projektredovisning|budgetuppföljning|budgetavräkning|insatser, utfall och budget|sammanställning (?:av |över )?(?:aktiviteter|insatser|projekt)|beslutade (?:projekt|insatser)|utfall mot budget|utfall och budget|budget och utfall|uppföljning av budget|budget per |verksamheternas utfall|investeringsredovisning)/,
    'operating_statement',
  ],
]
// "Vinst- och förlusträkning för år 1981", "Föreningens intäkts- och kostnadsräkning": older names of the income statement
const OLD_INCOME_STATEMENT =
  /(?<!\p{L})(?:vinst|intäkts?|inkomst)-? ?(?:och|&) (?:förlust|kostnads|utgifts)(?:räkning|konto)/u
// "Föreningens resultaträkning", "Utgående balansräkning per den 31 december 1981", "Så gick det: balansräkning den 31
// december 1994", "Så gick det: resultaträkning, kronor", "Kassaflödesanalyser": whose, or of what kind (a genitive or an adjective, by its ending), stands before
const NAMED_STATEMENT =
  /^(?:[^.:]{2,45}: ?|(?:\p{L}+(?:s|ande|ende|ig|är|ad|sk) ){1,2})(?<statement>(?:resultaträkning|balansräkning|kassaflödesanalys|finansieringsanalys)(?:en|er|ar)?)(?:,? (?:per|för|den|i|\d|kronor|[tkm]?kr).*)?$/u
/** Words that are also a row's label: a heading only with nothing but heads of columns behind them, no "1993 543". */
const NEEDS_HEADS = /^(?:(?:årets )?förändring|kassaflöde,?$)/i

/** Titles that are told from all other words though two letters are misread. */
const LONG_TITLES = ['resultaträkning', 'balansräkning', 'kassaflödesanalys', 'finansieringsanalys', 'driftredovisning']
const MOST_MISREAD = 2

/** "X<ASSAFLÖDESANALYS": a line of one word that is a statement's title misread, with the heads behind it. */
function asTitle(folded: string): string {
  const { title, rest } = titleAndHeads(folded)
  if (/\s/.test(title)) return folded
  const near = LONG_TITLES.find((one) => levenshtein.get(one, title.replace(/[^\p{L}]/gu, '')) <= MOST_MISREAD)
  return near === undefined ? folded : `${near} ${rest}`.trim()
}

/** The words of a line in small letters, with whatever names a statement as the statement's usual title. */
export function foldTitle(text: string): string {
  const lower = text.toLowerCase().replace(OLD_INCOME_STATEMENT, 'resultaträkning')
  return NAMED_STATEMENT.exec(lower)?.groups?.statement ?? asTitle(lower)
}

/** Whether words are the title of a statement and nothing else. */
export function isStatementTitle(words: string): boolean {
  return STATEMENTS.some(([pattern]) => pattern.exec(words.toLowerCase())?.[0].length === words.length)
}

// "Resultaträkningen sammanfattar kostnader": a sentence
const SENTENCE = /(?:ningen|lysen|rapporten)\b.*\p{L}{3}/u
// "Balansräkning ....... 12", "Balansräkning 12": its page, in a list of contents
const PAGE_BEHIND = /(?:\.{3,}|…|\s)\s*\d{1,3}$/

/**
 * The heading of a statement that a line of these words is, `folded` as titles are; undefined where it is none.
 * `isOverHeads` tells that heads of columns stand apart beside it.
 */
export function findStatementHeading(text: string, folded: string, isOverHeads = false): StatementHeading | undefined {
  if (text.length > LONGEST_HEADING && !endsWithHeads(text)) return undefined
  const { title, rest } = titleAndHeads(text)
  if (title.length > LONGEST_HEADING || SENTENCE.test(folded) || /[.]$/.test(title)) return undefined
  if (NEEDS_HEADS.test(title) ? !(isOverHeads || isHeadText(rest)) : rest === '' && PAGE_BEHIND.test(title))
    return undefined
  const bare = titleAndHeads(folded).title
  const kind = STATEMENTS.find(([pattern]) => pattern.test(folded) || pattern.test(bare))?.[1]
  return kind && { opens: 'table', kind, title, rest }
}
