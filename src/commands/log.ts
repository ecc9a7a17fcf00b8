import { basename } from 'node:path'
import { pino, stdTimeFunctions } from 'pino'
import type { StopError } from '../errors.js'
import type { Taken } from '../pipeline.js'
import type { Terminal } from './terminal.js'

/** Progress as JSON, an object a line with `level`, `time` and `event`: for programs that gather logs. */
export function createLog(terminal: Terminal) {
  const log = pino(
    {
      base: null,
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line) => terminal.err(line) },
  )
  return {
    page: (document: string, done: number, total: number) => log.info({ event: 'page', document, done, total }),
    document({ path, content, state, reason, pages, known }: Taken, place: number, total: number) {
      const isWell = state === 'done' || state === 'passed-over'
      const document = basename(path)
      log[isWell ? 'info' : 'warn']({ event: 'document', document, content, state, reason, pages, known, place, total })
    },
    note: (text: string) => log.info({ event: 'note' }, text),
    stop: ({ message, advice, code }: StopError) => log.error({ event: 'stop', code, advice }, message),
  }
}
