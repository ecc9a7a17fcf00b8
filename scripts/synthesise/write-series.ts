import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { makeGold } from './gold.js'
import { type DocumentPlan, type Form, makeDocument } from './make-document.js'
import { makeSeries, type SeriesPlan } from './make-series.js'
import { createRandom } from './random.js'

/** One organisation's series: what is in its reports, how they look, and how each year's comes to be. */
export type SeriesFiles = {
  series: SeriesPlan
  document: DocumentPlan
  /** Forms of the years in turn, where they are not all alike. */
  forms?: readonly Form[]
  /** First part of the file names; made of the organisation's name where it is null. */
  name: string | null
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
}

/** Writes a PDF and its gold for each year into the folder; `told` hears of each file. */
export async function writeSeries(
  browser: Browser,
  folder: string,
  files: SeriesFiles,
  told: (line: string) => void,
): Promise<void> {
  const { series, document, forms = [] } = files
  const reports = makeSeries(series, document.family)
  for (const [year, report] of reports.entries()) {
    const form = forms[year] ?? document.form
    const end = report.period.end.slice(0, 4)
    const name = `${files.name ?? slug(report.organisation)}_${end}_${form === 'scan' ? document.wear : form}`
    const random = createRandom(`${series.seed}/${end}/${form}`)
    const made = await makeDocument(browser, random, report, { ...document, form })
    const gold = makeGold(
      `${name}.pdf`,
      { style: document.family.name, level: document.wear, pages: made.classes },
      report,
      reports[year - 1],
    )
    await writeFile(join(folder, `${name}.pdf`), made.pdf)
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(gold, null, 1)}\n`)
    told(`${name}.pdf: ${made.classes.length} pages, ${Math.round(made.pdf.length / 1024)} kB`)
  }
}
