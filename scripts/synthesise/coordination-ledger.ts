import { inventMunicipalities, inventRegion } from './names.js'
import type { Random } from './random.js'

/** A named amount for one year, in öre; null where the account is not printed that year. */
export type Entry = { label: string; ore: number | null }

/** One year of a body of coordination, in whole öre; revenue and assets positive, costs positive. */
export type CoordinationYear = {
  year: number
  revenue: Entry[]
  costs: Entry[]
  depreciation: number
  financialIncome: number
  financialCosts: number
  result: number
  openingEquity: number
  closingEquity: number
  equipment: number
  investment: number
  receivables: Entry[]
  cash: number
  /** Set aside for pensions, and owed for more than a year. */
  provision: number
  loan: number
  debts: Entry[]
  programmes: { label: string; budget: number; outcome: number }[]
  budgetRevenue: number
  budgetCosts: number
}

const COSTS = [
  'Köp av tjänst förbundschef',
  'Administration',
  'Individinriktade insatser',
  'Strukturinriktade insatser',
  'Arvoden till styrelsen',
  'Sociala avgifter',
  'Revision',
  'Lokalhyra',
  'Förbrukningsmaterial',
  'Konferenser och utbildning',
  'Resekostnader',
  'Licenser och avgifter',
  'Information och marknadsföring',
  'Ersättning förlorad arbetsförtjänst',
  'Övriga främmande tjänster',
  'Övriga kostnader',
]
const RECEIVABLES = [
  'Kundfordringar',
  'Momsfordran',
  'Skattekonto',
  'Förutbetalda kostnader',
  'Upplupna intäkter',
  'Förutbetalda kostnader och upplupna intäkter',
]
const DEBTS = [
  'Leverantörsskulder',
  'Personalens källskatt',
  'Arbetsgivaravgifter',
  'Upplupna semesterlöner',
  'Upplupna kostnader',
  'Förutbetalda intäkter',
  'Skuld till kommunen',
  'Övriga kortfristiga skulder',
]
const PROGRAMMES = [
  'Ungdomsteamet',
  'Gröna steget',
  'Arbetsträning i samverkan',
  'Språk och praktik',
  'Samverkansteam norr',
  'Samverkansteam söder',
  'Kompassen',
  'Vägen vidare',
  'Rehabforum',
  'Hälsolotsarna',
  'Studiecoach',
  'Metodstöd',
]

/** What stays the same in an organisation from year to year. */
export type CoordinationFrame = {
  funders: { label: string; share: number }[]
  costs: string[]
  receivables: string[]
  debts: string[]
  programmes: string[]
  equipment: boolean
  /** Multiplies what the equipment is worth; a part of it is then borrowed, and pensions are owed. */
  heavy?: number
}

/** Chooses the accounts that an organisation keeps. */
export function inventCoordinationFrame(random: Random): CoordinationFrame {
  const municipalities = inventMunicipalities(random, random.between(2, 5))
  const weights = municipalities.map(() => 0.3 + random.next())
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const prefix = random.pick(['Bidrag från ', 'Medlemsavgift ', '', 'Driftbidrag från '])
  const state = random.pick(['Försäkringskassan', prefix === '' ? 'Staten' : 'staten', 'Försäkringskassan'])
  return {
    funders: [
      { label: prefix + state, share: 0.5 },
      { label: `${prefix}${inventRegion(random)}`, share: 0.25 },
      ...municipalities.map((label, index) => ({ label: prefix + label, share: ((weights[index] ?? 0) / all) * 0.25 })),
    ],
    costs: random.sample(COSTS, random.between(5, 10)),
    receivables: random.sample(RECEIVABLES, random.between(2, 4)),
    debts: random.sample(DEBTS, random.between(2, 5)),
    programmes: random.sample(PROGRAMMES, random.between(4, 8)),
    equipment: random.chance(0.35),
  }
}

function split(random: Random, total: number, labels: readonly string[], step: number): Entry[] {
  const weights = labels.map(() => 0.08 + random.next() ** 2)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let rest = total
  return labels.map((label, index) => {
    const last = index === labels.length - 1
    const part = last ? rest : Math.round((total * (weights[index] ?? 0)) / all / step) * step
    rest -= part
    return { label, ore: part }
  })
}

/**
 * The books of several years, each opening where the one before closed. `step` is the smallest amount that is booked,
 * in öre: 100 for whole kronor, 1 where the printed kronor are rounded.
 */
export function keepCoordinationBooks(
  random: Random,
  frame: CoordinationFrame,
  years: { first: number; count: number; step: number },
): CoordinationYear[] {
  const size = random.between(900, 9000)
  const { step } = years
  const booked = (ore: number) => Math.round(ore / step) * step
  let equity = booked(size * 100_000 * (0.35 + random.next() * 0.8))
  let equipment = frame.equipment ? booked(size * 2_000 * (frame.heavy ?? 1)) : 0
  const books: CoordinationYear[] = []
  for (let index = 0; index < years.count; index++) {
    const grant = Math.round(size * (1.6 + random.next() * 0.7)) * 100_000
    let restShare = grant / 4
    const funders = frame.funders.map(({ label, share }, at): Entry => {
      if (at < 2) return { label, ore: Math.round((grant * share) / 100) * 100 }
      const last = at === frame.funders.length - 1
      const part = last ? restShare : Math.round((grant * share) / 100) * 100
      restShare -= part
      return { label, ore: part }
    })
    const other = random.chance(0.5) ? booked(random.between(300, 60_000) * 100 + random.between(0, 99)) : null
    const revenue = [...funders, { label: 'Övriga intäkter', ore: other }]
    const revenueSum = revenue.reduce((sum, entry) => sum + (entry.ore ?? 0), 0)
    const investment = frame.equipment && random.chance(0.5) ? booked(random.between(20_000, 90_000) * 100) : 0
    const depreciation = booked((equipment + investment) * 0.3)
    const target = equity < revenueSum * 0.3 ? 0.84 + random.next() * 0.1 : 0.88 + random.next() * 0.24
    const costSum = booked(revenueSum * target - depreciation)
    const costs = split(random, costSum, frame.costs, step)
    if (costs.length > 6 && random.chance(0.4)) mergeLast(costs)
    const financialIncome = booked(random.between(0, 24_000) * 100 + random.between(0, 99))
    const financialCosts = booked(random.between(200, 3_000) * 100 + random.between(0, 99))
    const result = revenueSum - costSum - depreciation + financialIncome - financialCosts
    const receivables = split(random, booked(revenueSum * (0.01 + random.next() * 0.06)), frame.receivables, step)
    const debts = split(random, booked(revenueSum * (0.05 + random.next() * 0.12)), frame.debts, step)
    const closingEquipment = equipment + investment - depreciation
    const loan = frame.heavy === undefined ? 0 : booked(closingEquipment * 0.4)
    const provision = frame.heavy === undefined ? 0 : booked(size * 15_000 * (1 + 0.04 * index))
    const sum = (entries: Entry[]) => entries.reduce((total, entry) => total + (entry.ore ?? 0), 0)
    const budgetCosts = Math.round((costSum * (0.95 + random.next() * 0.2)) / 1_000_000) * 1_000_000
    books.push({
      year: years.first + index,
      revenue,
      costs,
      depreciation,
      financialIncome,
      financialCosts,
      result,
      openingEquity: equity,
      closingEquity: equity + result,
      equipment: closingEquipment,
      investment,
      receivables,
      provision,
      loan,
      cash: equity + result + provision + loan + sum(debts) - sum(receivables) - closingEquipment,
      debts,
      programmes: frame.programmes.map((label) => {
        const budget = random.between(180, 3200) * 100_000
        return { label, budget, outcome: booked(budget * (0.6 + random.next() * 0.5)) }
      }),
      budgetRevenue: grant,
      budgetCosts,
    })
    equity += result
    equipment = closingEquipment
  }
  return books
}

/** Leaves one account unprinted for a year, its amount booked on the account before. */
function mergeLast(entries: Entry[]) {
  const last = entries.at(-1)
  const before = entries.at(-2)
  if (last === undefined || before === undefined) return
  before.ore = (before.ore ?? 0) + (last.ore ?? 0)
  last.ore = null
}
