import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { readGolds } from '../../scripts/score/gold.js'
import { scoreDatabase } from '../../scripts/score/score-database.js'
import { COUNTS } from '../../scripts/score/score-document.js'
import { sequenceRatio } from '../../scripts/score/sequence-ratio.js'
import { createRandom } from '../../scripts/synthesise/random.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const original = join(root, '../shared/score/score.py')
const golds = ['fixtures/text/gold', 'fixtures/scans'].map((path) => join(root, path))
const hasPython = spawnSync('python3', ['--version']).status === 0
const skipped = !hasPython ? 'python3 is not installed' : existsSync(original) ? undefined : '../shared is not there'

const folder = mkdtempSync(join(tmpdir(), 'avstam-score-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A database of what a careless reader would have stored: some right, some wrong, some missing. */
function storeCarelessly(): string {
  const file = join(folder, 'careless.sqlite')
  const random = createRandom('careless reader')
  const database = new Database(file)
  database.exec(`
    create table facts (fact_id integer primary key, document, statement, note, label, period_end, scenario, amount, unit, raw_text, status);
    create table checks (document, rule, note, period_end, scenario, expected, verdict);
    create table reports (document, period_end, org_number);`)
  const fact = database.prepare('insert into facts values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const check = database.prepare('insert into checks values (?, ?, ?, ?, ?, ?, ?)')
  const report = database.prepare('insert into reports values (?, ?, ?)')
  const damage = (text: string | null) => {
    const letters = [...(text ?? 'x')]
    if (random.chance(0.4)) letters.splice(random.between(0, letters.length - 1), random.between(1, 9), 'ii')
    return letters.join('')
  }
  for (const gold of readGolds(golds)) {
    for (const one of gold.reports) {
      if (random.chance(0.8)) report.run(gold.file, one.period_end, random.chance(0.8) ? one.org_number : null)
      for (const { rule, note, period_end, scenario, expected } of one.checks) {
        const verdict = random.pick(['ok', 'rounding', 'mismatch', 'repaired'])
        if (random.chance(0.8))
          check.run(gold.file, rule, note ?? null, period_end, scenario, random.chance(0.9) ? -expected : null, verdict)
      }
      for (const { kind, note, columns, rows, unit } of one.tables) {
        for (const { label, cells } of rows) {
          for (const [column, { value }] of cells.entries()) {
            const head = columns[column]
            if (value === null || head === undefined || random.chance(0.1)) continue
            const amount = random.chance(0.1) ? value + 1 : value
            const status = random.pick(['verified', 'repaired', 'suspect', 'unverified'])
            const told = random.chance(0.05) ? 'Något helt annat' : damage(label)
            const printed = random.chance(0.05) ? 'mkr' : (unit ?? null)
            fact.run(
              gold.file,
              kind,
              note,
              told,
              head.period_end,
              head.scenario,
              amount,
              printed,
              String(amount),
              status,
            )
          }
        }
      }
    }
  }
  database.close()
  return file
}

describe('the score measures as the shared one does', () => {
  test.skipIf(skipped !== undefined)(`counts${skipped === undefined ? '' : `: skipped, ${skipped}`}`, () => {
    const database = storeCarelessly()
    const { all, each } = scoreDatabase(database, readGolds(golds))
    const json = join(folder, 'original.json')
    const run = spawnSync('python3', [original, database, ...golds, '--json', json], { encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    const expected = JSON.parse(readFileSync(json, 'utf8'))
    for (const name of COUNTS) expect({ [name]: all[name] }).toEqual({ [name]: expected.all[name] ?? 0 })
    for (const [file, counts] of Object.entries(each)) {
      for (const name of COUNTS)
        expect({ file, [name]: counts[name] }).toEqual({ file, [name]: expected.each[file][name] ?? 0 })
    }
    expect(all.silent).toBeGreaterThan(10)
    expect(all.checks_right).toBeGreaterThan(10)
    expect(all.planted).toBeGreaterThan(0)
  })

  test.skipIf(!hasPython)(`likeness of texts${hasPython ? '' : ': skipped, python3 is not installed'}`, () => {
    const random = createRandom('likeness')
    const word = (letters: string, length: number) => Array.from({ length }, () => random.pick([...letters])).join('')
    const pairs = Array.from({ length: 300 }, (_, index) => {
      const length = index % 10 === 0 ? random.between(180, 420) : random.between(0, 30)
      const letters = random.pick(['ab', 'abcdåäö', 'verksamhetens intäkter'])
      return [word(letters, length), word(letters, random.between(0, length + 5))] as const
    })
    const file = join(folder, 'pairs.json')
    writeFileSync(file, JSON.stringify(pairs))
    const program = `import json,sys,difflib;print(json.dumps([difflib.SequenceMatcher(None,a,b).ratio() for a,b in json.load(open(sys.argv[1]))]))`
    const run = spawnSync('python3', ['-c', program, file], { encoding: 'utf8' })
    expect(pairs.map(([a, b]) => sequenceRatio(a, b))).toEqual(JSON.parse(run.stdout))
  })

  test('two empty texts are the same, and nothing is like nothing', () => {
    expect([sequenceRatio('', ''), sequenceRatio('a', ''), sequenceRatio('summa', 'summa')]).toEqual([1, 0, 1])
  })
})
