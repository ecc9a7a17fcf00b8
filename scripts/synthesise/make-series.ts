import { inventChapters } from './chapters.js'
import { keepCompanyBooks } from './company-ledger.js'
import { makeCompanyReport } from './company-report.js'
import { chooseCompanyAccounts, inventCompanyWording } from './company-wording.js'
import { inventCoordinationFrame, keepCoordinationBooks } from './coordination-ledger.js'
import { makeCoordinationReport } from './coordination-report.js'
import { inventCoordinationWording } from './coordination-wording.js'
import type { Family } from './family.js'
import type { MadeReport, MadeTable } from './made-report.js'
import { inventOrganisation, inventOrgNumber } from './names.js'
import { plantError } from './plant-error.js'
import { createRandom, type Random } from './random.js'

export const KINDS = ['coordination', 'housing', 'company'] as const
export type OrganisationKind = (typeof KINDS)[number]

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

function makeCoordinationSeries(random: Random, plan: SeriesPlan): MadeReport[] {
  const organisation = {
    name: inventOrganisation(random, 'coordination'),
    number: inventOrgNumber(random, 'coordination'),
    wording: inventCoordinationWording(random),
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

function makeCompanySeries(random: Random, plan: SeriesPlan): MadeReport[] {
  const housing = plan.kind === 'housing'
  const organisation = {
    name: inventOrganisation(random, plan.kind),
    number: inventOrgNumber(random, plan.kind),
    wording: inventCompanyWording(random, housing),
    unit: plan.unit,
  }
  const books = keepCompanyBooks(random.fork('books'), chooseCompanyAccounts(random, housing), {
    first: plan.firstYear - HISTORY,
    count: plan.years + HISTORY,
    step: plan.rounded ? 1 : 100,
  })
  return Array.from({ length: plan.years }, (_, index) =>
    makeCompanyReport(random.fork(`report ${index}`), organisation, books.slice(0, HISTORY + index + 1)),
  )
}

/** The comparative columns first, where the family prints them so; tables of budgets keep their order. */
function orderColumns(table: MadeTable, family: Family): MadeTable {
  if (family.order === 'current_first' || table.kind === 'operating_statement') return table
  return {
    ...table,
    columns: table.columns.toReversed(),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.toReversed() })),
  }
}

/** An organisation's reports of consecutive years, tied to each other, in the order of the family's columns. */
export function makeSeries(plan: SeriesPlan, family: Family): MadeReport[] {
  const random = createRandom(plan.seed)
  const reports = plan.kind === 'coordination' ? makeCoordinationSeries(random, plan) : makeCompanySeries(random, plan)
  return reports.map((report, index) => {
    const year = Number(report.period.end.slice(0, 4))
    const chapters = plan.chapters ? inventChapters(random.fork(`chapters ${index}`), year) : []
    const ordered = { ...report, chapters, tables: report.tables.map((table) => orderColumns(table, family)) }
    const plant = random.fork(`planted ${index}`)
    return plant.chance(plan.plantedShare) ? plantError(plant, ordered) : ordered
  })
}
