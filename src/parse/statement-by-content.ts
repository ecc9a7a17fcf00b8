import { foldLabel, isYearResult } from '../arithmetic/row-kind.js'
import type { StatementKind } from '../model/report.js'
import type { Line } from './line.js'

/** The first part of a statement is named within so many lines under the heads of its columns. */
const NEAR = 4
/** So many lines are looked through for the result at the end of an income statement. */
const FAR = 60

// "Tillgångar", "A. ANLÄGGNINGSTILLGÅNGAR", "Eget kapital, avsättningar och skulder"
const BALANCE_PART =
  /^(?:[a-z] )?(?:tillgangar|anlaggningstillgangar|omsattningstillgangar|(?:eget )?kapital (?:avsattningar )?och skulder|skulder (?:avsattningar )?och (?:eget )?kapital)$/
// "Stiftelsens intäkter", "Rörelsens intäkter m.m.", "INKOMSTER"
const INCOME_PART = /^(?:[a-z] )?(?:\w+s )?\w*(?:intakter|inkomster)(?: m m)?$/
// "Den löpande verksamheten", "Löpande verksamhet", "Tillförda medel"
const CASH_PART = /^(?:[a-z] )?(?:(?:den )?lopande verksamhet(?:en)?|tillforda medel)$/

// "Redovisat resultat 2 392 595 3 679 711": from the first figure on
const FIGURES = /\s[-–−(]*\d.*$/

/**
 * The statement whose rows stand under a title that names none: the first part of a balance sheet or of a cash flow
 * under its heads, or that of an income statement down to the year's result. `below` are the lines under the heads; undefined where it is neither.
 */
export function statementByContent(below: readonly Line[], mend: (text: string) => string): StatementKind | undefined {
  const page = below[0]?.page
  const own = below.filter((line) => line.page === page).slice(0, FAR)
  const parts = own.slice(0, NEAR).filter(({ text }) => !/\d/.test(text))
  const isPart = (pattern: RegExp) => parts.some(({ text }) => pattern.test(foldLabel(mend(text))))
  if (isPart(BALANCE_PART)) return 'balance_sheet'
  if (isPart(CASH_PART)) return 'cash_flow'
  const hasResult = own.some(
    ({ text }) => FIGURES.test(text) && isYearResult(foldLabel(mend(text.replace(FIGURES, '')))),
  )
  return isPart(INCOME_PART) && hasResult ? 'income_statement' : undefined
}
