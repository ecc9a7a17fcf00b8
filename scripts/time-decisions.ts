import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { joinSettleStages } from '../src/commands/join-settle-stages.js'
import { createForesight, makeDecision } from '../src/commands/make-decision.js'
import { createDesk } from '../src/desk/create-desk.js'
import { loadTaxonomy } from '../src/reference.js'
import { settleAround } from '../src/settle-stored.js'
import { closeDatabase, openDatabase, openForReading } from '../src/store/open-database.js'
import { findFigure, readDoubts, versionOf } from '../src/store/read-desk.js'

const tries = 10
const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error(
    'Times decisions on a copy of a database, the answer to the browser included: tsx scripts/time-decisions.ts DATABASE',
  )
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'avstam-decisions-'))
const copy = join(folder, 'copy.sqlite')
copyFileSync(file, copy)
const writing = openDatabase(copy)
const reading = openForReading(copy)
const stages = await joinSettleStages()
const token = 'timing'
const desk = createDesk({
  ...{ reading, token, assets: { script: '', style: '' }, concepts: loadTaxonomy().concepts },
  applyDecisions: stages.applyDecisions,
  decide: (sha256, ruling) => makeDecision(writing, stages, 'timing', sha256, ruling),
  foresee: createForesight(reading, stages),
  note: console.error,
  originalOf: () => undefined,
  drawPage: () => Promise.reject(new Error('Nothing is drawn.')),
})

/** Sends a decision as the desk's own pages do. */
async function decide(
  body: Readonly<Record<string, string>>,
): Promise<{ status: number; decision: string; took: string }> {
  const headers = { 'content-type': 'application/json', 'x-avstam-token': token }
  const [began, before] = [performance.now(), process.cpuUsage()]
  const answer = await desk.request('http://127.0.0.1/decisions', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  const { decision } = (await answer.json()) as { decision: string }
  const { user, system } = process.cpuUsage(before)
  const took = `${Math.round(performance.now() - began)} ms (${Math.round((user + system) / 1000)} of processor)`
  return { status: answer.status, decision, took }
}

for (const { fact_id, document, label } of readDoubts(reading, tries)) {
  const figure = findFigure(reading, fact_id)
  if (figure === undefined) continue
  // as a run leaves it: a made database was never repaired
  settleAround(writing, stages, 'timing', figure.sha256)
  // as a person does: first it is looked at
  await (await desk.request(`http://127.0.0.1/documents/${figure.sha256}?fact=${fact_id}`)).text()
  await setTimeout(50)
  const made = await decide({ kind: 'correct', figure: fact_id, version: versionOf(figure), entry: '1' })
  const undone = await decide({ kind: 'undo', decision: made.decision })
  console.log(`${made.status} ${made.took}, ${undone.status} ${undone.took} to undo: ${document}, ${label}`)
}
reading.close()
closeDatabase(writing)
rmSync(folder, { recursive: true })
