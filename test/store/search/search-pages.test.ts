import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from '../../../src/model/page.js'
import { meetFile } from '../../../src/store/document-store.js'
import { migrate } from '../../../src/store/migrate.js'
import { faultsOf, openDatabase } from '../../../src/store/open-database.js'
import { packJson } from '../../../src/store/packed-json.js'
import { storePages } from '../../../src/store/page-store.js'
import { findHitBoxes, searchPages } from '../../../src/store/search/search-pages.js'
import { picturePage, plainPage, printRows } from '../../support/lay-out.js'
import { Workplace } from '../../support/workplace.js'

let place: Workplace
let database: ReturnType<typeof openDatabase>
beforeEach(() => {
  place = new Workplace()
  database = openDatabase(place.at('db.sqlite'))
})
afterEach(() => {
  database.close()
  place.remove()
})

const hashOf = (name: string) => name.padEnd(64, '0')
function keep(name: string, ...pages: readonly Page[]): void {
  meetFile(database, `${name}.pdf`, hashOf(name), 'application/pdf')
  storePages(database, hashOf(name), 'reading', pages)
  database.prepare("update content set reading = 'reading' where content = ?").run(hashOf(name))
}
const search = (typed: string, limit = 20, offset = 0) => searchPages(database, typed, { limit, offset })
const placesOf = (typed: string) =>
  search(typed).pages.map(({ document, page, exact }) => `${document} ${page}${exact ? '' : ' ~'}`)
const hitsOf = (typed: string) =>
  search(typed).pages.flatMap(({ excerpt }) => excerpt.filter(({ hit }) => hit).map(({ text }) => text))

describe('searchPages', () => {
  it('keeps å, ä and ö apart from a and o', () => {
    keep('a', plainPage('Över året'), plainPage('over aret', 2))
    expect(placesOf('över')).toEqual(['a.pdf 1', 'a.pdf 2 ~'])
    expect(placesOf('OVER')).toEqual(['a.pdf 2', 'a.pdf 1 ~'])
    expect(placesOf('året')).toEqual(['a.pdf 1', 'a.pdf 2 ~'])
  })

  it('finds worn print by spellings like the word, after the pages that hold it, and says which', () => {
    keep('a', plainPage('Férsakringskassan 1 200\nOmsiittningstillgangar'))
    keep('b', plainPage('Försäkringskassan\nResultatrikning'))
    keep('c', plainPage('Försäljningskanalen'))
    expect(placesOf('Försäkringskassan')).toEqual(['b.pdf 1', 'a.pdf 1 ~'])
    expect(search('försäkringskassan').spellings).toEqual(['férsakringskassan'])
    expect(placesOf('omsättningstillgångar')).toEqual(['a.pdf 1 ~'])
    expect(placesOf('"resultaträkning"')).toEqual(['b.pdf 1 ~'])
    expect(hitsOf('omsättningstillgångar')).toEqual(['Omsiittningstillgangar'])
  })

  it('finds words in a row, beginnings, and amounts with and without their space', () => {
    keep(
      'a',
      plainPage('Eget kapital 146 086\nSoliditet'),
      plainPage('kapital av eget slag, 146086 eller 1 146 086', 2),
    )
    expect(placesOf('"eget kapital"').slice(0, 1)).toEqual(['a.pdf 1'])
    expect(search('"eget kapital"').exactPages).toBe(1)
    expect(search('eget kapital').exactPages).toBe(2)
    expect(placesOf('solid*')).toEqual(['a.pdf 1'])
    expect(placesOf('146 086')).toEqual(placesOf('146086'))
    expect(search('146\u00a0086').exactPages).toBe(2)
    expect(placesOf('145 086')).toEqual([])
  })

  it.each([
    '"',
    '"öppen',
    '*',
    'AND',
    'eget OR',
    'NOT',
    'NEAR(a b)',
    'text:a',
    '{text} : a',
    '-a',
    'a^',
    '(',
    "'; drop table page_text; --",
    '\0',
    '\ud800',
    '🙂',
    '٣٤٥',
    'e\u0301',
    'x'.repeat(5000),
    'a '.repeat(3000),
  ])('takes %.20j for words, and does not throw', (typed) => {
    keep('a', plainPage('Öppen and or not near a b text drop table'))
    const found = search(typed)
    expect(found.pages.length).toBe(Math.min(20, found.exactPages + found.similarPages))
  })

  it('gives screen after screen, each page once', () => {
    const text = (index: number) => (index % 3 === 0 ? 'soliditet' : index % 3 === 1 ? 'soIiditet' : 'annat')
    keep('a', ...Array.from({ length: 60 }, (_, index) => plainPage(text(index), index + 1)))
    const screens = [0, 15, 30, 45].map((offset) => search('soliditet', 15, offset))
    const pages = screens.flatMap((screen) => screen.pages.map(({ page }) => page))
    expect(screens.map((screen) => screen.pages.length)).toEqual([15, 15, 10, 0])
    expect(new Set(pages).size).toBe(40)
    expect(screens[1]!.pages.map(({ exact }) => exact)).toEqual(Array.from({ length: 15 }, (_, index) => index < 5))
    expect(screens[0]).toMatchObject({ exactPages: 20, similarPages: 20 })
  })

  it('forgets what a document said when it is read anew, and when it goes', () => {
    keep('a', plainPage('gammalt'), plainPage('kvar', 2))
    keep('a', plainPage('nytt'))
    expect([placesOf('gammalt'), placesOf('kvar'), placesOf('nytt')]).toEqual([[], [], ['a.pdf 1']])
    database.prepare('delete from content').run()
    expect(placesOf('nytt')).toEqual([])
    expect(faultsOf(database, 'integrity_check')).toEqual([])
  })

  it('is filled from the pages of a database that was made before it', () => {
    database.close()
    const old = new Sqlite(place.at('old.sqlite'))
    migrate(old, 4)
    const pages = [plainPage('Årets resultat'), plainPage('Férsakringskassan', 2)]
    old.exec(`insert into content (content, sha256, state, reading) values ('a', 'a', 'done', 'reading');
      insert into file (name, content, first_seen) values ('a.pdf', 'a', '2026-01-01T00:00:00Z')`)
    old.prepare("insert into page_reading (content, reading, pages) values ('a', 'reading', ?)").run(packJson(pages))
    old.close()
    database = openDatabase(place.at('old.sqlite'))
    expect(placesOf('"årets resultat" ')).toEqual(['a.pdf 1'])
    expect(placesOf('försäkringskassan')).toEqual(['a.pdf 2 ~'])
  })
})

describe('findHitBoxes', () => {
  it('gives the places of the words on the page, or of spellings like them', () => {
    const words = printRows(
      [
        ['Eget kapital', '146 086'],
        ['Soliditct', '59'],
      ],
      [0.8],
    )
    const page = picturePage(words)
    keep('a', page)
    const boxesOf = (...texts: readonly string[]) =>
      words.filter(({ text }) => texts.includes(text)).map(({ box }) => box)
    expect(findHitBoxes(database, '"eget kapital"', page)).toEqual(boxesOf('Eget', 'kapital'))
    expect(findHitBoxes(database, '146086', page)).toEqual(boxesOf('146', '086'))
    expect(findHitBoxes(database, 'soliditet', page)).toEqual(boxesOf('Soliditct'))
    expect(findHitBoxes(database, 'annat', page)).toEqual([])
  })
})
