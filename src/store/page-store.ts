import type { Database } from 'better-sqlite3'
import { Page } from '../model/page.js'
import { packJson, packList, unpackJson, unpackList } from './packed-json.js'
import { prepared } from './prepared.js'
import { storePageTexts } from './search/page-texts.js'

/**
 * Stores all of a document's pages as one engine with its settings read them, and what they say, to be searched; those
 * kept one by one may go.
 */
export function storePages(database: Database, content: string, reading: string, pages: readonly Page[]): void {
  const store = database.transaction(() => {
    prepared(database, 'insert or replace into page_reading (content, reading, pages) values (?, ?, ?)').run(
      content,
      reading,
      packList(pages),
    )
    storePageTexts(database, content, pages)
    prepared(database, 'delete from page_read where content = ?').run(content)
  })
  store.immediate()
}

/** The pages of a document that is being read, as far as it was read; they outlive the process. */
export interface KeptPages {
  all(): readonly Page[]
  put(page: Page): void
}

/** Readings of single pictures, by a key that names the picture, the engine and its settings. */
export interface PageCache {
  get(key: string): Page | undefined
  put(key: string, page: Page): void
}

/** Where pages of one document are kept while it is read. */
export interface PageKeeping {
  readonly kept: KeptPages
  readonly cache: PageCache
  /** Stores what was put into the cache since the last page; call it once the document is read. */
  flush(): void
}

/**
 * Keeps pages of a content one by one; `reading` names all that they depend on, since other pages must not be mixed with
 * them. What is put into the cache is stored with the page that is kept next: a page is one durable transaction.
 */
export function openPageKeeping(database: Database, content: string, reading: string): PageKeeping {
  const find = prepared<[string, string], Buffer>(
    database,
    'select page from page_read where content = ? and reading = ? order by number',
  ).pluck()
  const keep = prepared(
    database,
    'insert or replace into page_read (content, reading, number, page) values (?, ?, ?, ?)',
  )
  const findPicture = prepared<[string], Buffer>(database, 'select page from page_cache where cache_key = ?').pluck()
  const keepPicture = prepared(database, 'insert or replace into page_cache (cache_key, page) values (?, ?)')
  const waiting = new Map<string, Page>()
  const store = database.transaction((page?: Page) => {
    for (const [key, picture] of waiting) keepPicture.run(key, packJson(picture))
    if (page !== undefined) keep.run(content, reading, page.number, packJson(page))
  })
  const put = (page?: Page) => {
    store.immediate(page)
    waiting.clear()
  }
  return {
    kept: { all: () => find.all(content, reading).map((packed) => Page.parse(unpackJson(packed))), put },
    cache: {
      get(key) {
        const packed = findPicture.get(key)
        return packed === undefined ? waiting.get(key) : Page.parse(unpackJson(packed))
      },
      put: (key, page) => void waiting.set(key, page),
    },
    flush() {
      if (waiting.size > 0) put()
    },
  }
}

/** The stored pages of a document under one reading; undefined where it was never read so. */
export function loadPages(database: Database, content: string, reading: string): readonly Page[] | undefined {
  const packed = prepared<[string, string], Buffer>(
    database,
    'select pages from page_reading where content = ? and reading = ?',
  )
    .pluck()
    .get(content, reading)
  return packed === undefined ? undefined : Array.from(unpackList(packed), (page) => Page.parse(page))
}

/** Numbers of a document's pages that were read only at their headings and figures, as running text is. */
export function pagesReadInPart(database: Database, sha256: string): number[] {
  const packed = prepared<[string], Buffer>(
    database,
    'select page_reading.pages from content join page_reading using (content, reading) where content.sha256 = ?',
  )
    .pluck()
    .get(sha256)
  if (packed === undefined) return []
  const numbers: number[] = []
  for (const one of unpackList(packed)) {
    const page = Page.parse(one)
    if (page.kind === 'picture' && page.look === 'lines') numbers.push(page.number)
  }
  return numbers
}
