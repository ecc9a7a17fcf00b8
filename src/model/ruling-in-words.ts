import type { Ruling } from './decision.js'
import { formatAmount } from './format-amount.js'

/** What a person decided, in a few words. */
export function rulingInWords(ruling: Ruling): string {
  if (ruling.kind === 'undo') return 'undid a decision'
  if (ruling.kind === 'set_organisation')
    return `the report is of ${ruling.organisation} ${ruling.orgNumber ?? ''}`.trim()
  if (ruling.kind === 'set_period') return `its period ends ${ruling.periodEnd}`
  const { label, raw } = ruling.anchor
  const row = label ?? (raw === null ? 'a row without words' : `“${raw}”`)
  switch (ruling.kind) {
    case 'accept':
      return `${row}: ${formatAmount(ruling.amount, ruling.decimals)} is right`
    case 'correct':
      return `${row}: ${formatAmount(ruling.amount, ruling.decimals)}, ${raw === null ? 'which was missed' : `read as “${raw}”`}`
    case 'printed_so':
      return `${row}: ${formatAmount(ruling.amount, ruling.decimals)} is printed so`
    case 'relabel':
      return `${row} is “${ruling.label}”`
    case 'rerole':
      return `${row} is a ${ruling.role}`
    case 'move_column':
      return `${row}: “${raw}”${ruling.whole ? ' and all of its column' : ''} belongs to ${ruling.to.periodEnd ?? ruling.to.label ?? 'another column'}`
    case 'set_column':
      return `the column of ${row}, “${raw}”, is of ${ruling.periodEnd}${ruling.scenario === 'actual' ? '' : `, ${ruling.scenario}`}`
  }
}

/** The page that a decision is about; undefined where it is about none. */
export function pageOfRuling(ruling: Ruling): number | undefined {
  if ('anchor' in ruling) return ruling.anchor.page
  return 'page' in ruling ? ruling.page : undefined
}
