import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Workplace } from '../support/workplace.js'
import { yearlyReport } from '../support/yearly-report.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const figures = { revenue: 1000, costs: 900, assets: 2000, equity: 100 }
const office = spawnSync('soffice', ['--version']).status === 0

describe('xlsx', () => {
  // skipped where LibreOffice is not installed
  it.skipIf(!office)('is read alike by LibreOffice', { timeout: 120_000 }, async () => {
    place.write('in/a.txt', JSON.stringify([yearlyReport(2019, [figures, figures], { unit: 'tkr' })]))
    await place.avstam(['run', place.at('in')])
    await place.avstam(['export', '--format', 'xlsx', '--out', place.at('a.xlsx')])
    const home = `-env:UserInstallation=file://${place.at('office')}`
    // every sheet, separated by tabs, in UTF-8
    const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1'
    spawnSync('soffice', [home, '--headless', '--convert-to', filter, '--outdir', place.at('csv'), place.at('a.xlsx')])
    const text = readFileSync(place.at('csv', 'a-Income statements.csv'), 'utf8')
    const rows = text.split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/[\s,]/g, '')))
    expect(rows).toContainEqual(expect.arrayContaining(['Verksamhetensintäkter', '1000', '1000']))
    expect(rows).toContainEqual(expect.arrayContaining(['Verksamhetenskostnader', '-900', '-900']))
  })
})
