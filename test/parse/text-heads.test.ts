import { describe, expect, it } from 'vitest'
import { findTextHeads } from '../../src/parse/text-heads.js'
import { linesOfText, linesOfWords, type PrintedRow, printRows } from '../support/lay-out.js'

/** The words of the lines that are heads. */
function headsOf(rows: readonly PrintedRow[]): string[] {
  const lines = linesOfWords(printRows(rows, [0.4, 0.6, 0.8]))
  const isHead = findTextHeads(lines)
  return lines.filter((_, index) => isHead[index]).map((line) => line.text)
}

describe('findTextHeads', () => {
  it('the heads of a table of loans', () => {
    const rows: PrintedRow[] = [
      ['Långivare', 'Ränta', 'Villkorsändring', 'Belopp'],
      ['Nordea', '3,24%', 'rörlig', '5 760 000'],
      ['Swedbank', '2,73%', '2007-02-12', '7 120 000'],
    ]
    expect(headsOf(rows)).toEqual(['Långivare Ränta Villkorsändring Belopp'])
  })

  it('heads over two lines, of which the second is under some columns only', () => {
    const rows: PrintedRow[] = [
      ['', 'Insatser', 'Uppl.', 'Årets'],
      ['', null, null, 'resultat'],
      ['Belopp vid årets ingång', '6 161 000', '208 400', '-4 810'],
      ['Årets resultat', null, null, '5 402'],
    ]
    expect(headsOf(rows)).toEqual(['Insatser Uppl. Årets', 'resultat'])
  })

  it('a sentence above the heads of columns is none of them', () => {
    const rows: PrintedRow[] = [
      ['Fördelningen följer styrelsens beslut i samband med årets budget.'],
      ['', null, 'Koncernen', 'Moderbolaget'],
      ['Hyror', null, '13 000', '12 000'],
      ['Räntor', null, '14 000', '16 000'],
    ]
    expect(headsOf(rows)).toEqual(['Koncernen Moderbolaget'])
  })

  it.each<[string, readonly PrintedRow[]]>([
    ['a heading in the table', [['Kortfristiga fordringar'], ['Skatt', '12 000', '13 000']]],
    [
      'units over the columns',
      [
        ['', 'kr', 'tkr'],
        ['Skatt', '12 000', '13 000'],
      ],
    ],
    [
      'the same word for nothing in both columns',
      [
        ['Ansvarsförbindelser', 'Inga', 'Inga'],
        ['Skatt', '12 000', '13 000'],
      ],
    ],
    [
      'a row with figures',
      [
        ['Skatt', '12 000', '13 000'],
        ['Hyra', '1 000', '3 000'],
      ],
    ],
    [
      'a row with figures that were misread',
      [
        ['Nettoomsättning', 'JAI 218', '9 SX1 084'],
        ['Hyra', '193 784', '203 000'],
        ['Drift', '3 821 848', '3 920 953'],
      ],
    ],
    [
      'words over one column',
      [
        ['Långivare', null, 'Belopp'],
        ['Nordea', null, '5 760 000'],
        ['SEB', null, '12 000'],
      ],
    ],
  ])('%s: none', (_, rows) => {
    expect(headsOf(rows)).toEqual([])
  })

  it('words of which a second reader made figures are no heads', () => {
    const rows: PrintedRow[] = [
      ['Avsatt till pensioner', 'OIo', 'Vol'],
      ['Reverslån', '1 175', '1 191'],
    ]
    const lines = linesOfWords(
      printRows(rows, [0.4, 0.6, 0.8]).map((word) =>
        word.text === 'OIo' ? { ...word, second: '016' } : word.text === 'Vol' ? { ...word, second: '961' } : word,
      ),
    )
    expect(findTextHeads(lines)).toEqual([false, false])
  })

  it('plain text has no places', () => {
    const lines = linesOfText('Långivare Ränta Belopp\nNordea 3,24 5 760 000')
    expect(findTextHeads(lines)).toEqual([false, false])
  })
})
