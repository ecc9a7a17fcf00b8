import Database from 'better-sqlite3'
import { Page } from '../../src/model/page.js'
import { unpackList } from '../../src/store/packed-json.js'

/** How many pages of a database were read in which way, most first. */
export function countLooks(file: string): Map<string, number> {
  const database = new Database(file, { readonly: true })
  try {
    const readings = database.prepare<[], Buffer>('select pages from page_reading').pluck().all()
    const counts = new Map<string, number>()
    for (const page of readings.flatMap((packed) => Array.from(unpackList(packed), (one) => Page.parse(one)))) {
      const look = lookOf(page)
      counts.set(look, (counts.get(look) ?? 0) + 1)
    }
    return new Map([...counts].sort(([, a], [, b]) => b - a))
  } finally {
    database.close()
  }
}

function lookOf(page: Page): string {
  if (page.kind === 'plain' || page.source === 'text_layer') return 'from their text'
  if (page.source === 'blank') return 'blank'
  if (page.look === 'lines') return 'running text, at its telling lines'
  return page.readings.filter(({ witness }) => witness !== true).length > 1 ? 'in full, twice' : 'in full'
}
