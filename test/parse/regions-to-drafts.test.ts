import { describe, expect, it } from 'vitest'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const EDGES = [0.5, 0.7, 0.88]
const years: PrintedRow = ['Noter', null, '2016-12-31', '2015-12-31']
const loans: PrintedRow[] = [
  ['Not 1 Skulder till kreditinstitut'],
  ['Låneinstitut', 'Ränta', 'Belopp', 'Amortering'],
  ['Stadshypotek', '2,26%', '9 470 136', '99 948'],
  ['Stadshypotek', '3,13%', '16 500 000', '100 000'],
  ['', null, '25 970 136', '199 948'],
]

/** The tables as their dates, or heads without one, and their rows. */
function tablesOf(rows: readonly PrintedRow[]): string[] {
  const cover: PrintedRow[] = [['Årsredovisning 2016'], ['Samordningsförbundet Mellandalen'], ['222000-1818']]
  const pages = [cover, rows].map((own, index) => picturePage(printRows(own, EDGES, { leading: 0.025 }), index + 1))
  const { tables } = parseReports(pages, parsingWords)[0]!
  return tables.map(
    ({ note, columns, rows: own }) =>
      `${note} ${columns.map(({ periodEnd, label }) => periodEnd ?? label).join(' ')}: ${own.map(({ label }) => label ?? '·').join(', ')}`,
  )
}

describe('tables under one heading', () => {
  it.each(['Ställda säkerheter', 'Eventualförpliktelser'])(
    '%s behind loans stand under the years of the page',
    (heading) => {
      const rows: PrintedRow[] = [
        years,
        ...loans,
        [heading],
        ['Fastighetsinteckningar', null, '161 130 000', '161 130 000'],
      ]
      expect(tablesOf(rows)).toEqual([
        '1 Ränta Belopp Amortering: Stadshypotek, Stadshypotek, ·',
        '1 2016-12-31 2015-12-31: Fastighetsinteckningar',
      ])
    },
  )

  it('other headings and rows behind loans are of the same table', () => {
    const rows: PrintedRow[] = [
      years,
      ...loans,
      ['Checkräkningskredit'],
      ['Handelsbanken', '4,50%', '130 000', '30 000'],
      ['Ställda säkerheter för lån', null, '161 130 000', null],
    ]
    expect(tablesOf(rows)).toEqual([
      '1 Ränta Belopp Amortering: Stadshypotek, Stadshypotek, ·, Handelsbanken, Ställda säkerheter för lån',
    ])
  })
})
