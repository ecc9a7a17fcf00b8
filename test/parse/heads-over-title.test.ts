import { expect, test } from 'vitest'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const OVERVIEW: PrintedRow[] = [
  ['Belopp i tusentals kronor'],
  ['Flerårsöversikt', '2012', '2011', '2010'],
  ['Nettoomsättning', '1 200', '1 100', '900'],
  ['Balansomslutning', '5 486', '5 541', '5 543'],
]
const STATEMENT: PrintedRow[] = [
  ['Resultaträkning', '2012', '2011'],
  ['Intäkter', '1 200 300', '1 100 200'],
  ['Kostnader', '-900 100', '-800 100'],
  ['Årets resultat', '300 200', '300 100'],
]

test('a unit far below a table and near the title of the next is that of the next', () => {
  const page = picturePage([
    ...printRows(OVERVIEW, [0.6, 0.75, 0.9], { top: 0.1 }),
    ...printRows([['Belopp i kronor']], [], { top: 0.4 }),
    ...printRows(STATEMENT, [0.75, 0.9], { top: 0.43 }),
  ])
  const units = parseReports([page], parsingWords).flatMap(({ tables }) => tables.map(({ kind, unit }) => [kind, unit]))
  expect(units).toEqual([
    ['multi_year', 'tkr'],
    ['income_statement', 'kr'],
  ])
})
