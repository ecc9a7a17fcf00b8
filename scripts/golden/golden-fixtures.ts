import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { Page } from '../../src/model/page.js'
import { readPlainText } from '../../src/ocr/read-plain-text.js'

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))

/** A fixture that is parsed without reading any picture. */
export interface GoldenFixture {
  readonly name: string
  /** Where its parsed reports are kept to compare with. */
  readonly golden: string
  readonly pages: () => Page[]
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(fixtures, folder))
    .filter((file) => file.endsWith(ending))
    .sort()
}

function fixtureOf(file: string, ending: string, pages: () => Page[]): GoldenFixture {
  const name = basename(file, ending)
  return { name, golden: join(fixtures, 'golden', `${name}.txt`), pages }
}

/** The recorded pages of `fixtures/pages` and the archived texts of `fixtures/text`. */
export function goldenFixtures(): GoldenFixture[] {
  const recorded = filesIn('pages', '.json.gz').map((file) =>
    fixtureOf(file, '.json.gz', () =>
      z.array(Page).parse(JSON.parse(gunzipSync(readFileSync(join(fixtures, 'pages', file))).toString('utf8'))),
    ),
  )
  const texts = filesIn('text', '.txt').map((file) =>
    fixtureOf(file, '.txt', () => readPlainText(readFileSync(join(fixtures, 'text', file)))),
  )
  return [...recorded, ...texts]
}
