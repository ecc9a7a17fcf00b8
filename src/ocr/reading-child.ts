import { DocumentError, StopError } from '../errors.js'
import type { Page } from '../model/page.js'
import { drawPage } from './draw-page.js'
import { createPreparedStore } from './prepared-keeping.js'
import { readDocument } from './read-document.js'
import { createReaderPool } from './reader-pool.js'
import { beatMilliseconds, type ReadingAnswer, type ReadingOrder, readingProgram } from './reading-messages.js'

/** The process that reads: it holds no database and no inbox, takes orders, and ends when whoever gives them is gone. */
const seekers = new Map<number, (page: Page | undefined) => void>()
const readers = createReaderPool()
const prepared = createPreparedStore()
let asked = 0

process.on('message', (order: ReadingOrder) => {
  if (order.kind === 'read') void follow(order)
  else if (order.kind === 'draw') void draw(order)
  else {
    seekers.get(order.asked)?.(order.page)
    seekers.delete(order.asked)
  }
})
process.once('disconnect', () => process.exit())
tell({ kind: 'started', program: readingProgram })
// an interruption of the whole group is for the other process to answer
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
setInterval(() => tell({ kind: 'beat' }), beatMilliseconds).unref()

async function follow({ id, bytes, mediaType, ...options }: ReadingOrder & { kind: 'read' }): Promise<void> {
  try {
    await readDocument(bytes, mediaType, {
      ...options,
      readers,
      prepared: prepared.of(bytes),
      isOnlyTold: true,
      onPage: (page, done, total) => tell({ kind: 'page', id, page, done, total }),
      cache: {
        get: (key) =>
          new Promise((resolve) => {
            seekers.set(++asked, resolve)
            tell({ kind: 'seek', id, asked, key })
          }),
        put: (key, page) => tell({ kind: 'keep', id, key, page }),
      },
    })
    tell({ kind: 'read', id })
  } catch (error) {
    tell(toAnswer(id, error))
  }
}

async function draw({ id, bytes, mediaType, page }: ReadingOrder & { kind: 'draw' }): Promise<void> {
  try {
    tell({ kind: 'drawn', id, picture: await drawPage(bytes, mediaType, page) })
  } catch (error) {
    tell(toAnswer(id, error))
  }
}

function toAnswer(id: number, error: unknown): ReadingAnswer {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof StopError) return { kind: 'missing', id, message, advice: error.advice }
  return { kind: 'failed', id, reason: error instanceof DocumentError ? error.reason : 'failed', message }
}

function tell(answer: ReadingAnswer): void {
  if (process.connected) process.send?.(answer)
}
