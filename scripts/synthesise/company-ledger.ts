import type { Entry } from './coordination-ledger.js'
import type { Random } from './random.js'

/** The accounts and words of a kind of organisation that reports by årsredovisningslagen. */
export type CompanyAccounts = {
  revenue: readonly string[]
  otherRevenue: readonly string[]
  operating: readonly string[]
  external: readonly string[]
  staff: readonly string[]
  receivables: readonly string[]
  accrued: readonly string[]
  shortDebts: readonly string[]
  /** Costs as a share of revenue before depreciation and interest. */
  costShare: number
  /** Book value of buildings or equipment as a multiple of revenue. */
  propertyMultiple: number
  /** Loans as a share of the book value. */
  loanShare: number
  /** Multiplies the turnover; small bodies have a part of what others have. */
  scale?: number
  /** Share of a profit that goes in tax. */
  taxRate?: number
  /** Shares and long claims, and provisions, as multiples of revenue. */
  holdings?: number
  provisions?: number
  /**
   * Provisions are reserves that are not yet taxed, and the result bears what they grow by. What they held before the
   * first year and what every third year gives back, as shares of what they were meant to hold.
   */
  untaxed?: { opening: number; givenBack: number }
}

/** One year's books in whole öre; costs, debts and depreciation positive. */
export type CompanyYear = {
  year: number
  entity?: 'group' | 'parent'
  /** Set where the year is not as it came out but as it was meant to. */
  scenario?: 'budget'
  revenue: Entry[]
  otherRevenue: Entry[]
  operating: Entry[]
  external: Entry[]
  staff: Entry[]
  depreciation: number
  interestIncome: number
  interestCosts: number
  /** What the result gave to reserves that are not yet taxed; below zero where it got some back. */
  setAside: number
  tax: number
  result: number
  holdings: number
  provisions: number
  /** Acquisition value and accumulated depreciation at the start of the year, and what was bought. */
  acquisition: number
  accumulated: number
  bought: number
  receivables: Entry[]
  accruedIncome: Entry[]
  cash: number
  paidIn: number
  fund: number
  fundMove: number
  retained: number
  longLoans: number
  shortLoans: number
  /** What the loans are secured by; the same every year. */
  mortgaged: number
  shortDebts: Entry[]
  accruedCosts: Entry[]
}

const sum = (entries: readonly Entry[]) => entries.reduce((total, entry) => total + (entry.ore ?? 0), 0)

/** What buildings or equipment are worth at the end of the year. */
export function closingProperty(year: CompanyYear): number {
  return year.acquisition + year.bought - year.accumulated - year.depreciation
}

/** The result before what is set aside and taxed. */
export function beforeTax(year: CompanyYear): number {
  return year.result + year.tax + year.setAside
}

export function claimsOf(year: CompanyYear): number {
  return sum(year.receivables) + sum(year.accruedIncome)
}

/** Debts of less than a year, loans apart. */
export function shortDebtsOf(year: CompanyYear): number {
  return sum(year.shortDebts) + sum(year.accruedCosts)
}

/** What a year's books owe and own, apart from cash and equity. */
function netOf(year: CompanyYear): number {
  const owed = year.provisions + year.longLoans + year.shortLoans + shortDebtsOf(year)
  return closingProperty(year) + year.holdings + claimsOf(year) - owed
}

/**
 * The books of several years, each opening where the one before closed. `step` is the smallest amount booked, in öre.
 */
export function keepCompanyBooks(
  random: Random,
  accounts: CompanyAccounts,
  years: { first: number; count: number; step: number },
): CompanyYear[] {
  const { step } = years
  const booked = (ore: number) => Math.round(ore / step) * step
  const size = Math.round(random.between(1_200, 14_000) * 100_000 * (accounts.scale ?? 1))
  const shares = new Map<string, number>()
  /** Parts keep about the same weight from year to year. */
  const divide = (total: number, labels: readonly string[]): Entry[] => {
    const weights = labels.map((label) => {
      const usual = shares.get(label) ?? 0.1 + random.next()
      shares.set(label, usual)
      return usual * (0.85 + 0.3 * random.next())
    })
    const all = weights.reduce((total, weight) => total + weight, 0)
    let rest = booked(total)
    return labels.map((label, index) => {
      const part = index === labels.length - 1 ? rest : booked((total * (weights[index] ?? 0)) / all)
      rest -= part
      return { label, ore: part }
    })
  }
  const amortisation = booked((size * accounts.propertyMultiple * accounts.loanShare) / 80)
  let acquisition = booked(size * accounts.propertyMultiple * 1.3)
  let accumulated = booked(size * accounts.propertyMultiple * 0.3)
  let loans = booked(size * accounts.propertyMultiple * accounts.loanShare)
  let [fund, retained, cash, earned] = [booked(size * 0.2), booked(size * 0.15), booked(size * 0.4), 0]
  let paidIn = 0
  // Rounded up to a hundred thousand kronor
  const mortgaged = Math.ceil((loans * 1.1) / 10_000_000) * 10_000_000
  const holdings = booked(size * (accounts.holdings ?? 0))
  const provided = booked(size * (accounts.provisions ?? 0))
  const givenBack = (index: number) => (index % 3 === 1 ? (accounts.untaxed?.givenBack ?? 0) : 0)
  const books: CompanyYear[] = []
  for (let index = 0; index < years.count; index++) {
    const turnover = size * (0.92 + random.next() * 0.2)
    const [operating = 0.7, external = 0.2, staff = 0.1] =
      accounts.staff.length > 2 ? [0.45, 0.2, 0.35] : [0.78, 0.14, 0.08]
    const costs = turnover * (accounts.costShare + random.next() * 0.09)
    const bought = random.chance(0.3) ? booked(size * 0.05 * random.next()) : 0
    const year: CompanyYear = {
      year: years.first + index,
      revenue: divide(turnover, accounts.revenue),
      otherRevenue: random.chance(0.7) ? divide(turnover * 0.02, accounts.otherRevenue) : [],
      operating: divide(costs * operating, accounts.operating),
      external: divide(costs * external, accounts.external),
      staff: divide(costs * staff, accounts.staff),
      depreciation: booked(acquisition * 0.012),
      interestIncome: booked(cash * 0.01 * random.next()),
      interestCosts: booked(loans * (0.008 + random.next() * 0.025)),
      setAside: 0,
      tax: 0,
      result: 0,
      holdings,
      provisions: booked(provided * (1 + 0.07 * index - givenBack(index))),
      acquisition,
      accumulated,
      bought,
      receivables: divide(turnover * (0.005 + 0.02 * random.next()), accounts.receivables),
      accruedIncome: divide(turnover * (0.01 + 0.02 * random.next()), accounts.accrued),
      cash: 0,
      paidIn,
      fund,
      fundMove: index === 0 ? 0 : booked(size * 0.02),
      retained,
      longLoans: loans - 2 * amortisation,
      shortLoans: amortisation,
      mortgaged,
      shortDebts: divide(turnover * (0.03 + 0.04 * random.next()), accounts.shortDebts),
      accruedCosts: divide(turnover * (0.04 + 0.05 * random.next()), [
        'Upplupna räntor',
        'Förutbetalda avgifter och hyror',
        'Övriga upplupna kostnader',
      ]),
    }
    year.result =
      sum(year.revenue) + sum(year.otherRevenue) - sum(year.operating) - sum(year.external) - sum(year.staff)
    year.result += year.interestIncome - year.interestCosts - year.depreciation
    if (accounts.untaxed) {
      year.setAside = year.provisions - (books.at(-1)?.provisions ?? booked(provided * accounts.untaxed.opening))
    }
    year.result -= year.setAside
    year.tax = booked(Math.max(0, year.result) * (accounts.taxRate ?? 0))
    year.result -= year.tax
    fund += year.fundMove
    retained += earned - year.fundMove
    // What was paid in is whatever the first year's books need in order to balance; it stays so.
    if (index === 0) paidIn = booked(netOf(year) + cash) - fund - retained - year.result
    Object.assign(year, { fund, retained, paidIn, cash: paidIn + fund + retained + year.result - netOf(year) })
    books.push(year)
    cash = year.cash
    earned = year.result
    acquisition += bought
    accumulated += year.depreciation
    loans -= amortisation
  }
  return books
}
