import type { CompanyAccounts } from './company-ledger.js'
import type { ProseSubject } from './prose-sentences.js'
import type { Random } from './random.js'

/** A reserve that is not yet taxed: what it and moving it are called, and its share of all that is held. */
export type Reserve = { held: string; change: string; share: number }

/** The words and habits that a company or a housing co-operative keeps from year to year. */
export type CompanyWording = {
  housing: boolean
  /** What the board has to tell of. */
  prose: ProseSubject
  revenue: string
  revenueTotal: string
  operating: string
  external: string
  costsTotal: string
  operatingResult: string
  afterFinancial: string
  property: string
  propertyTotal: string
  cash: string
  paidIn: string
  fund: string
  fundingTotal: string
  loans: string
  costsNegative: boolean
  broken: boolean
  cashFlow: boolean
  /** Null where a note's sum has no words; `{title}` is the note's own. */
  noteSum: string | null
  /** What of the pay went to whom: a row under the sum of its note, and no part of it; null where there is none. */
  ofWhich: string | null
  /** A note tells how many were employed. */
  employees: boolean
  /** The line of the staff points to the note on the employed too. */
  employeesCalledFor: boolean
  /** What the loans are secured by, in a row under the balance sheet; null where there is none. */
  mortgages: string | null
  /** Or in a note of its own. */
  mortgagesNoted: boolean
  /** How equity moved stands in the report of the board. */
  equityAtBoard: boolean
  /** The income statement has a column of what was planned. */
  budget: boolean
  /** And one of what is planned for the year to come. */
  nextBudget: boolean
  /** Accounts stand in the income statement itself, and no notes specify them. */
  detailed: boolean
  /** The liquid before the fixed and debts before equity, as in the law of 1975. */
  currentFirst: boolean
  /** What the result before depreciation is called, where it has a row. */
  beforeDepreciation: string | null
  /** Sums of the lowest order in the balance sheet have no words. */
  namelessSums: boolean
  /** The unit of the key figures of several years; null where there are none. */
  overview: 'kr' | 'tkr' | null
  /** How many years the key figures go back, the report's own among them. */
  overviewYears: 4 | 5
  /** Key figures tell what each square metre costs and owes. */
  perSquareMetre: boolean
  /** The income statement goes on to what is set aside, and what is left of the result. */
  fundMoves: boolean
  /** What the meeting is to do with the result. */
  disposition: boolean
  /** Headings over headings. */
  deep: boolean
  /** Null where the kind has no such line. */
  tax: string | null
  holdings: string | null
  provisions: string | null
  retained: string
  /** Reserves that are not yet taxed, between debts and equity; what they are moved by goes through the result. */
  reserves: readonly Reserve[]
  /** The note on buildings ends with what they and the land are assessed at. */
  assessed: boolean
  /** A note tells what securities are held, and what they would fetch. */
  portfolio: boolean
  /** Key figures tell how many members there are. */
  members: boolean
}

/** Chooses the words; a housing co-operative or a company. */
export function inventCompanyWording(random: Random, housing: boolean): CompanyWording {
  return {
    housing,
    prose: housing ? 'housing' : 'company',
    revenue: housing ? random.pick(['Nettoomsättning', 'Årsavgifter och hyror']) : 'Nettoomsättning',
    revenueTotal: random.pick(['Summa rörelseintäkter', 'Summa intäkter', 'Summa rörelseintäkter m.m.']),
    operating: housing ? random.pick(['Driftskostnader', 'Fastighetskostnader']) : 'Råvaror och förnödenheter',
    external: random.pick(['Övriga externa kostnader', 'Övriga externa kostnader', 'Administrationskostnader']),
    costsTotal: random.pick(['Summa rörelsekostnader', 'Summa kostnader']),
    operatingResult: random.pick(['Rörelseresultat', 'Rörelseresultat', 'Resultat före finansiella poster']),
    afterFinancial: 'Resultat efter finansiella poster',
    property: housing ? random.pick(['Byggnader och mark', 'Byggnader']) : 'Inventarier, verktyg och installationer',
    propertyTotal: random.pick(['Summa materiella anläggningstillgångar', 'Summa anläggningstillgångar']),
    cash: random.pick(['Kassa och bank', 'Kassa och bank', 'Bank']),
    paidIn: housing ? random.pick(['Inbetalda insatser', 'Medlemsinsatser']) : 'Aktiekapital',
    fund: housing ? random.pick(['Fond för yttre underhåll', 'Yttre reparationsfond']) : 'Reservfond',
    fundingTotal: random.pick(['Summa eget kapital och skulder', 'Summa skulder och eget kapital']),
    loans: random.pick(['Skulder till kreditinstitut', 'Övriga skulder till kreditinstitut', 'Fastighetslån']),
    costsNegative: random.chance(0.65),
    broken: random.chance(0.2),
    cashFlow: random.chance(0.5),
    noteSum: random.pick(['Summa', 'Summa', 'Totalt', null]),
    ofWhich: null,
    employees: false,
    employeesCalledFor: false,
    mortgages: null,
    mortgagesNoted: false,
    equityAtBoard: false,
    budget: false,
    nextBudget: false,
    detailed: false,
    currentFirst: false,
    beforeDepreciation: null,
    namelessSums: false,
    overview: null,
    overviewYears: 4,
    perSquareMetre: false,
    fundMoves: false,
    disposition: false,
    deep: false,
    tax: null,
    holdings: null,
    provisions: null,
    retained: 'Balanserat resultat',
    reserves: [],
    assessed: false,
    portfolio: false,
    members: false,
  }
}

export const HOUSING_ACCOUNTS: CompanyAccounts = {
  revenue: ['Årsavgifter bostäder', 'Hyror lokaler', 'Hyror garage och parkering', 'Kabel-TV och bredband'],
  otherRevenue: ['Försäkringsersättning', 'Överlåtelse- och pantavgifter', 'Övriga intäkter'],
  operating: [
    'Fastighetsskötsel',
    'Städning',
    'Snöröjning',
    'Reparationer',
    'Planerat underhåll',
    'El',
    'Uppvärmning',
    'Vatten och avlopp',
    'Sophämtning',
    'Försäkringspremier',
    'Fastighetsavgift',
  ],
  external: ['Ekonomisk förvaltning', 'Revisionsarvode', 'Konsultarvoden', 'Föreningskostnader', 'Bankkostnader'],
  staff: ['Arvode till styrelsen', 'Sociala kostnader'],
  receivables: ['Avgifts- och hyresfordringar', 'Skattekonto', 'Övriga fordringar'],
  accrued: ['Förutbetald försäkring', 'Förutbetald kabel-TV', 'Övriga förutbetalda kostnader'],
  shortDebts: ['Leverantörsskulder', 'Skatteskulder', 'Övriga skulder'],
  costShare: 0.5,
  propertyMultiple: 9,
  loanShare: 0.4,
}
export const COMPANY_ACCOUNTS: CompanyAccounts = {
  revenue: ['Entreprenader', 'Löpande räkning', 'Försäljning av material'],
  otherRevenue: ['Hyresintäkter', 'Övriga rörelseintäkter'],
  operating: ['Inköp av material', 'Underentreprenörer', 'Frakter'],
  external: [
    'Lokalhyra',
    'Reparation och underhåll',
    'Fordonskostnader',
    'Reklam',
    'Försäkringar',
    'Redovisningstjänster',
  ],
  staff: ['Löner', 'Sociala avgifter', 'Pensionskostnader', 'Övriga personalkostnader'],
  receivables: ['Kundfordringar', 'Skattefordringar', 'Övriga fordringar'],
  accrued: ['Förutbetalda hyror', 'Upplupna intäkter', 'Övriga poster'],
  shortDebts: ['Leverantörsskulder', 'Skatteskulder', 'Övriga skulder'],
  costShare: 0.88,
  propertyMultiple: 0.4,
  loanShare: 0.4,
}

/** Some of the accounts of the kind, the same for all years of an organisation. */
export function chooseCompanyAccounts(random: Random, all: CompanyAccounts): CompanyAccounts {
  const some = (labels: readonly string[], least: number) => {
    const chosen = random.sample(labels, random.between(Math.min(least, labels.length), labels.length))
    return labels.filter((label) => chosen.includes(label))
  }
  return {
    ...all,
    revenue: some(all.revenue, 2),
    otherRevenue: some(all.otherRevenue, 1),
    operating: some(all.operating, 3),
    external: some(all.external, 3),
    accrued: some(all.accrued, 2),
  }
}
