import type { DoubtfulPage, Page } from '../model/page.js'
import type { PreparedKeeping } from './prepared-keeping.js'
import type { ReaderPool } from './reader-pool.js'

/** Where pages that were read before can be had; keys stand for pixels, engine, model and settings. */
export interface PageCache {
  get(key: string): Page | undefined | Promise<Page | undefined>
  put(key: string, page: Page): void
}

/** The pages of one document that were read so far: they outlive whatever ends its reading. */
export interface KeptPages {
  all(): readonly Page[]
  put(page: Page): void
}

/** How a document is to be read. */
export interface ReadOptions {
  readonly engine: 'js' | 'native'
  /** Pages under way at once; the result is the same for any number. */
  readonly jobs: number
  /** Read every page, not only those that can hold figures. */
  readonly allPages: boolean
  readonly signal?: AbortSignal
  /** Numbers of pages that are not wanted, since they are kept. */
  readonly without?: ReadonlySet<number>
  /** Pages that were read, of which some figures are to be looked at again: then nothing else is read. */
  readonly again?: readonly DoubtfulPage[]
  /** Told of each page as soon as it is read. */
  readonly onPage?: (page: Page, done: number, total: number) => void
  /** Pages are only told, and none given back, so that those of a long document are not held. */
  readonly isOnlyTold?: boolean
  readonly cache?: PageCache
  /** Where pages that were made ready are kept for a second look. */
  readonly prepared?: PreparedKeeping
  /** Where readers come from and go to; without it they are this document's own. */
  readonly readers?: ReaderPool
}
