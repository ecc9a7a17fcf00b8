import type { ProgrammeColumn } from './coordination-programmes.js'
import type { Random } from './random.js'

/** The words and habits that an organisation keeps from year to year. */
export type CoordinationWording = {
  net: string
  financialIncome: string
  financialCosts: string
  currentAssets: string
  receivables: string
  cash: string
  fundingTotal: string
  opening: string
  programmes: string
  cashFlow: string
  /** Costs printed with a minus in the statement. */
  costsNegative: boolean
  /** Revenue printed with a minus in its note. */
  noteTurned: boolean
  /** One line for equity, specified in a note, instead of opening and result. */
  equityInNote: boolean
  /** What of the line for equity the year brought, in a row under it; null where there is none. */
  resultWithin: string | null
  /** What is written off stands in the statement, and not in the note on costs. */
  depreciationApart: boolean
  budgetColumn: boolean
  overview: boolean
  cashNote: boolean
  /** Each programme is specified by what was paid for in it, and has a sum of its own. */
  programmeAccounts: boolean
  /** The columns of the programmes' table, in their order. */
  programmeColumns: readonly ProgrammeColumn[]
  /** Headings of two groups of programmes, each with a sum of its own; null where they stand together. */
  programmeGroups: readonly [string, string] | null
  /** Accounts stand in the income statement itself, beside those of the year before, and no notes specify them. */
  detailed: boolean
}

/** Chooses the words and habits of an organisation. */
export function inventCoordinationWording(random: Random): CoordinationWording {
  return {
    net: random.pick(['Verksamhetens nettokostnader', 'Verksamhetens resultat', 'Resultat före finansiella poster']),
    financialIncome: random.pick(['Finansiella intäkter', 'Ränteintäkter']),
    financialCosts: random.pick(['Finansiella kostnader', 'Räntekostnader', 'Bankkostnader']),
    currentAssets: random.pick(['Summa omsättningstillgångar', 'Summa omsättningstillgångar']),
    receivables: random.pick(['Kortfristiga fordringar', 'Fordringar']),
    cash: random.pick(['Kassa och bank', 'Likvida medel', 'Kassa, bank']),
    fundingTotal: random.pick(['Summa eget kapital och skulder', 'Summa skulder och eget kapital']),
    opening: random.pick(['Ingående eget kapital', 'Eget kapital vid årets början', 'Balanserat resultat']),
    programmes: random.pick(['Driftredovisning', 'Insatser, utfall och budget', 'Uppföljning av budget per insats']),
    cashFlow: random.pick(['Kassaflödesanalys', 'Kassaflödesanalys', 'Finansieringsanalys']),
    costsNegative: random.chance(0.7),
    noteTurned: random.chance(0.25),
    equityInNote: random.chance(0.3),
    resultWithin: null,
    depreciationApart: false,
    budgetColumn: random.chance(0.3),
    overview: random.chance(0.6),
    cashNote: random.chance(0.5),
    programmeAccounts: false,
    programmeColumns: ['budget', 'actual', 'variance'],
    programmeGroups: null,
    detailed: false,
  }
}
