import { basename } from 'node:path'
import type { Taken } from '../pipeline.js'
import { createLog } from './log.js'
import type { Settings } from './settings.js'
import { printable, type Terminal } from './terminal.js'

/** Tells how far a run has come. */
export interface Progress {
  page(document: string, done: number, total: number): void
  document(taken: Taken, place: number, total: number): void
  note(text: string): void
}

const eraseLine = '\r\u001b[K'
const longestName = 40
const usualColumns = 80

/**
 * Progress on the terminal's `err`: where somebody looks on, the page that is at hand, with pages a minute and the time
 * left; elsewhere a line a document; or a JSON object for each event. Quiet says nothing at all.
 */
export function createProgress(terminal: Terminal, quiet: boolean, log: Settings['log'] = 'text'): Progress {
  if (quiet) return { page() {}, document() {}, note() {} }
  if (log === 'json') return createLog(terminal)
  const erase = terminal.interactive ? eraseLine : ''
  const pace = terminal.interactive ? createPace() : () => ''
  return {
    page(document, done, total) {
      if (!terminal.interactive) return
      const told = `: page ${done} of ${total}${pace(document, done, total)}`
      // a line that is longer than the terminal is wide could not be written over
      const room = (terminal.columns || usualColumns) - 1
      const name = shortened(printable(document), Math.max(1, Math.min(longestName, room - told.length)))
      terminal.err(`${erase}${`${name}${told}`.slice(0, room)}`)
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

/** Says how fast a document is read, from its second page on, by the machine's even clock. */
export function createPace(
  clock: () => number = () => performance.now(),
): (document: string, done: number, total: number) => string {
  const begun = new Map<string, { readonly done: number; readonly clock: number }>()
  return (document, done, total) => {
    const first = begun.get(document)
    if (first === undefined || done <= first.done) {
      begun.set(document, { done, clock: clock() })
      return ''
    }
    if (done === total) begun.delete(document)
    const minutes = (clock() - first.clock) / 60_000
    const pagesAMinute = (done - first.done) / minutes
    const seconds = Math.ceil((60 * (total - done)) / pagesAMinute)
    if (!Number.isFinite(seconds)) return ''
    const left = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
    return `, ${pagesAMinute < 10 ? pagesAMinute.toFixed(1) : Math.round(pagesAMinute)} pages a minute, ${left} left`
  }
}

function shortened(name: string, most: number): string {
  const marks = [...name]
  return marks.length > most ? `${marks.slice(0, most - 1).join('')}…` : name
}
