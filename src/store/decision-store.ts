import type { Database } from 'better-sqlite3'
import { Decision, type DecisionPlace, type Ruling } from '../model/decision.js'
import { factIdOf, sha256Of } from './identifiers.js'

/** A decision of this moment, with the id that its content gives it; later than all that are in the log. */
export function newDecision(database: Database, sha256: string, by: string, ruling: Ruling): Decision {
  const last = database.prepare<[], string | null>('select max(at) from decision').pluck().get() ?? ''
  const now = new Date().toISOString()
  const at = now > last ? now : new Date(Date.parse(last) + 1).toISOString()
  return withId({ at, by, sha256, ruling })
}

/** A decision whose id is what its content says. */
export function withId(event: Omit<Decision, 'id'>): Decision {
  const { at, by, sha256, ruling } = event
  return { id: sha256Of(JSON.stringify([at, by, sha256, ruling])).slice(0, 16), at, by, sha256, ruling }
}

/** Adds decisions to the log; returns how many were not in it yet. */
export function storeDecisions(database: Database, decisions: readonly Decision[]): number {
  const insert = database.prepare(
    'insert into decision (decision_id, at, sha256, event) values (?, ?, ?, ?) on conflict do nothing',
  )
  const store = database.transaction(() =>
    decisions.reduce((sum, one) => sum + insert.run(one.id, one.at, one.sha256, JSON.stringify(one)).changes, 0),
  )
  return store.immediate()
}

/** Hashes of the documents that something was decided about, known or not. */
export function contentsDecided(database: Database): string[] {
  return database.prepare<[], string>('select distinct sha256 from decision order by sha256').pluck().all()
}

/** The log, oldest first: all of it, or what is about one document. */
export function loadDecisions(database: Database, sha256?: string): Decision[] {
  const rows =
    sha256 === undefined
      ? database.prepare<[], string>('select event from decision order by at, decision_id').pluck().all()
      : database
          .prepare<[string], string>('select event from decision where sha256 = ? order by at, decision_id')
          .pluck()
          .all(sha256)
  return rows.map((event) => Decision.parse(JSON.parse(event)))
}

/** The last decision about a document that is not undone; undefined where there is none. */
export function lastDecisionOf(database: Database, sha256: string): string | undefined {
  const decisions = loadDecisions(database, sha256)
  const undone = new Set(decisions.flatMap(({ ruling }) => (ruling.kind === 'undo' ? [ruling.decision] : [])))
  return decisions.findLast(({ id, ruling }) => ruling.kind !== 'undo' && !undone.has(id))?.id
}

/** Notes where decisions were found to belong. */
export function storePlaces(database: Database, places: readonly DecisionPlace[]): void {
  const keep = database.prepare(
    `insert into decision_place (decision_id, state, report_id, fact_id) values (?, ?, ?, ?)
     on conflict do update set state = excluded.state, report_id = excluded.report_id, fact_id = excluded.fact_id
     where state is not excluded.state or report_id is not excluded.report_id or fact_id is not excluded.fact_id`,
  )
  const store = database.transaction(() => {
    for (const { decision, state, reportId, cell } of places) {
      keep.run(decision, state, reportId, reportId !== null && cell !== null ? factIdOf(reportId, cell) : null)
    }
  })
  store.immediate()
}

/** A row of the view `decisions`. */
export interface DecisionRow {
  readonly decision_id: string
  readonly at: string
  readonly decided_by: string
  readonly sha256: string
  readonly document: string | null
  readonly kind: Ruling['kind']
  readonly state: DecisionPlace['state']
  readonly report_id: string | null
  readonly fact_id: string | null
  readonly event: string
}

/** The view `decisions`, the latest first. */
export function readDecisions(database: Database, most = 500): DecisionRow[] {
  return database
    .prepare<[number], DecisionRow>('select * from decisions order by at desc, decision_id desc limit ?')
    .all(most)
}

/** Decisions about stored documents whose figure or page is not found there any more, the oldest first. */
export function readLostDecisions(database: Database): (DecisionRow & { readonly document: string })[] {
  return database
    .prepare<[], DecisionRow & { document: string }>(
      "select * from decisions where state = 'not found' and document is not null order by at, decision_id",
    )
    .all()
}
