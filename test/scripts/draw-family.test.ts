import { expect, test } from 'vitest'
import { drawFamily } from '../../scripts/synthesise/draw-family.js'
import { FAMILIES } from '../../scripts/synthesise/families.js'
import { KINDS, makeSeries } from '../../scripts/synthesise/make-series.js'
import { planReport } from '../../scripts/synthesise/plan-report.js'
import { UNIT_WORDS } from '../../scripts/synthesise/print-words.js'
import { createRandom } from '../../scripts/synthesise/random.js'
import { isPrintable } from '../../scripts/synthesise/unprintable.js'
import { writeHtml } from '../../scripts/synthesise/write-html.js'

const COUNT = 60
const plans = Array.from({ length: COUNT }, (_, index) =>
  planReport(`drawn ${index}`, { split: 'drawn', index, form: 'digital' }),
)

test('the same seed draws the same family, and no two seeds one that is drawn or known already', () => {
  const draw = (seed: string) => JSON.stringify(drawFamily(createRandom(seed), 'housing', 'one'))
  expect(draw('a')).toBe(draw('a'))
  const designs = [...FAMILIES, ...plans.map(({ document }) => document.family)].map(({ name, split, ...design }) =>
    JSON.stringify(design),
  )
  expect(new Set(designs).size).toBe(FAMILIES.length + COUNT)
})

test('kinds of organisation take turns, and each of them is reported by a family of its own', () => {
  expect(new Set(plans.map(({ series }) => series.kind)).size).toBe(KINDS.length)
  for (const { series, document } of plans) expect(document.family.kinds).toEqual([series.kind])
})

test('families that people have drawn can be printed', () => {
  expect(FAMILIES.filter((family) => family.split === 'test' && !isPrintable(family))).toEqual([])
  const bare = FAMILIES.filter((family) => isPrintable({ ...family, noteColumn: 'number', noteAt: 'in_label' }))
  expect(bare).toEqual([])
})

test.each(plans)('$name prints every label, each amount, and the units of its tables', ({ series, document }) => {
  const { family } = document
  const [report] = makeSeries(series, family)
  if (report === undefined) throw new Error('Expected a report')
  const html = writeHtml(report, family)
  const rows = report.tables.flatMap((table) => table.rows)
  for (const { label } of rows) if (label !== null) expect(html).toContain(`<span>${label}</span>`)
  expect(html.match(/<td class="amount">/g)?.length).toBe(rows.reduce((sum, { cells }) => sum + cells.length, 0))
  const printed = writeHtml({ ...report, prose: [] }, family).replace(/^.*<body/s, '')
  for (const unit of new Set(report.tables.map((table) => table.unit))) {
    // `Belopp i kr<`, and not `kr` in `skriva`
    expect(printed).toMatch(new RegExp(`(?<!\\p{L})${UNIT_WORDS[family.unitWords][unit]}(?!\\p{L})`, 'u'))
  }
  // Rows that one note, or one statement, sums cannot be told apart if a house calls them the same.
  const [usual] = makeSeries(series, { ...family, words: {}, noteSums: 'below', entities: 'beside' })
  const [housed] = makeSeries(series, { ...family, noteSums: 'below', entities: 'beside' })
  const labels = (made: typeof report | undefined) =>
    made?.tables.map((table) => new Set(table.rows.map(({ label }) => label)).size)
  expect(labels(housed)).toEqual(labels(usual))
})
