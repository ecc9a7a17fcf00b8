import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readGolds } from './score/gold.js'
import { runPipeline } from './score/run-pipeline.js'
import { type Scores, scoreDatabase } from './score/score-database.js'
import { COUNTS, type Counts, printCounts } from './score/score-document.js'

const HELP = `Measures what the pipeline finds against known reports.

  npm run score                           the fixtures, compared with fixtures/scores.json
  npm run score -- --update               the same, and writes fixtures/scores.json
  npm run score -- DATABASE GOLD...       a database against gold files or folders of them

  --only WORD   fixtures whose path holds the word     --jobs N   pages under way at once
  --verbose     everything missed or wrong             --json FILE   all counts`

const root = fileURLToPath(new URL('..', import.meta.url))
const scoresFile = join(root, 'fixtures/scores.json')
const FIXTURES = [
  { documents: 'fixtures/text', golds: 'fixtures/text/gold' },
  { documents: 'fixtures/scans', golds: 'fixtures/scans' },
]

/** Takes the folders through the pipeline into a new database. */
function readFolders(folders: readonly string[], jobs: string): { database: string; done: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'avstam-score-'))
  const database = join(folder, 'score.sqlite')
  const done = () => rmSync(folder, { recursive: true, force: true })
  try {
    runPipeline(['run', ...folders, '--jobs', jobs], database)
  } catch (error) {
    done()
    throw error
  }
  return { database, done }
}

/** What became better or worse for one document, by count; empty where nothing changed. */
function compare(before: Counts | undefined, now: Counts): string[] {
  if (before === undefined) return ['new']
  return COUNTS.flatMap((name) => (before[name] === now[name] ? [] : [`${name} ${before[name]} → ${now[name]}`]))
}

function print({ all, each }: Scores) {
  for (const [file, counts] of Object.entries(each)) process.stdout.write(`${printCounts(file, counts)}\n`)
  process.stdout.write(`${printCounts('ALL', all)}\n`)
}

function scoreFixtures(options: {
  update: boolean
  only: string
  jobs: string
  say: (...words: unknown[]) => void
}): Scores {
  const folders = FIXTURES.filter(({ documents }) => documents.includes(options.only))
  const { database, done } = readFolders(
    folders.map(({ documents }) => join(root, documents)),
    options.jobs,
  )
  try {
    const scores = scoreDatabase(database, readGolds(folders.map(({ golds }) => join(root, golds))), options.say)
    print(scores)
    const known: Scores['each'] = existsSync(scoresFile) ? JSON.parse(readFileSync(scoresFile, 'utf8')) : {}
    for (const [file, counts] of Object.entries(scores.each)) {
      const changes = compare(known[file], counts)
      if (changes.length > 0) process.stdout.write(`changed ${file}: ${changes.join(', ')}\n`)
    }
    if (options.update) writeFileSync(scoresFile, `${JSON.stringify({ ...known, ...scores.each }, null, 1)}\n`)
    return scores
  } finally {
    done()
  }
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      update: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      json: { type: 'string' },
      only: { type: 'string', default: '' },
      jobs: { type: 'string', default: '2' },
      help: { type: 'boolean', default: false },
    },
  })
  const [database, ...golds] = positionals
  if (values.help || (database !== undefined && golds.length === 0)) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const say = values.verbose
    ? (...words: unknown[]) => process.stdout.write(`    ${words.map(String).join(' ')}\n`)
    : () => {}
  const scores =
    database === undefined ? scoreFixtures({ ...values, say }) : scoreDatabase(database, readGolds(golds), say)
  if (database !== undefined) print(scores)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(scores, null, 1)}\n`)
}

main()
