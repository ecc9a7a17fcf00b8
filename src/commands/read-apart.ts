import { fork } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DocumentError, type DocumentErrorReason, StopError } from '../errors.js'
import type { OpenedDocument } from '../inbox/open-document.js'
import type { Settings } from './settings.js'

/** What the other process is to do. */
export interface ReadOrder {
  readonly document: OpenedDocument
  readonly reading: string
  readonly settings: Settings
}

/** How it went there: well, or with an error that belongs to the document, or with one that stops the run. */
export type ReadAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'document'; readonly reason: DocumentErrorReason; readonly message: string }
  | { readonly kind: 'stop'; readonly message: string }

// the same extension as this file's: compiled beside compiled, source beside source
const otherProgram = fileURLToPath(new URL(`./read-apart-child${extname(import.meta.url)}`, import.meta.url))

/** Has a document read, stored and parsed in a process of its own, so that one that ends its process ends no run. */
export async function readApart(order: ReadOrder, signal: AbortSignal, program = otherProgram): Promise<void> {
  const child = fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  })
  let answer: ReadAnswer | undefined
  child.on('message', (message: ReadAnswer) => {
    answer = message
  })
  child.send(order)
  await once(child, 'exit')
  if (answer?.kind === 'done') return
  if (answer?.kind === 'stop') throw new StopError('missing', answer.message, 'See `avstam doctor`.')
  if (answer?.kind === 'document') throw new DocumentError(answer.reason, answer.message)
  throw new DocumentError('crashed', `Reading ${order.document.name} ends the program.`)
}
