import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { serveDesk } from '../src/desk/serve-desk.js'
import { createApartReader } from '../src/ocr/read-apart.js'
import { openDatabase } from '../src/store/open-database.js'
import { buildAssets, startBrowser } from '../test/support/browse-desk.js'
import { openDesk } from '../test/support/open-desk.js'
import { recordedStages } from '../test/support/recorded-stages.js'
import { viewRows } from '../test/support/view-rows.js'
import { Workplace } from '../test/support/workplace.js'
import { fillDatabase } from './make-large/fill-database.js'

/** Makes the pictures of the README and the tutorial anew: the desk over a fixture, and a made organisation's page. */
const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const fixture = fileURLToPath(new URL('../fixtures/scans/leaders_2009_fax.pdf', import.meta.url))
const viewport = { width: 1280, height: 800 }

mkdirSync(pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'avstam-pictures-'))
const browser = await startBrowser()
const reader = createApartReader(1500)
const assets = await buildAssets(folder)
const read = new Workplace()
const made = new Workplace()
try {
  await read.avstam(['run', fixture], undefined, recordedStages)
  const misread = viewRows(read.at('db.sqlite')).facts.find(
    ({ statement, status }) => status === 'suspect' && statement === 'note',
  )
  await take(read, {
    queue: '/',
    doubt: `/documents/${misread?.sha256}?page=${misread?.page}&fact=${misread?.fact_id}`,
  })
  const database = openDatabase(made.at('db.sqlite'))
  fillDatabase(database, 40)
  const key = database
    .prepare<[], string>(
      "select org_number from series where concept = 'net_result' group by 1 order by sum(status = 'suspect') desc, 1 limit 1",
    )
    .pluck()
    .get()
  database.close()
  await take(made, {
    organisations: '/organisations',
    organisation: `/organisations/${key}`,
    statements: `/organisations/${key}/statements`,
  })
} finally {
  await browser.close()
  await reader.close()
  for (const place of [read, made]) place.remove()
  rmSync(folder, { recursive: true, force: true })
}

async function take(place: Workplace, shown: Readonly<Record<string, string>>): Promise<void> {
  const desk = await openDesk(place, assets, (bytes, mediaType, page) => reader.draw(bytes, mediaType, page))
  const served = await serveDesk(desk.desk, 0)
  const page = await (await browser.newContext({ viewport, colorScheme: 'light' })).newPage()
  for (const [name, path] of Object.entries(shown)) {
    await page.goto(new URL(path, served.address).href, { waitUntil: 'networkidle' })
    // few colours are enough, and make the files small
    await sharp(await page.screenshot())
      .png({ palette: true, colours: 64 })
      .toFile(join(pictures, `${name}.png`))
    console.log(`docs/pictures/${name}.png`)
  }
  await served.close()
  desk.close()
}
