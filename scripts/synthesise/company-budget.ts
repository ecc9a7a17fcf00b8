import type { CompanyYear } from './company-ledger.js'
import type { Entry } from './coordination-ledger.js'
import type { Random } from './random.js'

/** Ten thousand kronor, in öre. */
const STEP = 1_000_000

/** What was planned for the year: its revenue and costs, each somewhat off and in even tens of thousands. */
export function planYear(random: Random, year: CompanyYear): CompanyYear {
  const plan = (ore: number) => Math.round((ore * (0.85 + 0.3 * random.next())) / STEP) * STEP
  const each = (entries: readonly Entry[]) =>
    entries.map(({ label, ore }) => ({ label, ore: ore === null ? null : plan(ore) }))
  return {
    ...year,
    scenario: 'budget',
    revenue: each(year.revenue),
    otherRevenue: each(year.otherRevenue),
    operating: each(year.operating),
    external: each(year.external),
    staff: each(year.staff),
    depreciation: plan(year.depreciation),
    interestIncome: plan(year.interestIncome),
    interestCosts: plan(year.interestCosts),
    tax: 0,
  }
}
