import { mkdir } from 'node:fs/promises'
import { findFamily } from './synthesise/families.js'
import { openBrowser } from './synthesise/rasterise.js'
import { type SeriesFiles, writeSeries } from './synthesise/write-series.js'

const FOLDER = process.argv[2] ?? 'fixtures/scans'

const SERIES = { years: 1, unit: 'kr', rounded: false, plantedShare: 0, chapters: false } as const
const SCAN = { wear: 'light', form: 'scan', codec: null, dpi: 200, turned: null } as const

/** What `fixtures/README.md` lists under `scans/`. */
const FIXTURES: readonly SeriesFiles[] = [
  {
    name: 'ruled',
    series: { ...SERIES, seed: 'ruled', kind: 'coordination', firstYear: 2013, years: 2 },
    document: { ...SCAN, family: findFamily('ruled') },
    forms: ['scan', 'layer'],
  },
  {
    name: 'leaders',
    series: { ...SERIES, seed: 'leaders', kind: 'coordination', firstYear: 2009, unit: 'tkr', plantedShare: 1 },
    document: { ...SCAN, family: findFamily('leaders'), wear: 'fax', codec: 'g4' },
  },
  {
    name: 'housing',
    series: { ...SERIES, seed: 'housing', kind: 'housing', firstYear: 2011 },
    document: { ...SCAN, family: findFamily('close'), wear: 'medium', turned: { sheet: 3, quarters: 2 } },
  },
  {
    name: 'shaded',
    series: { ...SERIES, seed: 'shaded', kind: 'coordination', firstYear: 2016 },
    document: { ...SCAN, family: findFamily('shaded'), wear: 'fax', form: 'mixed', codec: 'jbig2' },
  },
  {
    name: 'company',
    series: { ...SERIES, seed: 'company', kind: 'company', firstYear: 2019, rounded: true },
    document: { ...SCAN, family: findFamily('bare-notes'), wear: 'clean', form: 'digital' },
  },
]

await mkdir(FOLDER, { recursive: true })
const browser = await openBrowser()
try {
  for (const files of FIXTURES) await writeSeries(browser, FOLDER, files, (line) => process.stderr.write(`${line}\n`))
} finally {
  await browser.close()
}
