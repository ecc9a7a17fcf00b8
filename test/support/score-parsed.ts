import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Gold, readGolds } from '../../scripts/score/gold.js'
import { type Counts, type Fact, scoreDocument } from '../../scripts/score/score-document.js'
import type { Report } from '../../src/model/report.js'
import type { SettledReport } from '../../src/model/settled.js'
import { settleOrganisation } from './settle.js'

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))
const golds = readGolds([`${fixtures}/text/gold`, `${fixtures}/scans`])
const scores: Readonly<Record<string, Counts>> = JSON.parse(readFileSync(`${fixtures}/scores.json`, 'utf8'))

/** The truth of a fixture and its committed score; throws where it has none. */
export function goldOf(name: string): { gold: Gold; score: Counts } {
  const gold = golds.find(({ file }) => file.startsWith(`${name}.`))
  const score = gold && scores[gold.file]
  if (!gold || !score) throw new Error(`Expected ${name} to have a gold file and a line in scores.json`)
  return { gold, score }
}

/** The amounts of a settled report, as the view `facts` has them. */
function toFacts({ id, report, judgements }: SettledReport): Fact[] {
  return report.tables.flatMap(({ kind, note, unit, columns, rows }, table) =>
    rows.flatMap((row, place) =>
      row.cells.flatMap((cell, column): Fact[] => {
        const head = columns[column]
        if (cell === null || head === undefined) return []
        const status = judgements[table]?.[place]?.[column]?.status ?? 'unverified'
        return [
          {
            fact_id: `${id} ${table} ${place} ${column}`,
            statement: kind,
            note,
            label: row.label,
            period_end: head.periodEnd,
            scenario: head.scenario,
            amount: cell.value,
            unit: head.unit ?? row.unit ?? unit,
            raw_text: cell.raw,
            status,
          },
        ]
      }),
    ),
  )
}

/** Measures one document's parsed reports as `npm run score` does, checks left out. */
export function scoreParsed(reports: readonly Report[], gold: Gold): Counts {
  const settled = settleOrganisation(reports.map((report, index) => ({ id: String(index), report })))
  const found = {
    facts: settled.flatMap(toFacts),
    checks: [],
    reports: reports.map(({ periodEnd, orgNumber }) => ({ period_end: periodEnd, org_number: orgNumber })),
  }
  return scoreDocument(found, gold, () => {})
}
