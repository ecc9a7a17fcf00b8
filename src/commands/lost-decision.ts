import type { Database } from 'better-sqlite3'
import { Decision } from '../model/decision.js'
import { pageOfRuling, rulingInWords } from '../model/ruling-in-words.js'
import { readLostDecisions } from '../store/decision-store.js'

/** A decision whose figure is not found any more, so that it changes nothing until a person decides anew. */
export interface LostDecision {
  readonly decision_id: string
  readonly document: string
  readonly sha256: string
  readonly page: number | null
  readonly at: string
  readonly decided_by: string
  /** What was decided, in a few words. */
  readonly ruling: string
}

/** Those of the documents for whose hashes `isAsked` says so, the oldest first. */
export function lostDecisions(database: Database, isAsked: (sha256: string) => boolean): LostDecision[] {
  return readLostDecisions(database)
    .filter(({ sha256 }) => isAsked(sha256))
    .map(({ decision_id, document, sha256, at, decided_by, event }) => {
      const { ruling } = Decision.parse(JSON.parse(event))
      const page = pageOfRuling(ruling) ?? null
      return { decision_id, document, sha256, page, at, decided_by, ruling: rulingInWords(ruling) }
    })
}
