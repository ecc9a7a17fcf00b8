import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { pagesPdf, statementContent } from './hostile/raw-pdf.js'
import { type Measured, runWatched } from './load/run-watched.js'
import { createRandom } from './synthesise/random.js'

const HELP = `Loads avstam as nobody does on a good day, and says whether it tires: many small files at once, for a run and for
a watch, one very long PDF, and a week of nights over one inbox.

  npm run load -- [--files 10000] [--watched 10000] [--pages 2000] [--nights 7] [--only files|watched|pages|nights]

Prints throughput of the first tenth and the last, memory and descriptors. Ends with 1 where it tires: the last tenth
more than a tenth slower than the first, or memory from the middle to the end, reconciling and summary included, more
than a tenth over that of the first half; for the long PDF, which is held while it is parsed, a quarter.`

const OPTIONS = {
  files: { type: 'string', default: '10000' },
  watched: { type: 'string', default: '10000' },
  pages: { type: 'string', default: '2000' },
  nights: { type: 'string', default: '7' },
  only: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const mostSlower = 0.1
const mostGrowth = 0.1
const mostGrowthOfPages = 0.25

const program = resolve('dist/cli.js')
const yearsEach = 25

/** A small archived report: organisation and year differ from file to file, and all of them add up. */
function smallText(index: number): string {
  const year = 1995 + (index % yearsEach)
  const revenue = 100_000 + ((index * 7919) % 900_000)
  const costs = 90_000 + ((index * 104_729) % 900_000)
  const kronor = (amount: number) => amount.toLocaleString('sv-SE').replaceAll(/\s/gu, ' ').replace('−', '-')
  return [
    `Föreningen ${nameOf(Math.floor(index / yearsEach))}`,
    `Årsredovisning för räkenskapsåret ${year}-01-01 - ${year}-12-31`,
    '',
    `Resultaträkning ${year}`,
    `Verksamhetens intäkter ${kronor(revenue)}`,
    `Verksamhetens kostnader ${kronor(-costs)}`,
    `Årets resultat ${kronor(revenue - costs)}`,
    '',
  ].join('\n')
}

/** Names that are no misreadings of one another: six syllables, drawn anew for each. */
function nameOf(index: number): string {
  const random = createRandom(`name ${index}`)
  const syllables = Array.from({ length: 6 }, () => random.pick([...'bdfghjklmnprstv']) + random.pick([...'aeiouyåäö']))
  const name = syllables.join('')
  return name[0]!.toUpperCase() + name.slice(1)
}

function print(
  what: string,
  { first, last, unit, earlierMegabytes, laterMegabytes, descriptors, seconds }: Measured,
  growthAllowed = mostGrowth,
): boolean {
  const slower = 1 - last / first
  const growth = laterMegabytes / earlierMegabytes - 1
  const percent = (share: number) => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1)} %`
  process.stdout.write(
    `${what}: ${seconds.toFixed(0)} s; ${first.toFixed(1)} ${unit} a second in the first tenth, ${last.toFixed(1)} in the last (${percent(-slower)}); ` +
      `memory ${earlierMegabytes.toFixed(0)} MB at most in the first half, ${laterMegabytes.toFixed(0)} from there to the end (${percent(growth)}); ${descriptors} descriptors at most\n`,
  )
  return slower <= mostSlower && growth <= growthAllowed
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    process.stderr.write(`${HELP}\n`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'avstam-load-'))
  const isAsked = (what: string) => values.only === undefined || values.only === what
  let isFresh = true
  try {
    if (isAsked('files')) isFresh = (await manyFiles(place(folder, 'files'), Number(values.files))) && isFresh
    if (isAsked('watched')) isFresh = (await watchedFiles(place(folder, 'watched'), Number(values.watched))) && isFresh
    if (isAsked('pages')) isFresh = (await onePdf(place(folder, 'pages'), Number(values.pages))) && isFresh
    if (isAsked('nights')) isFresh = (await weekOfNights(place(folder, 'nights'), Number(values.nights))) && isFresh
    process.exitCode = isFresh ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function place(folder: string, name: string): string {
  const made = join(folder, name)
  mkdirSync(join(made, 'data', 'inbox'), { recursive: true })
  writeFileSync(join(made, 'avstam.toml'), 'settle_seconds = 0\n')
  return made
}

// [17/10000] 000016.txt: done
const fileDone = /^\[\d+\/\d+\]/

async function manyFiles(folder: string, count: number): Promise<boolean> {
  dropFiles(folder, count)
  const measured = await runWatched(program, ['run'], folder, { unit: 'files', mark: fileDone })
  const left = leftIn(folder)
  return print(`${count} files at once, ${left} left in the inbox`, measured) && left === 0
}

async function watchedFiles(folder: string, count: number): Promise<boolean> {
  dropFiles(folder, count)
  const isOver = () => leftIn(folder) === 0
  const measured = await runWatched(program, ['watch'], folder, { unit: 'files', mark: fileDone, isOver })
  return print(`${count} files at once, for a watch`, measured)
}

function dropFiles(folder: string, count: number, from = 0): void {
  for (let index = from; index < from + count; index++) {
    writeFileSync(join(folder, 'data', 'inbox', `${String(index).padStart(6, '0')}.txt`), smallText(index))
  }
}

function leftIn(folder: string): number {
  return readdirSync(join(folder, 'data', 'inbox')).length
}

async function onePdf(folder: string, pages: number): Promise<boolean> {
  writeFileSync(join(folder, 'avstam.toml'), 'settle_seconds = 0\nlog = "json"\n')
  const contents = Array.from({ length: pages }, (_, page) => statementContent.replace('134 105', `134 1${page % 100}`))
  writeFileSync(join(folder, 'data', 'inbox', 'long.pdf'), pagesPdf(pages, contents))
  // {"level":"info","event":"page","document":"long.pdf","done":17,"total":2000}
  const watched = { unit: 'pages', mark: /"event":"page"/ }
  const measured = await runWatched(program, ['run', '--jobs', '2'], folder, watched)
  return print(`one PDF of ${pages} pages`, measured, mostGrowthOfPages)
}

/** Each night brings as many files as the one before; what is stored grows. */
async function weekOfNights(folder: string, nights: number): Promise<boolean> {
  const each = 100
  const measured: Measured[] = []
  for (let night = 0; night < nights; night++) {
    dropFiles(folder, each, night * each)
    measured.push(await runWatched(program, ['nightly'], folder, { unit: 'files', mark: fileDone }))
  }
  const [first, last] = [measured[0]!, measured.at(-1)!]
  const whole = (one: Measured) => each / one.seconds
  const week = { ...last, first: whole(first), last: whole(last), earlierMegabytes: first.laterMegabytes }
  const copies = readdirSync(join(folder, 'data', 'backups')).length
  const { trend } = JSON.parse(readFileSync(join(folder, 'data', 'summaries', 'latest.json'), 'utf8')) as {
    trend: unknown[]
  }
  return print(`${nights} nights of ${each} files, ${copies} copies, ${trend.length} nights in the trend`, week)
}

await main()
