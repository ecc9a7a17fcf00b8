import { expect, it } from 'vitest'
import type { PicturePage } from '../../src/model/page.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const income: PrintedRow[] = [
  ['Resultaträkning'],
  ['(tkr)', 'Not', '2009', '2008'],
  ['Verksamhetens intäkter', '1', '2 842', '2 979'],
  ['Verksamhetens kostnader', '2', '-2 979', '-2 514'],
  ['Årets resultat', null, '-137', '465'],
]
const balance: PrintedRow[] = [
  ['Balansräkning'],
  ['(tkr)', 'Not', '2009', '2008'],
  ['Fordringar', '3', '205', '318'],
  ['Kassa och bank', null, '1 749', '880'],
  ['Summa tillgångar', null, '1 954', '1 198'],
]

/** A sheet with two pages side by side, each printed as on a page of its own. */
function sheet(left: readonly PrintedRow[], right: readonly PrintedRow[]): PicturePage {
  const words = [left, right].flatMap((rows, half) =>
    printRows(rows, [0.5, 0.7, 0.88]).map((word) => ({
      ...word,
      box: { ...word.box, x0: (half + word.box.x0) / 2, x1: (half + word.box.x1) / 2 },
    })),
  )
  const page = picturePage(words)
  return { ...page, width: 2 * page.width, fold: 0.5 }
}

it('reads the pages of a folded sheet one after the other, and keeps where figures stand on the sheet', () => {
  const [report] = parseReports([sheet(income, balance)], parsingWords)
  expect(report?.tables.map(({ kind, page }) => [kind, page])).toEqual([
    ['income_statement', 1],
    ['balance_sheet', 1],
  ])
  const [first, second] = report!.tables.map((table) => table.rows.at(-1)!.cells)
  expect(first?.map((cell) => cell?.value)).toEqual([-137, 465])
  expect(second?.map((cell) => cell?.value)).toEqual([1954, 1198])
  expect(first?.[1]?.box?.x1).toBeCloseTo(0.44, 2)
  expect(second?.[1]?.box?.x1).toBeCloseTo(0.94, 2)
})
