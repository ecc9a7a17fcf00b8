import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FAMILIES } from '../../scripts/synthesise/families.js'
import { type DocumentPlan, makeDocument } from '../../scripts/synthesise/make-document.js'
import { makeSeries } from '../../scripts/synthesise/make-series.js'
import { printFigure } from '../../scripts/synthesise/print-words.js'
import { createRandom } from '../../scripts/synthesise/random.js'
import { hasChromium, openBrowser } from '../../scripts/synthesise/rasterise.js'
import { openPdf } from '../../src/ocr/open-pdf.js'

const drawn = await hasChromium()
const reason = drawn ? '' : ': skipped, chromium is not installed'

const squeeze = (text: string) => text.replace(/[\s\u00a0]+/g, '')
const series = { seed: 'documents', firstYear: 2012, years: 1, unit: 'kr' } as const
const scan = { wear: 'medium', form: 'scan', codec: null, dpi: 72, turned: null } as const

async function readText(pdf: Uint8Array): Promise<string[]> {
  const { document, close } = await openPdf(pdf)
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    return pages
  } finally {
    await close()
  }
}

/** What a family puts around the parts of a figure. */
const MARKUP = /<[^>]*>/g

describe.skipIf(!drawn)(`documents drawn by the browser${reason}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  const make = async (plan: DocumentPlan, seed = 'pages') => {
    const [kind = 'coordination'] = plan.family.kinds
    const [report] = makeSeries({ ...series, kind, rounded: false, plantedShare: 0, chapters: false }, plan.family)
    if (report === undefined) throw new Error('Expected a report')
    return { report, ...(await makeDocument(browser, createRandom(seed), report, plan)) }
  }

  test.each(FAMILIES)('every figure of family $name stands on its pages', async (family) => {
    const { report, pdf } = await make({ ...scan, family, form: 'digital' })
    const printed = squeeze((await readText(pdf)).join(' '))
    for (const { rows, decimals } of report.tables) {
      for (const { cells, unit } of rows) {
        const figures = cells.map((cell) => printFigure(cell, family, unit, decimals).replace(MARKUP, ''))
        for (const figure of figures) expect(printed).toContain(squeeze(figure))
      }
    }
  })

  test('a scan has no text, a mixed document on every other sheet, and an old layer lacks å ä ö', async () => {
    const [family] = FAMILIES
    if (family === undefined) throw new Error('Expected a family')
    const [bare, mixed, layer] = await Promise.all(
      (['scan', 'mixed', 'layer'] as const).map(async (form) => readText((await make({ ...scan, family, form })).pdf)),
    )
    expect(bare?.join('')).toBe('')
    expect(mixed?.map((text) => text !== '')).toEqual(mixed?.map((_, index) => index % 2 === 1))
    expect(layer?.every((text) => text !== '' && !/[åäö]/i.test(text))).toBe(true)
  })

  test('the same seed wears the same bytes, another seed others', async () => {
    const [family] = FAMILIES
    if (family === undefined) throw new Error('Expected a family')
    const plan = { ...scan, family }
    const [one, same, other] = [await make(plan), await make(plan), await make(plan, 'other')].map(({ pdf }) =>
      Buffer.from(pdf),
    )
    expect(one?.equals(same ?? Buffer.alloc(0))).toBe(true)
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
  })
})
