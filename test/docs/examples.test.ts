import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workplace } from '../support/workplace.js'
import { yearlyReport } from '../support/yearly-report.js'

const example = (name: string) => fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url))
const runs = (program: string, ...words: string[]) => spawnSync(program, words).status === 0

let place: Workplace
beforeAll(async () => {
  place = new Workplace()
  const year = (costs: number, equity: number) => ({ revenue: 1000, costs, assets: 2000, equity })
  place.write('in/a.txt', JSON.stringify([yearlyReport(2018, [year(900, 300), year(800, 200)])]))
  place.write('in/b.txt', JSON.stringify([yearlyReport(2019, [year(1100, 200), year(900, 300)])]))
  await place.avstam(['run', place.at('in')])
})
afterAll(() => place.remove())

// each is skipped where its language is not installed
describe('examples', () => {
  it.skipIf(!runs('sqlite3', '--version'))('in SQL list a series and a key figure', () => {
    const input = readFileSync(example('series.sql'), 'utf8')
    const out = execFileSync('sqlite3', ['-csv', place.at('db.sqlite')], { input, encoding: 'utf8' })
    expect(out.split(/\r?\n/)).toContain('"Förbundet Å",2019-12-31,-100,verified,,b.txt,1')
    expect(out).toMatch(/"Förbundet Å",2019-12-31,10\.0,/)
  })

  it.skipIf(!runs('python3', '--version'))('in Python draw a series', () => {
    execFileSync('python3', [example('series.py'), place.at('db.sqlite'), 'net_result', place.at('series.svg')])
    const picture = readFileSync(place.at('series.svg'), 'utf8')
    expect(picture.match(/<circle /g)).toHaveLength(3)
    expect(picture).toContain('Förbundet Å')
  })

  it.skipIf(!runs('Rscript', '-e', 'library(RSQLite)'))('in R draw a series', () => {
    execFileSync('Rscript', [example('series.R'), place.at('db.sqlite'), 'net_result', place.at('r.svg')])
    expect(readFileSync(place.at('r.svg'), 'utf8')).toContain('<svg')
  })
})
