import { basename } from 'node:path'
import type { Taken } from '../pipeline.js'
import { printable, type Terminal } from './terminal.js'

/** Tells how far a run has come: pages on a terminal, a line for each document elsewhere. */
export interface Progress {
  page(document: string, done: number, total: number): void
  document(taken: Taken, place: number, total: number): void
  note(text: string): void
}

const eraseLine = '\r\u001b[K'

/** Progress on the terminal's `err`; quiet says nothing at all. */
export function createProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet) return { page() {}, document() {}, note() {} }
  const erase = terminal.interactive ? eraseLine : ''
  return {
    page(document, done, total) {
      if (terminal.interactive) terminal.err(`${erase}${printable(document)}: page ${done} of ${total}`)
    },
    document(taken, place, total) {
      if (taken.state === 'passed-over') return
      const reason = taken.reason === null ? '' : ` (${printable(taken.reason)})`
      const known = taken.known ? ', known already' : ''
      terminal.err(`${erase}[${place}/${total}] ${printable(basename(taken.path))}: ${taken.state}${reason}${known}\n`)
    },
    note(text) {
      terminal.err(`${erase}${text}\n`)
    },
  }
}
