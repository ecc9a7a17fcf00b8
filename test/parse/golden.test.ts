import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { goldenFixtures } from '../../scripts/golden/golden-fixtures.js'
import { printReports } from '../../scripts/golden/print-reports.js'
import type { Report } from '../../src/model/report.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { parsingWords } from '../support/parsing-words.js'
import { goldOf, scoreParsed } from '../support/score-parsed.js'

const HOW = 'If the change is meant: npx tsx scripts/golden.ts --update, and read the diff'
const fixtures = goldenFixtures()

describe.each(fixtures)('$name', ({ name, golden, pages }) => {
  let reports: Report[]
  beforeAll(() => {
    reports = parseReports(pages(), parsingWords)
  })

  it('is parsed as before', () => {
    const known = existsSync(golden) ? readFileSync(golden, 'utf8') : ''
    expect(printReports(reports), HOW).toBe(known)
  })

  it('is read no worse than the committed score', () => {
    const { gold, score } = goldOf(name)
    const counts = scoreParsed(reports, gold)
    expect(counts.amounts_found).toBeGreaterThanOrEqual(score.amounts_found)
    expect(counts.labels_exact).toBeGreaterThanOrEqual(score.labels_exact)
    expect(counts.guessed).toBeLessThanOrEqual(score.guessed)
  })
})

it('each golden file is of a fixture', () => {
  const names = fixtures.map(({ name }) => `${name}.txt`).sort()
  expect(readdirSync(dirname(fixtures[0]!.golden)).sort(), HOW).toEqual(names)
})
