import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { meetFile } from '../../src/store/document-store.js'
import { openDatabase, openForReading } from '../../src/store/open-database.js'
import { packJson } from '../../src/store/packed-json.js'
import { loadPages, openPageKeeping, storePages } from '../../src/store/page-store.js'
import { plainPage } from '../support/lay-out.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
let database: Database
let other: Database
beforeEach(() => {
  place = new Workplace()
  database = openDatabase(place.at('db.sqlite'))
  other = openForReading(place.at('db.sqlite'))
  meetFile(database, 'a.pdf', 'a', 'application/pdf')
})
afterEach(() => {
  other.close()
  database.close()
  place.remove()
})

const durable = () =>
  ['page_cache', 'page_read'].map((table) => Number(other.prepare(`select count(*) from ${table}`).pluck().get()))

it('a page and the reading of its picture are stored together, at once', () => {
  const { cache, kept } = openPageKeeping(database, 'a', 'js')
  cache.put('picture', plainPage('1'))
  expect(cache.get('picture')).toEqual(plainPage('1'))
  expect(durable()).toEqual([0, 0])
  kept.put(plainPage('1'))
  expect(durable()).toEqual([1, 1])
  expect(kept.all()).toEqual([plainPage('1')])
})

it('what came after the last page that is kept is stored once the document is read, and found under any other', () => {
  const { cache, flush } = openPageKeeping(database, 'a', 'js')
  cache.put('late', plainPage('2'))
  flush()
  flush()
  expect(durable()).toEqual([1, 0])
  expect(openPageKeeping(database, 'b', 'js').cache.get('late')).toEqual(plainPage('2'))
})

it('on a disk that refuses, what was to be kept waits for the next page', () => {
  const { cache, kept } = openPageKeeping(database, 'a', 'js')
  cache.put('picture', plainPage('1'))
  database.pragma('query_only = on')
  expect(() => kept.put(plainPage('1'))).toThrow(/readonly/)
  database.pragma('query_only = off')
  kept.put(plainPage('1'))
  expect(durable()).toEqual([1, 1])
})

it('pages are found again as they were stored, also where an earlier version packed them as one', () => {
  const pages = [plainPage('1'), plainPage('2 å', 2)]
  storePages(database, 'a', 'js', pages)
  expect(loadPages(other, 'a', 'js')).toEqual(pages)
  expect(loadPages(other, 'a', 'native')).toBeUndefined()
  database.prepare('update page_reading set pages = ?').run(packJson(pages))
  expect(loadPages(other, 'a', 'js')).toEqual(pages)
  storePages(database, 'a', 'js', [])
  expect(loadPages(other, 'a', 'js')).toEqual([])
})
