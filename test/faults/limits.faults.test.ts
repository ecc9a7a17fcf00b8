import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beyondMeasure } from '../../scripts/hostile/beyond-measure.js'
import { brokenStructure } from '../../scripts/hostile/broken-structure.js'
import { pagesPdf } from '../../scripts/hostile/raw-pdf.js'
import { createTesseractJsReader } from '../../src/ocr/tesseract-js-reader.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { openDatabase, openForReading } from '../../src/store/open-database.js'
import { drawSvg, statement } from '../ocr/draw-page.js'
import { mayMount, mountDisk, unmount } from '../support/mounted.js'
import { soundReport } from '../support/small-report.js'
import { ended, startAsWritten, startAvstam } from '../support/spawn-avstam.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
  place.write('avstam.toml', 'settle_seconds = 0')
})
afterEach(() => place.remove())

const bad = fileURLToPath(new URL('../../../shared/bad/', import.meta.url))
const documents = () => viewRows(place.at('data', 'avstam.sqlite')).documents

/** Runs the inbox, and tells the most memory that each process of it held at once, in megabytes, by its program. */
async function runMeasured(
  ...words: string[]
): Promise<{ code: number | null; err: string; parent: number; reader: number }> {
  const child = startAvstam(place, ['run', ...words])
  let [parent, reader] = [0, 0]
  const look = setInterval(() => {
    parent = Math.max(parent, megabytesOf(child.pid!))
    for (const pid of childrenOf(child.pid!)) reader = Math.max(reader, megabytesOf(pid))
  }, 100)
  const { code, err } = await ended(child)
  clearInterval(look)
  return { code, err, parent, reader }
}

function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
}

function megabytesOf(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1e6
  } catch {
    return 0
  }
}

describe.runIf(process.platform === 'linux')('a run', () => {
  it('F21: a content that unfolds to 150 MB runs out of time and harms no other', async () => {
    place.write('data/inbox/a-bomb.pdf', beyondMeasure['content-bomb.pdf']())
    place.write('data/inbox/b-whole.pdf', brokenStructure['whole.pdf']())
    const { parent, reader } = await runMeasured('--jobs', '1')
    expect(documents().map(({ document, state, reason }) => [document, state, reason])).toEqual([
      ['a-bomb.pdf', 'failed', expect.stringMatching(/^(timeout|crashed)$/)],
      ['b-whole.pdf', 'done', null],
    ])
    expect(parent).toBeLessThan(400)
    expect(reader).toBeLessThan(2000)
  })

  it('F23: a picture of 900 megapixels in a PNG is named too large', async () => {
    const background = { r: 255, g: 255, b: 255 }
    const bomb = await sharp({
      create: { width: 30_000, height: 30_000, channels: 3, background },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9, palette: true, colours: 2 })
      .toBuffer()
    place.write('data/inbox/bomb.png', bomb)
    const { reader } = await runMeasured('--jobs', '1')
    expect(documents()).toMatchObject([{ state: 'rejected', reason: 'image-too-large' }])
    expect(reader).toBeLessThan(1500)
  })

  it.runIf(existsSync(bad))('F23: the one-bit picture of 1.2 gigapixels is named too large', async () => {
    place.write('data/inbox/hugemono.pdf', readFileSync(`${bad}ocrmypdf__hugemono.pdf`))
    const { reader } = await runMeasured('--jobs', '1')
    expect(documents()).toMatchObject([{ state: 'rejected', reason: 'image-too-large' }])
    expect(reader).toBeLessThan(1500)
  })

  it('F25: 5 000 pages, all alike, are read in flat memory', async () => {
    place.write('data/inbox/long.pdf', pagesPdf(5000))
    const { parent, reader } = await runMeasured('--jobs', '2')
    expect(documents()).toMatchObject([{ state: 'done', pages: 5000 }])
    expect(reader).toBeLessThan(1500)
    expect(parent).toBeLessThan(1500)
  })

  it('F52: a hundred thousand figures are exported with little memory', async () => {
    place.write('in/a.txt', JSON.stringify([soundReport()]))
    await place.avstam(['run', place.at('in')])
    const database = openDatabase(place.at('db.sqlite'))
    const columns = (database.pragma('table_info(fact)') as { name: string }[]).map(({ name }) => name)
    const chosen = columns.map((name) => (name === 'fact_id' ? "fact_id || ':' || n" : name)).join(', ')
    database.exec(
      `with recursive many(n) as (select 1 union all select n + 1 from many where n < 20000)
       insert into fact (${columns.join(', ')}) select ${chosen} from fact, many where instr(fact_id, ':' || n) = 0`,
    )
    database.close()
    const child = startAvstam(
      place,
      ['export', '--db', 'db.sqlite', '--format', 'csv', '--view', 'facts', '--out', 'facts.csv'],
      {
        node: ['--max-old-space-size=96'],
      },
    )
    let most = 0
    const look = setInterval(() => {
      most = Math.max(most, megabytesOf(child.pid!))
    }, 50)
    const { code, err } = await ended(child)
    clearInterval(look)
    expect(code, err).toBe(0)
    expect(readFileSync(place.at('facts.csv'), 'utf8').split('\n').length).toBeGreaterThan(120_000)
    expect(most).toBeLessThan(400)
  })
})

describe('one reader', () => {
  it('F37: over 500 pictures its memory ends where it was after the first fifty', async () => {
    const { data, info } = await sharp(drawSvg(statement))
      .resize(600)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const reader = createTesseractJsReader()
    const held: number[] = []
    for (let picture = 0; picture < 500; picture++) {
      await reader.read({ width: info.width, height: info.height, data, dpi: 100 }, { language: 'swe', mode: 6 })
      if (picture === 50 || picture === 499) held.push(process.memoryUsage.rss() / 1e6)
    }
    await reader.close()
    expect(held[1]! - held[0]!).toBeLessThan(150)
  })
})

describe('an inbox', () => {
  const files = 10_000
  const reportsEach = 10
  afterEach(() => unmount(place.folder))

  it('F13: into which ten thousand files are dropped at once is emptied, and descriptors stay bounded', async () => {
    // every file is synced to the disk several times: where one may, to a disk that does so at once
    if (mayMount) mountDisk(place.folder, 'size=1500m')
    for (let number = 0; number < files; number++) {
      // names that are no misreadings of one another
      const organisation = sha256Of(String(number % (files / reportsEach))).slice(0, 20)
      const year = 1990 + 2 * Math.floor(number / (files / reportsEach))
      place.write(`inbox/${number}.txt`, JSON.stringify([soundReport({ year, organisation })]))
    }
    const child = startAsWritten(place, ['run', '--quiet'])
    let most = 0
    const look = setInterval(() => {
      // before it has a database it loads its own parts, many at once
      if (!existsSync(place.at('db.sqlite'))) return
      try {
        most = Math.max(most, readdirSync(`/proc/${child.pid}/fd`).length)
      } catch {}
    }, 50)
    const { code, err } = await ended(child)
    clearInterval(look)
    expect(code, err).toBe(0)
    expect(most).toBeGreaterThan(10)
    expect(most).toBeLessThanOrEqual(100)
    const database = openForReading(place.at('db.sqlite'))
    const count = (what: string) => database.prepare(`select count(*) from ${what}`).pluck().get()
    expect(count("documents where state = 'done'")).toBe(files)
    expect(count("reports where outcome = 'reconciled'")).toBe(files)
    expect(count('(select distinct organisation from reports)')).toBe(files / reportsEach)
    database.close()
    expect(readdirSync(place.at('inbox'))).toEqual([])
  })
})
