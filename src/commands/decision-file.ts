import { readFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import { StopError } from '../errors.js'
import { Decision } from '../model/decision.js'
import { settleStored } from '../settle-stored.js'
import { loadDecisions, readDecisions, storeDecisions, withId } from '../store/decision-store.js'
import { openForReading, requireDatabase } from '../store/open-database.js'
import { version } from '../version.js'
import type { BuildStages } from './build-stages.js'
import { createProgress } from './progress.js'
import type { Settings } from './settings.js'
import { withSession } from './take-files.js'
import { printable, type Terminal } from './terminal.js'

/** Writes the whole log of decisions to a file, one event a line, oldest first; `-` is stdout. */
export function exportDecisions(file: string, databaseFile: string, terminal: Terminal): void {
  const database = openForReading(databaseFile)
  try {
    const decisions = loadDecisions(database)
    const text = decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('')
    if (file === '-') terminal.out(text)
    else writeFileAtomic.sync(file, text)
    terminal.err(`${counted(decisions.length)} written.\n`)
  } finally {
    database.close()
  }
}

/**
 * Adds the decisions of a file to the log, those that are not in it, and settles again what they touch. Throws a
 * StopError, and adds none, where a line is no decision or was tampered with.
 */
export async function replayDecisions(
  file: string,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<void> {
  requireDatabase(settings.database)
  const decisions = parseDecisions(file)
  await withSession(settings, createProgress(terminal, true), signal, buildStages, async ({ database, stages }) => {
    const added = storeDecisions(database, decisions)
    await settleStored(database, stages, version, signal)
    const lost = readDecisions(database).filter(({ state }) => state === 'not found').length
    terminal.err(`${counted(decisions.length)} read, ${added} of them new`)
    terminal.err(lost === 0 ? '.\n' : `; ${lost} in the log find no figure here.\n`)
  })
}

function parseDecisions(file: string): Decision[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = Decision.safeParse(jsonOf(line))
      if (parsed.success && withId(parsed.data).id === parsed.data.id) return [parsed.data]
      const advice = 'Take the file as --export-decisions wrote it; nothing was changed.'
      throw new StopError('usage', `${printable(file)}, line ${index + 1}: no decision as it was made.`, advice)
    })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new StopError('usage', `${printable(file)} cannot be read.`, 'Name a file of decisions.', error)
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function counted(number: number): string {
  return `${number} ${number === 1 ? 'decision' : 'decisions'}`
}
