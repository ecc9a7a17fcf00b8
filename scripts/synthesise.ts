import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { drawFamily } from './synthesise/draw-family.js'
import type { Codec } from './synthesise/encode-image.js'
import { FAMILIES, findFamily } from './synthesise/families.js'
import type { Family } from './synthesise/family.js'
import { FORMS, type Form } from './synthesise/make-document.js'
import { KINDS } from './synthesise/make-series.js'
import type { OrganisationKind } from './synthesise/names.js'
import { createRandom, type Random } from './synthesise/random.js'
import { CUT_BY_EDGE, hasChromium, openBrowser } from './synthesise/rasterise.js'
import { WEAR_GRADES, type WearGrade } from './synthesise/wear.js'
import { writeSeries } from './synthesise/write-series.js'

const HELP = `Makes annual reports with known truth: a PDF and a gold file for each year of each organisation.

  tsx scripts/synthesise.ts --out DIR [--seed N] [--organisations N] [--years N] [--first-year Y]
    [--kind ${KINDS.join('|')}] [--family drawn|${FAMILIES.map(({ name }) => name).join('|')}]
    [--wear ${WEAR_GRADES.join('|')}] [--form ${FORMS.join('|')}] [--unit kr|tkr] [--rounded]
    [--name WORD] [--codec jpeg|jpx|jbig2|g3|g4|flate8|flate1] [--dpi N] [--planted 0..1] [--turned SHEET:QUARTERS]
    [--tables-only]

A drawn family is crossed at random from all of them, anew for each organisation. What is not given is chosen by the seed. The same options give the same files.`

const OPTIONS = {
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  organisations: { type: 'string', default: '1' },
  years: { type: 'string', default: '1' },
  'first-year': { type: 'string' },
  kind: { type: 'string' },
  family: { type: 'string' },
  wear: { type: 'string' },
  form: { type: 'string', default: 'scan' },
  unit: { type: 'string' },
  rounded: { type: 'boolean', default: false },
  codec: { type: 'string' },
  dpi: { type: 'string', default: '200' },
  planted: { type: 'string', default: '0.4' },
  turned: { type: 'string' },
  'tables-only': { type: 'boolean', default: false },
  name: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const CODECS: readonly Codec[] = ['jpeg', 'jpx', 'jbig2', 'g3', 'g4', 'flate8', 'flate1']

/** The given word if it is one of the known ones, a random one if nothing was given; throws on other words. */
function choose<T extends string>(random: Random, given: string | undefined, known: readonly T[]): T {
  if (given === undefined) return random.pick(known)
  const found = known.find((word) => word === given)
  if (found === undefined) throw new Error(`Expected one of ${known.join(', ')}, got ${given}`)
  return found
}

function parseTurned(text: string | undefined) {
  if (text === undefined) return null
  const [sheet = 0, quarters = 2] = text.split(':').map(Number)
  return { sheet, quarters }
}

function readOptions() {
  return parseArgs({ options: OPTIONS }).values
}
type Options = ReturnType<typeof readOptions>

/** So many families are drawn before it is given up that a sheet holds what is set in one. */
const MOST_DRAWN = 5

function chooseFamily(random: Random, given: string | undefined, kind: OrganisationKind, name: string): Family {
  if (given === 'drawn') return drawFamily(random, kind, name)
  return given === undefined ? random.pick(FAMILIES) : findFamily(given)
}

/** Writes one organisation's reports; a drawn family whose tables no sheet holds gives way to the next that is drawn. */
async function writeOrganisation(browser: Browser, folder: string, values: Options, index: number): Promise<void> {
  const random = createRandom(`${values.seed}/${index}`)
  const kind = choose<OrganisationKind>(random.fork('kind'), values.kind, KINDS)
  for (let drawn = 1; ; drawn++) {
    const source = values.family === 'drawn' ? random.fork(drawn === 1 ? 'family' : `family ${drawn}`) : random
    const family = chooseFamily(source, values.family, kind, `drawn-${index}`)
    const document = {
      family,
      wear: choose<WearGrade>(random, values.wear, WEAR_GRADES),
      form: choose<Form>(random, values.form, FORMS),
      codec: values.codec === undefined ? null : choose(random, values.codec, CODECS),
      dpi: Number(values.dpi),
      turned: parseTurned(values.turned),
    }
    const series = {
      seed: `${values.seed}/${index}/books`,
      kind,
      firstYear: values['first-year'] === undefined ? random.between(2006, 2021) : Number(values['first-year']),
      years: Number(values.years),
      unit: choose(random, values.unit, family.units),
      rounded: values.rounded,
      plantedShare: Number(values.planted),
      chapters: !values['tables-only'],
    }
    try {
      const name = values.name ?? null
      return await writeSeries(browser, folder, { series, document, name }, (line) => process.stderr.write(`${line}\n`))
    } catch (error) {
      if (values.family !== 'drawn' || drawn === MOST_DRAWN || !isCutByEdge(error)) throw error
    }
  }
}

function isCutByEdge(error: unknown): boolean {
  return error instanceof Error && error.message.includes(CUT_BY_EDGE)
}

async function main() {
  const values = readOptions()
  if (values.help || values.out === undefined) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = values.help ? 0 : 2
    return
  }
  if (!(await hasChromium())) throw new Error('Expected a chromium to draw pages with; install it or set CHROMIUM')
  await mkdir(values.out, { recursive: true })
  const browser = await openBrowser()
  try {
    for (let index = 0; index < Number(values.organisations); index++)
      await writeOrganisation(browser, values.out, values, index)
  } finally {
    await browser.close()
  }
}

await main()
