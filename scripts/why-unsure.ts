import { parseArgs } from 'node:util'
import { loadSolver } from '../src/commands/load-solver.js'
import type { CellRef, Check } from '../src/model/check.js'
import type { SettledReport } from '../src/model/settled.js'
import { groupOrganisations } from '../src/reconcile/organisations.js'
import { settleOrganisation } from '../src/settle.js'
import { openForReading } from '../src/store/open-database.js'
import { loadReport, loadReportHeads } from '../src/store/report-store.js'

const HELP = `Says why amounts of a database are not sure, by document.

  npm run --silent why -- DATABASE

  --verbose     each of them, with its row and the checks that it takes part in`

/** Why an amount is not sure, from what puts it in doubt to what leaves it without a witness. */
const REASONS = {
  'broken identity': 'an identity that it takes part in is broken',
  'doubtful reading': 'its readings differ, or where it begins or belongs is not sure',
  'no date': 'the date of its column is not known',
  'rounding only': 'the identities that hold leave room for another last digit',
  'no proof': 'what holds was found by trial, or would hold for another figure too',
  'no identity': 'no identity has it: it is printed once, in no sum',
} as const
type Reason = keyof typeof REASONS

type Unsure = { reason: Reason; place: string }

/** The amounts of a report that are not sure; `elsewhere` are checks of other reports that touch it. */
function unsureOf({ id, report, judgements, checks }: SettledReport, all: readonly SettledReport[]): Unsure[] {
  const elsewhere = all.flatMap((other) => other.checks.filter((check) => check.other?.reportId === id))
  return report.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      row.cells.flatMap((amount, column): Unsure[] => {
        const { status } = judgements[t]?.[r]?.[column] ?? { status: 'unverified' }
        if (!amount || status === 'verified' || status === 'repaired' || status === 'reviewed') return []
        const cell = { table: t, row: r, column }
        const touching = [
          ...checks.filter((check) => cellsOf(check).some((one) => isSame(one, cell))),
          ...elsewhere.filter(({ other }) => isSame(other!.cell, cell)),
        ].filter(({ verdict }) => verdict !== 'incomplete')
        const reason = reasonOf(touching, status === 'suspect', table.columns[column]?.periodEnd === null)
        const said = touching.map(({ rule, verdict }) => `${rule} ${verdict}`).join(', ')
        const name = `${table.kind} ${table.note ?? ''} "${row.label ?? ''}" ${table.columns[column]?.periodEnd ?? ''}`
        return [{ reason, place: `${name}: ${amount.raw}${said && ` (${said})`}` }]
      }),
    ),
  )
}

function reasonOf(touching: readonly Check[], isDoubted: boolean, isTimeless: boolean): Reason {
  if (isDoubted) return touching.some(({ verdict }) => verdict === 'mismatch') ? 'broken identity' : 'doubtful reading'
  if (isTimeless) return 'no date'
  const holding = touching.filter(({ verdict }) => verdict !== 'mismatch')
  if (holding.length === 0) return 'no identity'
  const leavesRoom = ({ confirms, terms }: Check) => confirms && terms.length > 1
  return holding.some((check) => check.verdict === 'rounding' || leavesRoom(check)) ? 'rounding only' : 'no proof'
}

function cellsOf({ subjectCell, terms }: Check): CellRef[] {
  return [...(subjectCell ? [subjectCell] : []), ...terms.map(({ cell }) => cell)]
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
const [file] = positionals
const say = (line: string) => process.stdout.write(`${line}\n`)
if (values.help || !file) say(HELP)
else {
  const database = openForReading(file)
  const stored = loadReportHeads(database).map(({ id, content }) => ({ ...loadReport(database, id), content }))
  const names = new Map(
    database
      .prepare<[], { sha256: string; document: string }>('select sha256, document from documents')
      .all()
      .map(({ sha256, document }) => [sha256, document]),
  )
  const solve = await loadSolver()
  const settled = groupOrganisations(stored.map(({ id, report }) => ({ ...report, id }))).flatMap(({ reportIds }) => {
    const own = stored.filter(({ id }) => reportIds.includes(id))
    const reports = settleOrganisation(own, solve)
    return reports.map((one, index) => ({ content: own[index]!.content, unsure: unsureOf(one, reports) }))
  })
  for (const [reason, meaning] of Object.entries(REASONS)) say(`${reason.padEnd(18)}${meaning}`)
  for (const { content, unsure } of settled) {
    if (unsure.length === 0) continue
    const counts = Object.keys(REASONS).flatMap((reason) => {
      const count = unsure.filter((one) => one.reason === reason).length
      return count > 0 ? [`${count} ${reason}`] : []
    })
    say(`\n${names.get(content) ?? content}: ${unsure.length} not sure: ${counts.join(', ')}`)
    if (values.verbose) for (const { reason, place } of unsure) say(`  ${reason}: ${place}`)
  }
}
