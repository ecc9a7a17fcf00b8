import { parseArgs } from 'node:util'
import { loadSolver } from '../src/commands/load-solver.js'
import { groupOrganisations } from '../src/reconcile/organisations.js'
import { settleOrganisation } from '../src/settle.js'
import { openForReading } from '../src/store/open-database.js'
import { loadReport, loadReportHeads, loadReportIdentities } from '../src/store/report-store.js'
import { REASONS, unsureAmounts } from './why-unsure/unsure-amounts.js'

const HELP = `Says why amounts of a database are not sure, by document.

  npm run --silent why -- DATABASE

  --verbose     each of them, with its row and the checks that it takes part in`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
const [file] = positionals
const say = (line: string) => process.stdout.write(`${line}\n`)
if (values.help || !file) say(HELP)
else {
  const database = openForReading(file)
  const ids = loadReportIdentities(database).map(({ id }) => id)
  const stored = loadReportHeads(database, ids).map(({ id, content }) => ({ ...loadReport(database, id), content }))
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
    return reports.map((one, index) => ({ content: own[index]!.content, unsure: unsureAmounts(one, reports) }))
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
