import { describe, expect, it } from 'vitest'
import { withoutFurniture } from '../../src/parse/without-furniture.js'
import { wordsToRows } from '../../src/parse/words-to-rows.js'
import { linesOfWords, type PrintedRow, picturePage, printRows } from '../support/lay-out.js'

/** What is left of pages of these rows, a text a page. */
function left(pages: readonly (readonly PrintedRow[])[]): string[] {
  const lines = pages.map((rows, index) => {
    const words = printRows(rows, [0.7, 0.88])
    return wordsToRows(picturePage(words, index + 1), words)
  })
  return withoutFurniture(lines).map((page) => page.map(({ text }) => text).join(' / '))
}

describe('withoutFurniture', () => {
  it('a foot with the number of the page goes, though its words are read otherwise on one of them', () => {
    const page = (foot: string, number: string): PrintedRow[] => [
      ['Kassa', '5'],
      ['Lån', '7'],
      ['Summa', '12'],
      [foot, '2014', number],
    ]
    expect(
      left([
        page('Förbundet Mellandalen', '3'),
        page('Förbundet Mellandaien', '4'),
        page('Förbundet Mellandalen', '5'),
      ]),
    ).toEqual(Array(3).fill('Kassa 5 / Lån 7 / Summa 12'))
  })

  it('a number alone at the head goes, and heads of columns that are alike stay', () => {
    const page = (number: number): PrintedRow[] => [
      [`- ${number} -`],
      ['', '2014', '2013'],
      ['Kassa', '5'],
      ['Lån', '7'],
    ]
    expect(left([page(3), page(4), page(5)])).toEqual(Array(3).fill('2014 2013 / Kassa 5 / Lån 7'))
  })

  it.each<[string, string[]]>([
    ['sums that differ from page to page', ['12', '40', '31']],
    ['sums that grow as the pages do on two pages only', ['12', '13', '31']],
  ])('%s stay', (_, sums) => {
    const pages = sums.map((sum): PrintedRow[] => [['Balansräkning'], ['Kassa', '5'], ['Lån', '7'], ['Summa', sum]])
    expect(left(pages)).toEqual(sums.map((sum) => `Balansräkning / Kassa 5 / Lån 7 / Summa ${sum}`))
  })

  it('a report of two pages has none', () => {
    const rows: PrintedRow[] = [
      ['Kassa', '5'],
      ['Förbundet', '3'],
    ]
    expect(left([rows, rows])).toEqual(['Kassa 5 / Förbundet 3', 'Kassa 5 / Förbundet 3'])
    expect(linesOfWords(printRows(rows, [0.7]))).toHaveLength(2)
  })
})
