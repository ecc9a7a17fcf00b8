import {
  foldLabel,
  isTotalAssets,
  isTotalEquityAndLiabilities,
  isYearCashFlow,
  isYearResult,
} from '../arithmetic/row-kind.js'
import type { StatementKind } from '../model/report.js'
import type { Line } from './line.js'

/** The first part of a statement is named within so many lines under the heads of its columns. */
const NEAR = 4
/** So many lines are looked through for the total at the end of a statement. */
const FAR = 60

// "Tillgångar", "A. ANLÄGGNINGSTILLGÅNGAR", "Eget kapital, avsättningar och skulder"
const BALANCE_PART =
  /^(?:[a-z] )?(?:tillgangar|anlaggningstillgangar|omsattningstillgangar|(?:eget )?kapital (?:avsattningar )?och skulder|skulder (?:avsattningar )?och (?:eget )?kapital)$/
// "Kortfristiga fordringar", first of a balance sheet without wider parts
const RECEIVABLES = /^(?:[a-z] )?(?:kortfristiga )?fordringar$/
// "Stiftelsens intäkter", "Rörelsens intäkter m.m.", "INKOMSTER"
const INCOME_PART = /^(?:[a-z] )?(?:\w+s )?\w*(?:intakter|inkomster)(?: m m)?$/
// "Intäkter och kostnader (tkr)", "Föreningens inkomster och utgifter": the title of an income statement without parts
const INCOME_TITLE = /^(?:\w+s )?(?:intakter|inkomster) och (?:kostnader|utgifter)(?: (?:i )?(?:t?kr|kronor))?$/
// "Den löpande verksamheten", "Löpande verksamhet", "Tillförda medel"
const CASH_PART = /^(?:[a-z] )?(?:(?:den )?lopande verksamhet(?:en)?|tillforda medel)$/

// "Redovisat resultat 2 392 595 3 679 711": from the first figure on
const FIGURES = /\s[-–−(]*\d.*$/

/** What the rows of a statement come to. */
const TOTALS: { readonly [kind in StatementKind]?: readonly ((folded: string) => boolean)[] } = {
  income_statement: [isYearResult],
  balance_sheet: [isTotalAssets, isTotalEquityAndLiabilities],
  cash_flow: [isYearCashFlow],
}

/**
 * The statement whose rows stand under a title that names none: the first part of a balance sheet or of a cash flow
 * under its heads, or that of an income statement down to the year's result, whose title may also be of income and costs.
 * `below` are the lines under the heads; undefined where it is neither.
 */
export function statementByContent(
  title: string,
  below: readonly Line[],
  mend: (text: string) => string,
): StatementKind | undefined {
  const parts = below.slice(0, NEAR).filter(({ text, page }) => page === below[0]!.page && !/\d/.test(text))
  const isPart = (pattern: RegExp) => parts.some(({ text }) => pattern.test(foldLabel(mend(text))))
  if (isPart(BALANCE_PART) || (isPart(RECEIVABLES) && holdsTotal('balance_sheet', below, mend))) return 'balance_sheet'
  if (isPart(CASH_PART)) return 'cash_flow'
  const tellsIncome = isPart(INCOME_PART) || INCOME_TITLE.test(foldLabel(mend(title)))
  return tellsIncome && holdsTotal('income_statement', below, mend) ? 'income_statement' : undefined
}

/** Whether rows on the page of the first of `below` hold what a whole statement of the kind comes to. */
export function holdsTotal(kind: StatementKind, below: readonly Line[], mend: (text: string) => string): boolean {
  const isTotal = (folded: string) => TOTALS[kind]?.some((is) => is(folded)) ?? false
  return below
    .slice(0, FAR)
    .some(
      ({ text, page }) =>
        page === below[0]!.page && FIGURES.test(text) && isTotal(foldLabel(mend(text.replace(FIGURES, '')))),
    )
}
