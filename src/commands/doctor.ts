import { type ExitCode, exitCode } from '../errors.js'
import type { Finding } from './finding.js'
import { lookAtDatabase } from './look-at-database.js'
import { lookAtArchive, lookAtDisk, lookAtInbox } from './look-at-folders.js'
import { lookAtModules, lookAtNode } from './look-at-modules.js'
import type { Settings } from './settings.js'
import { printable, type Terminal } from './terminal.js'

const codeOf: Readonly<Record<Finding['state'], ExitCode>> = {
  missing: exitCode.missing,
  damaged: exitCode.damaged,
  wrong: exitCode.differs,
  warning: exitCode.done,
  ok: exitCode.done,
}

/**
 * Looks whether all that a run needs is there and whole, and says what to do where it is not. The exit code is that of
 * the worst finding: 3 where a part is missing, 6 for a damaged database, 1 for what else is wrong.
 */
export async function doctor(settings: Settings, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const findings = [
    lookAtNode(),
    ...(await lookAtModules()),
    ...(await lookAtReading(settings)),
    ...lookAtDatabase(settings),
    lookAtInbox(settings),
    ...lookAtArchive(settings),
    ...lookAtDisk(settings),
  ]
  if (json) terminal.out(`${JSON.stringify({ findings }, null, 2)}\n`)
  else
    for (const { what, state, detail, advice } of findings) {
      terminal.out(`${state.padEnd(8)} ${what.padEnd(18)} ${printable(detail)}\n`)
      if (advice !== undefined) terminal.out(`${' '.repeat(28)}→ ${printable(advice)}\n`)
    }
  const states = Object.keys(codeOf) as Finding['state'][]
  return codeOf[states.find((state) => findings.some((finding) => finding.state === state)) ?? 'ok']
}

/** Loaded when it is needed: a part that does not load is a finding, not the end. */
async function lookAtReading({ engine }: Settings): Promise<Finding[]> {
  try {
    const { lookAtLanguages, lookAtTesseract } = await import('./look-at-reader.js')
    return [...lookAtLanguages(engine), lookAtTesseract(engine)]
  } catch (error) {
    return [{ what: 'reading', state: 'missing', detail: error instanceof Error ? error.message : String(error) }]
  }
}
