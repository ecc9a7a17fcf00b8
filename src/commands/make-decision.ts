import type { Database } from 'better-sqlite3'
import type { Decision, Ruling } from '../model/decision.js'
import { type SettleStages, settleAround, settlementsAround, settleStored } from '../settle-stored.js'
import { loadDecisions, newDecision, storeDecisions } from '../store/decision-store.js'
import { isSettled } from '../store/report-store.js'
import { takeLease } from '../store/run-lease.js'
import { version } from '../version.js'

/**
 * Adds a person's decision to the log and settles again, from the stored parse, the organisation that it touches. Throws
 * a StopError where a run holds the database: then nothing is decided.
 */
export async function makeDecision(
  database: Database,
  stages: SettleStages,
  by: string,
  sha256: string,
  ruling: Ruling,
): Promise<Decision> {
  const release = takeLease(database)
  try {
    const log = loadDecisions(database, sha256)
    const decision = newDecision(database, sha256, by, ruling)
    storeDecisions(database, [decision])
    const undone = ruling.kind === 'undo' ? log.find(({ id }) => id === ruling.decision)?.ruling : undefined
    const moves = [ruling, undone].some((one) => one?.kind === 'set_organisation')
    if (moves || !isSettled(database, sha256)) {
      await settleStored(database, stages, version, new AbortController().signal)
    } else settleAround(database, stages, version, sha256)
    return decision
  } finally {
    release()
  }
}

/**
 * Settles around each document that is looked at once ahead, storing nothing: the solver remembers what it solved, so that
 * the first decision is as quick as those after it.
 */
export function createForesight(reading: Database, stages: SettleStages): (sha256: string) => void {
  const foreseen = new Set<string>()
  return (sha256) => {
    if (foreseen.has(sha256)) return
    foreseen.add(sha256)
    // what is looked at is sent first
    setTimeout(() => {
      if (reading.open) settlementsAround(reading, stages, version, sha256)
    }, 0).unref()
  }
}
