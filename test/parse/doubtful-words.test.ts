import { describe, expect, it } from 'vitest'
import { findDoubtfulWords } from '../../src/parse/doubtful-words.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The words of a printed note that are to be looked at again. */
function doubtful(rows: readonly PrintedRow[], below = ''): string[] {
  const heads = ['2014', '2013'].flatMap((text, at) => printPhrase({ text, right: [0.7, 0.88][at]!, top: 0.08 }))
  const words = [
    ...printPhrase({ text: 'Not 3 Övriga fordringar', left: 0.1, top: 0.06, bold: true }),
    ...heads,
    ...printRows(rows, [0.7, 0.88]),
    ...(below === '' ? [] : printPhrase({ text: below, left: 0.1, top: 0.6 })),
  ]
  const page = picturePage(words)
  const tables = parseReports([page], parsingWords).flatMap((report) => report.tables)
  const boxes = findDoubtfulWords(page, tables, parsingWords)
  return boxes.map((box) => words.find((word) => word.box === box)!.text)
}

const rows: PrintedRow[] = [
  ['Momsfordran, kommunkonmtosystemet', '7 046', '6 831'],
  ['Det vi har att fordra', '1 058', '2 004'],
  ['Summa', '8 104', '8 835'],
]

describe('findDoubtfulWords', () => {
  it('names a word that no mending makes one', () => {
    expect(doubtful(rows)).toEqual(['kommunkonmtosystemet'])
  })

  it('names the words of names, and of the first of two lines', () => {
    const named: PrintedRow[] = [
      ['Det vi har att fordra av', null, null],
      ['Hjortlovstas kommnmgrn', '7 046', '6 831'],
      ...rows.slice(1),
    ]
    expect(doubtful(named)).toEqual(['Hjortlovstas', 'kommnmgrn'])
  })

  it('leaves what a label of the vocabulary tells, and what stands apart from all tables', () => {
    const known: PrintedRow[] = [['Kundfordrinqar', '7 046', '6 831'], ...rows.slice(1)]
    expect(doubtful(known, 'Hjortlovstas kommnmgrn')).toEqual([])
  })
})
