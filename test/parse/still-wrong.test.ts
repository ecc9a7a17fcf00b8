import { describe, expect, it } from 'vitest'
import { apartTables } from '../../src/parse/apart-table.js'
import { chooseCells } from '../../src/parse/choose-cells.js'
import { findDates, readColumnHead } from '../../src/parse/column-heads.js'
import { countFigures, cutFigures, splitTail } from '../../src/parse/cut-figures.js'
import { findProse } from '../../src/parse/find-prose.js'
import { isLeaderScrap } from '../../src/parse/leaders.js'
import { pageHalves } from '../../src/parse/page-halves.js'
import { plainTable } from '../../src/parse/plain-table.js'
import { years } from '../support/build-report.js'
import { linesOfText, linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** What is read wrong and known to be: a case that passes is mended, and moves to the table of its module. */
describe('still wrong', () => {
  it.fails.each([
    [
      'heads that name two years, over amounts in millions',
      'Not 2009 2008\nFordringar 3 232 907 126 722\nKassa och bank 1 150 049 1 717 682\nSumma tillgångar 1 382 956 1 844 404',
      2,
    ],
    ['heads that name three columns', 'Budget Utfall Avvikelse\nIrma 3 400 000 3 208 366 191 634', 3],
  ])('%s, are outvoted by rows', (_, text, columns) => {
    expect(plainTable(linesOfText(text), '', parsingWords.mendText, true).heads).toHaveLength(columns)
  })

  it.fails('a single digit before a group counts as a figure of its own', () => {
    expect(countFigures('3 400 000 3 208 366 191 634'.split(' '), false)).toBe(3)
  })

  it.fails('a sum and its term are not cut anew together, and neither is doubted', () => {
    const lines = ['Post 27 839 1 906', 'Post 9 517 791 480 455', 'Summa 9 545 630 482 361']
    const drafts = lines.map((line) => {
      const { label, tokens } = splitTail(line)
      return { page: 1, labelRaw: label, label, section: null, options: cutFigures(tokens, 2, false, 1) }
    })
    const cells = chooseCells('note', years(2), drafts).map((row) => row.cells.map((cell) => cell?.value))
    expect(cells.at(-1)).toEqual([9_545_630, 482_361])
  })

  it.fails('a minus behind does not close its figure', () => {
    const [natural] = cutFigures(['1', '204-', '986-'], 2, false, 1)
    expect(natural?.cells.map((cell) => cell?.value)).toEqual([-1204, -986])
  })

  it.fails('the years over torn columns are taken for an amount', () => {
    const lines = linesOfText('Intäkter\nKostnader\nNettokostnad\n2009 2008\n2 842\n-2 979\n-137\n3 000\n-2 500\n500')
    const drafts = apartTables(
      [{ lines, mayRefer: true }],
      parsingWords,
      ['2009', '2008'].map((head) => readColumnHead(head)),
    )
    const values = drafts?.flatMap((draft) => draft?.entries.flatMap((entry) => entry.options[0]?.cells ?? []) ?? [])
    expect(values?.map((cell) => cell?.value)).not.toContain(20_092_008)
  })

  it.fails('a title over two tables side by side is torn', () => {
    const rows: PrintedRow[] = ['Löner', 'Hyra', 'Resor', 'Möten', 'Övrigt'].map((label) => [label, '1 204'])
    const words = [
      ...printPhrase({ text: 'Resultaträkning och balansräkning i sammandrag', left: 0.28, top: 0.05 }),
      ...printRows(rows, [0.45], { left: 0.08 }),
      ...printRows(rows, [0.92], { left: 0.56 }),
    ]
    expect(linesOfWords(pageHalves(words)[0]!)[0]?.text).toBe('Resultaträkning och balansräkning i sammandrag')
  })

  it.fails.each([
    ['31/12 2014', '2014-12-31', false],
    ['1999/00', '2000-12-31', true],
  ])('%s', (text, date, yearOnly) => {
    expect(findDates(text).map((found) => [found.date, found.yearOnly])).toEqual([[date, yearOnly]])
  })

  it.fails('a word of doubled letters is taken for dotted leaders', () => {
    expect(isLeaderScrap('terrassen')).toBe(false)
  })

  it.fails('the space before a quoted sum is taken for a part of it', () => {
    expect(findProse(linesOfText('Utfallet för året blev 146 086 kr.'))[0]?.raw).toBe('146 086 kr')
  })
})
