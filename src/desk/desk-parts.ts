import type { Database } from 'better-sqlite3'
import type { ComponentChildren } from 'preact'
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
}

/** What the browser is sent beside pages. */
export interface DeskAssets {
  readonly script: string
  readonly style: string
}

/** The places that every page links to. */
export const places = [
  { name: 'Documents', path: '/documents' },
  { name: 'Organisations', path: '/organisations' },
  { name: 'Search', path: '/search' },
] as const

/** The body of a page with what stands around it. */
export interface DeskPage {
  readonly title: string
  /** The place that it belongs to, marked among the links; absent where it belongs to none. */
  readonly place?: (typeof places)[number]['name']
  readonly content: ComponentChildren
}
