import { DocumentError, StopError } from '../errors.js'
import { openDatabase } from '../store/open-database.js'
import { loadPages, storePages } from '../store/page-store.js'
import { joinStages } from './join-stages.js'
import { createProgress } from './progress.js'
import type { ReadAnswer, ReadOrder } from './read-apart.js'

/** The other process of `readApart`: takes one order, answers, and ends. It ends too when whoever asked is gone. */
process.once('message', async (order: ReadOrder) => {
  const answer = await follow(order).then(
    (): ReadAnswer => ({ kind: 'done' }),
    (error: unknown): ReadAnswer => {
      const message = error instanceof Error ? error.message : String(error)
      if (error instanceof DocumentError) return { kind: 'document', reason: error.reason, message }
      // what else was thrown ended no process: whoever asked will meet it too, and judge it
      return error instanceof StopError ? { kind: 'stop', message } : { kind: 'done' }
    },
  )
  process.send?.(answer, () => process.exit())
})
process.once('disconnect', () => process.exit())
// an interruption of the whole group is for the other one to answer
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

async function follow({ document, reading, settings }: ReadOrder): Promise<void> {
  if (document.mediaType === undefined) return
  const database = openDatabase(settings.database)
  const silent = createProgress({ out() {}, err() {}, interactive: false }, true)
  const stages = joinStages(settings, database, silent, new AbortController().signal)
  const stored = loadPages(database, document.sha256, reading)
  const pages = stored ?? (await stages.readPages(document, document.mediaType))
  if (stored === undefined && pages.length > 0) storePages(database, document.sha256, reading, pages)
  stages.parseReports(pages)
  database.close()
}
