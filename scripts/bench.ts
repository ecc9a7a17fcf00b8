import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { pictureToTiff } from '../src/ocr/picture.js'
import { countLooks } from './bench/count-looks.js'
import { drawSample, spread } from './bench/draw-sample.js'
import { pagePictures } from './bench/page-pictures.js'
import { runMeasured, type Usage } from './bench/run-measured.js'

const HELP = `Reads whole reports with either engine and says what a page costs, beside plain tesseract on the same pictures.

  npm run bench -- [FILE|DIRECTORY…] [--sample N | --files N] [--jobs N] [--engine js|native] [--all-pages] [--no-plain] [--keep DIR]

Without a path it takes the scans of fixtures/, and ../shared/scans and ../shared/real where they lie beside. Of these
it reads everything; with --files N so many documents, with --sample N so many pages, spread evenly. CPU seconds are
those of all processes; memory is theirs together. With --keep the databases, js.sqlite and native.sqlite, stay in a
folder that has none yet. Ends with 1 where a target is missed.`

const OPTIONS = {
  files: { type: 'string' },
  sample: { type: 'string' },
  jobs: { type: 'string', default: '2' },
  engine: { type: 'string' },
  'all-pages': { type: 'boolean', default: false },
  'no-plain': { type: 'boolean', default: false },
  keep: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const program = 'dist/cli.js'
const places = ['fixtures/scans', '../shared/scans', '../shared/real']
/** CPU seconds a page over whole reports. */
const most = { js: 3, native: 2 } as const
const mostBytes = 1.2e9

type Engine = keyof typeof most

function findDocuments(paths: readonly string[]): string[] {
  return paths.filter(existsSync).flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => name.endsWith('.pdf'))
    return names.sort().map((name) => join(path, name))
  })
}

/** What plain tesseract uses on every page, so many at once, read with the settings that a user would give it. */
async function readPlainly(
  documents: readonly string[],
  folder: string,
  jobs: string,
): Promise<{ pages: number; usage: Usage }> {
  let [pages, cpuSeconds, peakBytes] = [0, 0, 0]
  for (const document of documents) {
    const commands: string[] = []
    for await (const page of pagePictures(readFileSync(document))) {
      const picture = join(folder, `page-${commands.length}.tif`)
      writeFileSync(picture, await pictureToTiff(page))
      const words = [picture, picture, '-c', 'debug_file=/dev/null', '-l', 'swe', '--psm', '4']
      commands.push([...words, '--dpi', String(Math.round(page.dpi))].join(' '))
    }
    const list = join(folder, 'pages.txt')
    writeFileSync(list, commands.join('\n'))
    // its threads wait for one another by spinning, which would count as work
    const alone = { OMP_THREAD_LIMIT: '1' }
    const usage = await runMeasured('xargs', ['-a', list, '-P', jobs, '-L', '1', 'tesseract'], alone)
    pages += commands.length
    cpuSeconds += usage.cpuSeconds
    peakBytes = Math.max(peakBytes, usage.peakBytes)
  }
  return { pages, usage: { cpuSeconds, peakBytes } }
}

function print(name: string, pages: number, { cpuSeconds, peakBytes }: Usage, plain: Usage | undefined): void {
  const ratio = plain === undefined ? '' : `${(cpuSeconds / plain.cpuSeconds).toFixed(2)} × plain`
  const page = `${(cpuSeconds / pages).toFixed(2)} CPU s a page`
  process.stdout.write(`${name.padEnd(16)}  ${page}  ${ratio.padEnd(12)}  ${(peakBytes / 1e9).toFixed(2)} GB at most\n`)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  if (values.help) {
    process.stderr.write(`${HELP}\n`)
    return
  }
  const found = findDocuments(positionals.length > 0 ? positionals : places)
  const chosen = spread(found, Number(values.files ?? found.length))
  if (chosen.length === 0) throw new Error('Expected documents to read, got none; see --help')
  if (values.keep !== undefined) {
    if (existsSync(values.keep) && readdirSync(values.keep).length > 0)
      throw new Error(`Expected ${values.keep} to be empty`)
    mkdirSync(values.keep, { recursive: true })
  }
  const folder = mkdtempSync(join(tmpdir(), 'avstam-bench-'))
  try {
    const sample = values.sample === undefined ? undefined : Number(values.sample)
    const documents = sample === undefined ? chosen : [join(folder, 'sample.pdf')]
    if (sample !== undefined) await drawSample(chosen, sample, documents[0]!)
    const plain = values['no-plain'] ? undefined : await readPlainly(documents, folder, values.jobs)
    const pages = plain?.pages ?? (await countPages(documents))
    process.stdout.write(
      `${documents.length} documents, ${pages} pages: ${documents.map((path) => basename(path)).join(', ')}\n`,
    )
    if (plain) print('plain tesseract', pages, plain.usage, plain.usage)
    const engines = (['js', 'native'] as const).filter((engine) => (values.engine ?? engine) === engine)
    const missed: string[] = []
    for (const engine of engines) {
      const database = join(values.keep ?? folder, `${engine}.sqlite`)
      const usage = await runProgram(engine, documents, database, values.jobs, values['all-pages'])
      print(`avstam ${engine}`, pages, usage, plain?.usage)
      const looks = countLooks(database)
      process.stdout.write(`  read ${[...looks].map(([look, count]) => `${count} ${look}`).join(', ')}\n`)
      if (usage.cpuSeconds / pages > most[engine]) missed.push(`${engine}: over ${most[engine]} CPU s a page`)
      if (usage.peakBytes > mostBytes) missed.push(`${engine}: over ${mostBytes / 1e9} GB`)
    }
    for (const line of missed) process.stdout.write(`missed  ${line}\n`)
    process.exitCode = missed.length > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function countPages(documents: readonly string[]): Promise<number> {
  let pages = 0
  for (const document of documents) for await (const _ of pagePictures(readFileSync(document))) pages++
  return pages
}

function runProgram(
  engine: Engine,
  documents: readonly string[],
  database: string,
  jobs: string,
  allPages: boolean,
): Promise<Usage> {
  const settings = [
    '--db',
    database,
    '--engine',
    engine,
    '--jobs',
    jobs,
    '--quiet',
    ...(allPages ? ['--all-pages'] : []),
  ]
  return runMeasured(process.execPath, [program, 'run', ...documents, ...settings])
}

await main()
