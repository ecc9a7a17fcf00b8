import { joinSettleStages } from '../src/commands/join-settle-stages.js'
import { createDesk } from '../src/desk/create-desk.js'
import { loadTaxonomy } from '../src/reference.js'
import { openDatabase, openForReading } from '../src/store/open-database.js'
import { pagesToTime, timePage } from './make-large/time-page.js'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Times the pages that show many reports: tsx scripts/time-pages.ts DATABASE')
  process.exit(2)
}
openDatabase(file).close()
const reading = openForReading(file)
const concepts = loadTaxonomy().concepts
const { applyDecisions } = await joinSettleStages()
const notNow = () => Promise.reject(new Error('These pages are only looked at.'))
const desk = createDesk({
  ...{ reading, token: 'unused', assets: { script: '', style: '' }, concepts, applyDecisions },
  ...{ decide: notNow, drawPage: notNow, originalOf: () => undefined, note: console.error },
})
for (const path of pagesToTime(reading)) {
  const { status, bytes, milliseconds, processor } = await timePage(desk, path)
  const columns = [status, `${Math.round(bytes / 1024)} kB`, `${milliseconds} ms`, `${processor} ms of processor`]
  console.log(columns.map((column) => String(column).padStart(10)).join(' '), decodeURIComponent(path))
}
