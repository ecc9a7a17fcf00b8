import { existsSync, readFileSync } from 'node:fs'
import Excel from 'exceljs'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sheetOpening } from '../../src/export/xlsx/sheet.js'
import { workbookChunks } from '../../src/export/xlsx/workbook.js'
import { openForReading } from '../../src/store/open-database.js'
import { publicViews } from '../../src/store/public-views.js'
import { readPublicView } from '../../src/store/read-public-view.js'
import { smallReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'
import { yearlyReport } from '../support/yearly-report.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const figures = { revenue: 1000, costs: 900, assets: 2000, equity: 100 }
const yearly = yearlyReport(2019, [figures, { ...figures, costs: 1000, equity: 0 }], { unit: 'tkr' })

async function exported(words: readonly string[] = []): Promise<Excel.Workbook> {
  if (existsSync(place.at('in'))) await place.avstam(['run', place.at('in')])
  await place.avstam(['export', '--format', 'xlsx', '--out', place.at('a.xlsx'), ...words])
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(place.at('a.xlsx'))
  return workbook
}

const valuesOf = (sheet: Excel.Worksheet | undefined): unknown[][] =>
  (sheet?.getSheetValues() ?? []).map((row) => (Array.isArray(row) ? [...row].slice(1) : []))

describe('xlsx', () => {
  it('prints statements on a sheet for each kind, as an accountant reads them', async () => {
    place.write('in/a.txt', JSON.stringify([yearly]))
    const workbook = await exported()
    const names = 'Income statements,Balance sheets,Cash flows,Notes,Operating statements,Overviews,Other tables'
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Reports', ...names.split(',')],
      ...['Key figures', 'What differs'],
    ])
    expect(valuesOf(workbook.getWorksheet('Income statements')).slice(3)).toEqual([
      ['Förbundet Å · 2019-12-31 · Resultaträkning, tkr'],
      ['a.txt, page 1'],
      [undefined, 'Not', '2019', '2018'],
      ['Verksamhetens intäkter', undefined, 1000, 1000],
      ['Verksamhetens kostnader', undefined, -900, -1000],
      ['Årets resultat', undefined, 100, 0],
    ])
  })

  it('holds every amount that the database holds, with its status as a colour (F71)', async () => {
    place.write('in/a.txt', JSON.stringify([yearly]))
    place.write(
      'in/b.txt',
      JSON.stringify([
        smallReport([
          ['Intäkter', 'line', 5, 6],
          ['Summa', 'total', 7, 6],
        ]),
      ]),
    )
    const workbook = await exported()
    const database = openForReading(place.at('db.sqlite'))
    const facts = [...readPublicView(database, publicViews.find(({ name }) => name === 'facts')!)]
    database.close()
    const colours = new Map<string, Set<unknown>>()
    const amounts: unknown[] = []
    for (const name of ['Income statements', 'Balance sheets']) {
      workbook.getWorksheet(name)!.eachRow((row) =>
        row.eachCell(({ value, fill }) => {
          if (typeof value !== 'number') return
          amounts.push(value)
          const { status } = facts[amounts.length - 1]!
          colours.set(String(status), (colours.get(String(status)) ?? new Set()).add(JSON.stringify(fill)))
        }),
      )
    }
    const order = ['income_statement', 'balance_sheet'].flatMap((one) =>
      facts.filter(({ statement }) => statement === one),
    )
    expect(amounts).toEqual(order.map(({ amount }) => amount))
    expect(new Set(facts.map(({ status }) => status)).size).toBeGreaterThan(1)
  })

  it('never makes a formula of a text, not even when the cell is edited (F70)', async () => {
    const labels = ['=1+1', '+46', '-1', '@SUM(A1)', 'vanlig & <rak>', 'klocka \u0007 _x0007_']
    const rows = labels.map((label) => [label, 'line', 1, 2] as const)
    place.write(
      'in/a.txt',
      JSON.stringify([smallReport([...rows, ['Summa', 'total', labels.length, 2 * labels.length]])]),
    )
    const sheet = (await exported()).getWorksheet('Income statements')!
    const read = valuesOf(sheet).map(([first]) => first)
    expect(read).toEqual(expect.arrayContaining(labels.slice(0, 5)))
    sheet.eachRow((row) => row.eachCell(({ type }) => expect(type).not.toBe(Excel.ValueType.Formula)))
    const xml = Buffer.from(unzipSync(readFileSync(place.at('a.xlsx')))['xl/worksheets/sheet2.xml']!).toString('utf8')
    expect(xml).not.toContain('<f>')
    const style = Number(/<c r="A\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=1/.exec(xml)?.[1])
    const styles = Buffer.from(unzipSync(readFileSync(place.at('a.xlsx')))['xl/styles.xml']!).toString('utf8')
    expect(styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g)?.[style]).toContain('quotePrefix="1"')
  })

  it('links a statement to its page: where one says that the documents lie, else in the archive', async () => {
    const document = JSON.stringify([yearly])
    place.write('inbox/å b.txt', document)
    await place.avstam(['run'])
    const linked = async (words: readonly string[]) =>
      (await exported(words)).getWorksheet('Income statements')!.getCell('A4').hyperlink
    expect(await linked([])).toMatch(/^archive\/[0-9a-f]{2}\/[0-9a-f]{64}\.txt$/)
    expect(await linked(['--documents', 'https://example.org/r/'])).toBe('https://example.org/r/%C3%A5%20b.txt')
    expect(await linked(['--documents', place.at('elsewhere')])).toBeUndefined()
    place.write('elsewhere/å b.txt', document)
    expect(await linked(['--documents', place.at('elsewhere')])).toBe('elsewhere/%C3%A5%20b.txt')
  })

  it('is the same bytes in another time zone and at another time (F73)', async () => {
    place.write('in/a.txt', JSON.stringify([yearly]))
    await exported()
    const first = readFileSync(place.at('a.xlsx'))
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Auckland'
    await exported()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(readFileSync(place.at('a.xlsx')).equals(first)).toBe(true)
  })

  it('goes on in another sheet where one is full of links', () => {
    const link = { text: 'sida', style: { kind: 'link' as const }, link: 'a.pdf#page=1' }
    const sheet = { name: 'Notes', widths: [10], frozen: 1, rows: Array.from({ length: 65_001 }, () => [link]) }
    const files = unzipSync(Buffer.concat([...workbookChunks([sheet])]))
    const workbook = Buffer.from(files['xl/workbook.xml']!).toString('utf8')
    expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['Notes', 'Notes 2'])
    const second = Buffer.from(files['xl/worksheets/sheet2.xml']!).toString('utf8')
    expect(second.startsWith(sheetOpening(sheet))).toBe(true)
    expect(second.match(/<row /g)).toHaveLength(1)
  })
})
