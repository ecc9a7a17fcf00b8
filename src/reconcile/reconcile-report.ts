import type { Check } from '../model/check.js'
import type { Report } from '../model/report.js'
import { checkBalanceChanges } from './balance-changes.js'
import { checkBodies } from './body-views.js'
import { checkCashToBalance } from './cash.js'
import { checkAcrossTables } from './cross-statement.js'
import { checkFundingShares } from './funding-shares.js'
import { checkKeyFigures } from './key-figures.js'
import { nameSuspects } from './name-suspects.js'
import { checkNotesToStatements } from './notes.js'
import { checkOrganisationNumber } from './organisation-number.js'
import { checkOverviewEquity } from './overview.js'
import { checkProse } from './prose.js'
import { checkBalance, checkOpeningEquity, checkResultInEquity } from './statements.js'
import { checkSums } from './sums.js'
import { checkVariances } from './variances.js'

/** Every identity that one report holds by itself; of those that are broken it is said whose fault that looks like. */
export function reconcileReport(report: Report): Check[] {
  return nameSuspects(report, [
    ...checkSums(report),
    ...checkBodies(report, (view) => [
      ...checkBalance(view),
      ...checkResultInEquity(view),
      ...checkOpeningEquity(view),
      ...checkOverviewEquity(view),
      ...checkNotesToStatements(view),
      ...checkCashToBalance(view),
      ...checkAcrossTables(view),
      ...checkBalanceChanges(view),
      ...checkKeyFigures(view),
    ]),
    ...checkVariances(report),
    ...checkFundingShares(report),
    ...checkProse(report),
    ...checkOrganisationNumber(report),
  ])
}
