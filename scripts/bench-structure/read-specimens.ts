import { Page } from '../../src/model/page.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { openForReading } from '../../src/store/open-database.js'
import { unpackList } from '../../src/store/packed-json.js'
import { type Gold, readGolds } from '../score/gold.js'
import { asReadOnce, findPlaces } from './places.js'
import type { Specimen } from './specimen.js'
import type { Tools } from './try-out.js'

/** The documents of a database whose truth is known, every Nth of them by name. */
export function readSpecimens(file: string, golds: readonly string[], every: number, tools: Tools): Specimen[] {
  const truths = new Map(readGolds(golds).map((gold) => [gold.file, gold]))
  const database = openForReading(file)
  const stored = database
    .prepare<[], { name: string; pages: Buffer }>(
      `select min(file.name) as name, page_reading.pages from page_reading join content using (content, reading)
       join file using (content) where content.media_type <> 'text/plain' group by content order by name`,
    )
    .all()
  return stored
    .filter(({ name }) => truths.has(name))
    .filter((_, index) => index % every === 0)
    .map(({ name, pages }) => asSpecimen(name, Page.array().parse([...unpackList(pages)]), truths.get(name)!, tools))
}

/** A document whose pages were read so. */
export function asSpecimen(name: string, read: readonly Page[], gold: Gold, { words }: Tools): Specimen {
  const pages = read.map(asReadOnce)
  return { name, pages, places: findPlaces(pages, parseReports(pages, words)), gold }
}
