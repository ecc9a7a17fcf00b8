import type { Database } from 'better-sqlite3'
import type { ComponentChildren } from 'preact'
import type { Decided } from '../decide/apply-decisions.js'
import type { Decision, Ruling } from '../model/decision.js'
import type { MediaType } from '../model/media-type.js'
import type { Report } from '../model/report.js'
import type { Concept } from '../model/taxonomy.js'

/** What the desk is made of; tests pass in other ones. */
export interface DeskParts {
  /** A connection that can write nothing: what is shown is read over it. */
  readonly reading: Database
  /** Every change must carry it: it is in the desk's own pages, and another site cannot read those. */
  readonly token: string
  readonly assets: DeskAssets
  /** The lines of statements that are known; without them no chart of costs is drawn. */
  readonly concepts?: readonly Concept[]
  applyDecisions(reports: readonly Report[], decisions: readonly Decision[]): Decided
  /** Adds a decision to the log and settles again what it touches. Throws a StopError where a run holds the database. */
  decide(sha256: string, ruling: Ruling): Promise<Decision>
  /** Works out what deciding about a document will need, while somebody looks at it. */
  foresee?(sha256: string): void
  /** Notes what went wrong unforeseen, where whoever runs the desk sees it. */
  note(error: unknown): void
  /** A document's own bytes; undefined where they are not kept, or lie no longer where they were seen. */
  originalOf(sha256: string): Original | undefined
  /** A page as a PNG; rejects with a DocumentError where it cannot be drawn. */
  drawPage(
    original: Original,
    page: { readonly number: number; readonly turned: number; readonly level: boolean },
  ): Promise<Uint8Array>
}

/** A document as it was received. */
export interface Original {
  readonly name: string
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
}

/** What the browser is sent beside pages. */
export interface DeskAssets {
  readonly script: string
  readonly style: string
}

/** The places that every page links to. */
export const places = [
  { name: 'Waiting', path: '/' },
  { name: 'Documents', path: '/documents' },
  { name: 'Organisations', path: '/organisations' },
  { name: 'Search', path: '/search' },
  { name: 'Decisions', path: '/decisions' },
] as const

/** The body of a page with what stands around it. */
export interface DeskPage {
  readonly title: string
  /** The place that it belongs to, marked among the links; absent where it belongs to none. */
  readonly place?: (typeof places)[number]['name']
  readonly content: ComponentChildren
}
