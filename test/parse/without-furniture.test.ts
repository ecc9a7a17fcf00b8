import { describe, expect, it } from 'vitest'
import { withoutFurniture } from '../../src/parse/without-furniture.js'
import { wordsToRows } from '../../src/parse/words-to-rows.js'
import { linesOfWords, type PrintedRow, picturePage, printPhrase, printRows } from '../support/lay-out.js'

/** What is left of pages of these rows, a text a page. */
function left(pages: readonly (readonly PrintedRow[])[], pagesOnSheet = 1): string[] {
  const lines = pages.map((rows, index) => {
    const words = printRows(rows, [0.7, 0.88])
    return wordsToRows(picturePage(words, 1 + Math.floor(index / pagesOnSheet)), words)
  })
  return withoutFurniture(lines).map((page) => page.map(({ text }) => text).join(' / '))
}

describe('withoutFurniture', () => {
  it('a foot with the number of the page goes, though its words are read otherwise on one of them', () => {
    const page = (foot: string, number: number): PrintedRow[] => [
      ['Kassa', `${9 - number}`],
      ['Summa', `${90 - number}`],
      [foot, '2014', `${number}`],
    ]
    expect(
      left([page('Förbundet Mellandalen', 3), page('Förbundet Mellandaien', 4), page('Förbundet Mellandalen', 5)]),
    ).toEqual(['Kassa 6 / Summa 87', 'Kassa 5 / Summa 86', 'Kassa 4 / Summa 85'])
  })

  it('each of two pages on a sheet has a foot of its own', () => {
    const page = (number: number): PrintedRow[] => [
      ['Kassa', `${9 - number}`],
      ['Bygg AB', '2014', `${number}`],
    ]
    expect(left([page(2), page(3), page(4), page(5)], 2)).toEqual(['Kassa 7', 'Kassa 6', 'Kassa 5', 'Kassa 4'])
  })

  it('a foot that is the same on most pages goes, and a sum that is on some stays', () => {
    const page = (cash: string, ...foot: PrintedRow[]): PrintedRow[] => [['Kassa', cash], ['Lån', `7${cash}`], ...foot]
    const address: PrintedRow = ['Vägföreningen, Box 14 Tel', '0123-456 78']
    expect(left([page('5', address), page('6', address), page('8', address), page('9')])).toEqual([
      'Kassa 5 / Lån 75',
      'Kassa 6 / Lån 76',
      'Kassa 8 / Lån 78',
      'Kassa 9 / Lån 79',
    ])
    const sum: PrintedRow = ['Summa', '12']
    const some = [page('5', sum), page('6', sum), page('8', sum), page('9'), page('3'), page('4')]
    expect(left(some).slice(0, 3)).toEqual(['5', '6', '8'].map((cash) => `Kassa ${cash} / Lån 7${cash} / Summa 12`))
  })

  it('a number alone at the head goes, and heads of columns that are alike stay', () => {
    const page = (number: number): PrintedRow[] => [
      [`- ${number} -`],
      ['', '2014', '2013'],
      ['Kassa', `${6 - number}`],
      ['Lån', `${9 - number}`],
    ]
    expect(left([page(3), page(4), page(5)])).toEqual([
      '2014 2013 / Kassa 3 / Lån 6',
      '2014 2013 / Kassa 2 / Lån 5',
      '2014 2013 / Kassa 1 / Lån 4',
    ])
  })

  it.each<[string, string[]]>([
    ['sums that differ from page to page', ['12', '40', '31']],
    ['sums that grow as the pages do on two pages only', ['12', '13', '31']],
  ])('%s stay', (_, sums) => {
    const pages = sums.map((sum): PrintedRow[] => [
      ['Balansräkning'],
      ['Kassa', '5'],
      ['Lån', `7${sum}`],
      ['Summa', sum],
    ])
    expect(left(pages)).toEqual(sums.map((sum) => `Balansräkning / Kassa 5 / Lån 7${sum} / Summa ${sum}`))
  })

  it('a report of two pages has none', () => {
    const rows: PrintedRow[] = [
      ['Kassa', '5'],
      ['Förbundet', '3'],
    ]
    expect(left([rows, rows])).toEqual(['Kassa 5 / Förbundet 3', 'Kassa 5 / Förbundet 3'])
    expect(linesOfWords(printRows(rows, [0.7]))).toHaveLength(2)
  })

  it('a worn foot goes that stands as low on other pages, whatever was read of its numbers', () => {
    const feet = ['Byalaget Årsredovisning 2017 3', 'Byalagct Arsredovisning 20l7', 'Byalaget Arsredovisnmg 2O17 5']
    const leftOver = (top: number, texts = feet) =>
      withoutFurniture(
        texts.map((text, index) => {
          const words = [...printRows([['Kassa', `${9 - index}`]], [0.7]), ...printPhrase({ text, left: 0.1, top })]
          return wordsToRows(picturePage(words, index + 1), words)
        }),
      ).map((page) => page.length)
    expect(leftOver(0.95)).toEqual([1, 1, 1])
    // what stands there on one other page alone, and what stands among the rows, may be a row
    expect(leftOver(0.95, feet.slice(1))).toEqual([2, 2])
    expect(leftOver(0.6)).toEqual([2, 2, 2])
  })
})
