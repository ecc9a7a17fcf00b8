import type { Page } from '../../src/model/page.js'
import type { Report } from '../../src/model/report.js'
import type { SettledReport } from '../../src/model/settled.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import type { ParseWords } from '../../src/parse/parse-words.js'
import { groupOrganisations } from '../../src/reconcile/organisations.js'
import type { SolveProgram } from '../../src/repair/binary-program.js'
import { settleOrganisation } from '../../src/settle.js'
import type { Gold } from '../score/gold.js'
import { type Fact, type Found, scoreDocument } from '../score/score-document.js'
import type { Specimen } from './specimen.js'

/** What became of a document: how many amounts came out sure, and a line for each of those that are wrong. */
export interface Outcome {
  readonly amounts: number
  readonly sure: number
  readonly wrong: readonly string[]
}

/** What parsing and settling need. */
export interface Tools {
  readonly words: ParseWords
  readonly solve: SolveProgram
}

type PlacedFact = Fact & { readonly page: number; readonly report: Report }

const SURE = new Set(['verified', 'repaired', 'reviewed'])

/** Parses and settles pages by themselves and holds what is sure against the truth; `owners` says whose each page is. */
export function tryOut(
  pages: readonly Page[],
  golds: readonly Gold[],
  { words, solve }: Tools,
  owners?: readonly Specimen[],
): Outcome {
  const reports = parseReports(pages, words).map((report, index) => ({ id: String(index), report }))
  const settled = groupOrganisations(reports.map(({ id, report }) => ({ ...report, id }))).flatMap(({ reportIds }) =>
    settleOrganisation(
      reports.filter(({ id }) => reportIds.includes(id)),
      solve,
    ),
  )
  const facts = settled.flatMap(factsOf)
  const found: Found = { facts, checks: [], reports: [] }
  const gold: Gold = {
    ...golds[0]!,
    reports: golds.flatMap((one) => one.reports.map((own) => ({ ...own, checks: [] }))),
  }
  const wrong: string[] = []
  const counts = scoreDocument(found, gold, (kind, ...said) => {
    if (kind === 'silent') wrong.push(said.join(' '))
  })
  if (owners)
    wrong.push(...facts.filter((fact) => isMisplaced(fact, owners)).map((fact) => `of another: ${nameOf(fact)}`))
  return { amounts: counts.amounts, sure: facts.filter(({ status }) => SURE.has(status)).length, wrong }
}

/** Whether a sure figure is stored under another year's report, or another body's, than its page is of. */
function isMisplaced({ status, page, report }: PlacedFact, owners: readonly Specimen[]): boolean {
  const own = owners[page - 1]?.gold.reports ?? []
  const isOwn = own.some(
    ({ org_number: number, period_end: end }) =>
      end === report.periodEnd && (number === null || report.orgNumber === null || number === report.orgNumber),
  )
  return SURE.has(status) && !isOwn
}

function nameOf({ statement, label, amount, page }: PlacedFact): string {
  return `page ${page} ${statement} ${label} ${amount}`
}

function factsOf({ id, report, judgements }: SettledReport): PlacedFact[] {
  return report.tables.flatMap(({ kind, note, unit, columns, rows }, table) =>
    rows.flatMap((row, at) =>
      row.cells.flatMap((amount, column): PlacedFact[] => {
        if (!amount) return []
        const head = columns[column]!
        return [
          {
            ...{ fact_id: `${id}/${table}/${at}/${column}`, statement: kind, note, label: row.label },
            ...{ period_end: head.periodEnd, scenario: head.scenario, amount: amount.value },
            ...{ unit: head.unit ?? row.unit ?? unit, raw_text: amount.raw, page: amount.page, report },
            status: judgements[table]?.[at]?.[column]?.status ?? 'unverified',
          },
        ]
      }),
    ),
  )
}
