import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { DAMAGES } from '../../scripts/bench-structure/damages.js'
import { loadTools } from '../../scripts/bench-structure/load-tools.js'
import { asSpecimen } from '../../scripts/bench-structure/read-specimens.js'
import { tryOut } from '../../scripts/bench-structure/try-out.js'
import { createRandom } from '../../scripts/synthesise/random.js'
import { Page } from '../../src/model/page.js'
import { goldOf } from '../support/score-parsed.js'

const tools = await loadTools()
const read = (name: string) => {
  const packed = readFileSync(new URL(`../../fixtures/pages/${name}.json.gz`, import.meta.url))
  const pages = Page.array().parse(JSON.parse(gunzipSync(packed).toString('utf8')))
  return asSpecimen(name, pages, goldOf(name).gold, tools)
}
const specimens = ['ruled_2013_light', 'company_2019_digital'].map(read)

test('the pages undamaged are mostly sure and never wrong', () => {
  for (const { pages, gold } of specimens) {
    const { amounts, sure, wrong } = tryOut(pages, [gold], tools)
    expect(wrong).toEqual([])
    expect(sure / amounts).toBeGreaterThan(0.8)
  }
})

test.each([
  'both years misread in a table',
  'heads swapped in a table',
  'a year misread in all heads',
  'minuses gained in a column',
  'last group lost in a table',
  'figures of a column lost',
  'three rows lost',
  'columns merged in a table',
  'unit lost everywhere',
  'balance sheet of another report',
  'date stamped on every page',
  'a digit read as another everywhere',
  'labels shifted down in a table',
])('%s: nothing wrong is sure', { timeout: 60_000 }, (kind) => {
  const tried = specimens.flatMap((specimen) => {
    const others = specimens.filter((one) => one !== specimen)
    const damaged = DAMAGES[kind]!(specimen, createRandom(kind), others)
    if (!damaged) return []
    const golds = [...new Set(damaged.owners ?? [specimen])].map(({ gold }) => gold)
    return [{ changed: damaged.pages, specimen, ...tryOut(damaged.pages, golds, tools, damaged.owners) }]
  })
  expect(tried.length).toBeGreaterThan(0)
  for (const { changed, specimen } of tried) expect(changed).not.toEqual(specimen.pages)
  expect(tried.flatMap(({ wrong }) => wrong)).toEqual([])
})
