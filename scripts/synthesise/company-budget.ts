import type { CompanyYear } from './company-ledger.js'
import type { Entry } from './coordination-ledger.js'
import { totalOf } from './ledger-columns.js'
import type { Random } from './random.js'

/** Ten thousand kronor, in öre; a thousand for those who turn over less than a million. */
const stepOf = ({ revenue }: CompanyYear) => (totalOf(revenue) < 100_000_000 ? 100_000 : 1_000_000)

/** What was planned for the year: its revenue and costs, each somewhat off and in even thousands. */
export function planYear(random: Random, year: CompanyYear): CompanyYear {
  const step = stepOf(year)
  const plan = (ore: number) => Math.round((ore * (0.85 + 0.3 * random.next())) / step) * step
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
    setAside: 0,
    tax: 0,
  }
}
