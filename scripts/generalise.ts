import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Gold, readGolds } from './score/gold.js'
import { runPipeline } from './score/run-pipeline.js'
import { scoreDatabase } from './score/score-database.js'
import { addCounts, type Counts, noCounts, printCounts } from './score/score-document.js'
import { FAMILIES } from './synthesise/families.js'
import type { Family } from './synthesise/family.js'
import { FORMS, type Form } from './synthesise/make-document.js'
import { planReport } from './synthesise/plan-report.js'
import { hasChromium, openBrowser } from './synthesise/rasterise.js'
import { writeSeries } from './synthesise/write-series.js'

const HELP = `Makes reports in the families of layout to learn from and in those kept back, reads both, and compares. To each report
of a family kept back there is one of the others in the same font and of the same wear: they differ in layout, in words
and in their books.

  npm run generalise -- [--reports N] [--seed N] [--form digital|scan|mixed|layer] [--keep DIR] [--verbose]

  --reports N   reports of each split, spread over its families     --jobs N   pages under way at once
  --keep DIR    leaves the reports and the database there; a second run parses the kept pages again, without reading
  --verbose     everything missed or wrong`

type Split = Family['split']
const SPLITS: readonly Split[] = ['train', 'test']
const MEASURES: readonly (readonly [string, keyof Counts, keyof Counts])[] = [
  ['amounts', 'amounts_found', 'amounts'],
  ['sure', 'sure', 'amounts'],
  ['labels', 'labels_exact', 'labels'],
  ['verdicts', 'checks_right', 'checks'],
]

async function makeReports(folder: string, options: { seed: string; reports: number; form: Form }): Promise<void> {
  if (!(await hasChromium())) throw new Error('Expected a chromium to draw pages with; install it or set CHROMIUM')
  const browser = await openBrowser()
  try {
    for (let index = 0; index < options.reports; index++) {
      const [form, say] = [options.form, (line: string) => process.stderr.write(`${line}\n`)]
      const unseen = planReport(`${options.seed}/test/${index}`, { split: 'test', index, form })
      const like = unseen.document.family
      const known = planReport(`${options.seed}/train/${index}`, { split: 'train', index, form, like })
      for (const files of [known, unseen]) await writeSeries(browser, folder, files, say)
    }
  } finally {
    await browser.close()
  }
}

const splitOf = ({ style }: Gold) => FAMILIES.find(({ name }) => name === style)?.split

/** The counts of the documents that pass, added up. */
function total(golds: readonly Gold[], each: Record<string, Counts>): Counts {
  const all = noCounts()
  for (const { file } of golds) addCounts(all, each[file] ?? noCounts())
  return all
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole)

function printComparison(train: Counts, test: Counts) {
  for (const [name, part, whole] of MEASURES) {
    const [known, unseen] = [train, test].map((counts) => share(counts[part], counts[whole]))
    const gap = (known ?? 0) - (unseen ?? 0)
    const figures = `train ${known?.toFixed(2)} %  test ${unseen?.toFixed(2)} %  difference ${gap.toFixed(2)}`
    process.stdout.write(`${name.padEnd(10)}${figures}\n`)
  }
  process.stdout.write(`silent    train ${train.silent}  test ${test.silent}\n`)
}

async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      reports: { type: 'string', default: '18' },
      form: { type: 'string', default: 'digital' },
      jobs: { type: 'string', default: '1' },
      keep: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const form = FORMS.find((one) => one === values.form)
  if (values.help || form === undefined) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'avstam-generalise-'))
  const database = join(folder, 'generalise.sqlite')
  try {
    mkdirSync(folder, { recursive: true })
    if (existsSync(database)) runPipeline(['check'], database)
    else {
      await makeReports(folder, { seed: values.seed, reports: Number(values.reports), form })
      runPipeline(['run', folder, '--jobs', values.jobs], database)
    }
    const golds = readGolds(readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [join(folder, name)] : [])))
    const say = values.verbose
      ? (...words: unknown[]) => process.stdout.write(`    ${words.map(String).join(' ')}\n`)
      : undefined
    const { each } = scoreDatabase(database, golds, say)
    const [train, test] = SPLITS.map((split) => golds.filter((gold) => splitOf(gold) === split))
    for (const { name, split } of FAMILIES) {
      const mine = golds.filter(({ style }) => style === name)
      if (mine.length > 0) process.stdout.write(`${printCounts(`${split} ${name}`, total(mine, each))}\n`)
    }
    printComparison(total(train ?? [], each), total(test ?? [], each))
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

await main()
