import { inventChapters } from './chapters.js'
import { accountsOf, type CompanyKind, inventWording } from './company-kinds.js'
import { keepCompanyBooks } from './company-ledger.js'
import { makeCompanyReport } from './company-report.js'
import { chooseCompanyAccounts } from './company-wording.js'
import { inventCoordinationFrame, keepCoordinationBooks } from './coordination-ledger.js'
import { makeCoordinationReport } from './coordination-report.js'
import { inventCoordinationWording } from './coordination-wording.js'
import type { Family } from './family.js'
import { makeFederationReport } from './federation-report.js'
import { inventFederationFrame, inventFederationWording } from './federation-wording.js'
import { GLOSSARY } from './glossary.js'
import type { MadeReport } from './made-report.js'
import { inventOrganisation, inventOrgNumber, type OrganisationKind } from './names.js'
import { plantError } from './plant-error.js'
import { createRandom, type Random } from './random.js'
import { setTables } from './set-tables.js'

/** All kinds of organisation. */
export const KINDS: readonly OrganisationKind[] = [
  'coordination',
  'housing',
  'company',
  'group',
  'foundation',
  'cooperative',
  'federation',
  'sport',
  'road',
  'society',
  'allotment',
  'employers',
]

/** What one organisation's series of reports is to be. */
export type SeriesPlan = {
  seed: string
  kind: OrganisationKind
  firstYear: number
  years: number
  unit: 'kr' | 'tkr'
  /** Books are kept in öre, so that printed kronor are rounded row by row. */
  rounded: boolean
  /** How likely a report has a row printed wrong. */
  plantedShare: number
  /** Running text of whole chapters, contents, the auditors' words and blank backs, as real reports have them. */
  chapters: boolean
}

const HISTORY = 4

function makeCoordinationSeries(random: Random, plan: SeriesPlan, family: Family): MadeReport[] {
  const organisation = {
    name: inventOrganisation(random, 'coordination', family.bodies),
    number: inventOrgNumber(random, 'coordination'),
    wording: { ...inventCoordinationWording(random), ...family.coordinationHabits },
    unit: plan.unit,
    programmesUnit: 'kr' as const,
  }
  const books = keepCoordinationBooks(random.fork('books'), inventCoordinationFrame(random), {
    first: plan.firstYear - HISTORY,
    count: plan.years + HISTORY,
    step: plan.rounded ? 1 : 100,
  })
  return Array.from({ length: plan.years }, (_, index) =>
    makeCoordinationReport(random.fork(`report ${index}`), organisation, books.slice(0, HISTORY + index + 1)),
  )
}

function makeCompanySeries(random: Random, plan: SeriesPlan, kind: CompanyKind, family: Family): MadeReport[] {
  const organisation = {
    name: inventOrganisation(random, kind, family.bodies),
    number: inventOrgNumber(random, kind),
    wording: { ...inventWording(random, kind), ...family.habits },
    unit: plan.unit,
    decimals: plan.unit === 'kr' ? family.decimals : 0,
    wideNotes: family.wideNotes,
  }
  const years = { first: plan.firstYear - HISTORY, count: plan.years + HISTORY, step: plan.rounded ? 1 : 100 }
  const accounts = chooseCompanyAccounts(random, { ...accountsOf(kind), ...family.accounts })
  const keep = (name: string) => keepCompanyBooks(random.fork(name), accounts, years)
  const books =
    kind === 'group'
      ? (['group', 'parent'] as const).map((entity) => keep(entity).map((year) => ({ ...year, entity })))
      : [keep('books')]
  return Array.from({ length: plan.years }, (_, index) =>
    makeCompanyReport(
      random.fork(`report ${index}`),
      organisation,
      books.map((book) => book.slice(0, HISTORY + index + 1)),
    ),
  )
}

function makeFederationSeries(random: Random, plan: SeriesPlan, family: Family): MadeReport[] {
  const organisation = {
    name: inventOrganisation(random, 'federation', family.bodies),
    number: inventOrgNumber(random, 'federation'),
    wording: { ...inventFederationWording(random), ...family.federationHabits },
    unit: plan.unit,
  }
  const books = keepCoordinationBooks(random.fork('books'), inventFederationFrame(random), {
    first: plan.firstYear - HISTORY,
    count: plan.years + HISTORY,
    step: plan.rounded ? 1 : 100,
  })
  return Array.from({ length: plan.years }, (_, index) =>
    makeFederationReport(random.fork(`report ${index}`), organisation, books.slice(0, HISTORY + index + 1)),
  )
}

function makeReports(random: Random, plan: SeriesPlan, family: Family): MadeReport[] {
  if (plan.kind === 'coordination') return makeCoordinationSeries(random, plan, family)
  if (plan.kind === 'federation') return makeFederationSeries(random, plan, family)
  return makeCompanySeries(random, plan, plan.kind, family)
}

/** An organisation's reports of consecutive years, tied to each other, in the family's order and words. */
export function makeSeries(plan: SeriesPlan, family: Family): MadeReport[] {
  const random = createRandom(plan.seed)
  const reports = makeReports(random, plan, family)
  return reports.map((report, index) => {
    const year = Number(report.period.end.slice(0, 4))
    const chapters = plan.chapters ? inventChapters(random.fork(`chapters ${index}`), year) : []
    if (plan.chapters && family.glossary) chapters.push(GLOSSARY)
    const set = { ...report, chapters, tables: setTables(report, family) }
    const plant = random.fork(`planted ${index}`)
    return plant.chance(plan.plantedShare) ? plantError(plant, set) : set
  })
}
