import {
  foldLabel,
  isClosingBalance,
  isPartialCashFlow,
  isRemainder,
  isResult,
  isSumWord,
  isTherein,
  isTogether,
  isTotalAssets,
  isTotalEquityAndLiabilities,
  isYearCashFlow,
  isYearResult,
} from '../arithmetic/row-kind.js'
import type { Row, StatementKind } from '../model/report.js'

/**
 * How strongly a row claims to be a sum: it says so; the form of its statement says so; it was marked as one or is an
 * amount without a label; or nothing does.
 */
export type Claim = 'label' | 'form' | 'mark' | 'nameless' | 'none'

/** How far back a sum reaches if the figures do not tell: over everything open, or over the lines since the last sum. */
export type Reach = 'all' | 'lines'

/** What the row claims that is all assets, whatever it is called. */
export const ALL_ASSETS = { claim: 'label', reach: 'all' } as const

/** What a row's own words and marks, and the label of the amount above it, say about its being a sum. */
export function readClaim(
  row: Row,
  kind: StatementKind,
  labelsAreLost: boolean,
  above: string | null,
): { claim: Claim; reach: Reach } {
  const folded = foldLabel(row.label)
  if (folded === '') {
    if (row.role !== 'line') return { claim: 'mark', reach: 'lines' }
    return { claim: labelsAreLost ? 'none' : 'nameless', reach: 'lines' }
  }
  if (kind === 'balance_sheet' && (isTotalAssets(folded) || isTotalEquityAndLiabilities(folded))) {
    return ALL_ASSETS
  }
  if (isSumWord(folded)) return { claim: 'label', reach: /^total|slut/.test(folded) ? 'all' : 'lines' }
  if (kind === 'income_statement' && (isResult(folded) || isYearResult(folded))) return { claim: 'form', reach: 'all' }
  if (kind === 'cash_flow' && !isYearResult(folded)) {
    if (isYearCashFlow(folded)) return { claim: 'form', reach: 'all' }
    if (isClosingBalance(folded)) return { claim: 'form', reach: 'all' }
    if (isPartialCashFlow(folded))
      return { claim: 'form', reach: /^medel fran|lopande|fore forandring/.test(folded) ? 'all' : 'lines' }
  }
  if (kind === 'note' && isClosingBalance(folded)) return { claim: 'mark', reach: 'lines' }
  // "Utgående eget kapital" under the opening one and the result, "Stiftelsens eget kapital" under its parts
  const isEquity = /^(\w+s )?eget kapital$/.test(folded) || (isClosingBalance(folded) && /eget kapital/.test(folded))
  if (kind === 'balance_sheet' && isEquity) {
    return { claim: 'mark', reach: 'lines' }
  }
  if (kind === 'income_statement' && isRemainder(folded)) return { claim: 'mark', reach: 'all' }
  if (isTogether(folded)) return { claim: 'mark', reach: 'lines' }
  // "Ackumulerade anskaffningsvärden"
  if (kind === 'note' && /^ackumulerade?\b/.test(folded)) return { claim: 'mark', reach: 'lines' }
  // "Finansnetto", "Kapitalförvaltning, netto"
  if (kind === 'income_statement' && /netto( totalt)?$/.test(folded)) return { claim: 'mark', reach: 'lines' }
  // "Avgår kortfristig del", "Varav kortfristig del", and below it what is left
  const isTaken = (label: string) => /^avgar\b/.test(label) || isTherein(label)
  if (kind === 'note' && isTaken(foldLabel(above)) && !isTaken(folded)) {
    return { claim: 'mark', reach: 'all' }
  }
  // "Finansiella intäkter" under the rows of a note that specify it
  if (kind === 'note' && /^(finansiella|verksamhetens) (intakter|kostnader)$/.test(folded)) {
    return { claim: 'mark', reach: 'lines' }
  }
  // "Förbrukade medel", "Bruttoomsättning"
  if (/^forbruka|^brutto/.test(folded)) return { claim: 'mark', reach: 'lines' }
  if (row.role !== 'line') return { claim: 'mark', reach: row.role === 'total' ? 'all' : 'lines' }
  if (isResult(folded) && !isYearResult(folded) && kind === 'note') return { claim: 'mark', reach: 'all' }
  if (isResult(folded) && kind !== 'balance_sheet' && kind !== 'note' && kind !== 'cash_flow') {
    return { claim: 'mark', reach: 'all' }
  }
  return { claim: 'none', reach: 'lines' }
}

/** Whether a row ends its part of the statement, so that no later sum reaches behind it. */
export function endsPart(row: Row, kind: StatementKind): boolean {
  const folded = foldLabel(row.label)
  if (kind === 'balance_sheet') return isTotalAssets(folded) || isTotalEquityAndLiabilities(folded)
  return kind === 'cash_flow' && isClosingBalance(folded)
}
