import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { placedTable } from '../../src/parse/placed-table.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const ROWS: PrintedRow[] = [
  ['', null, '2010-12-31', '2009-12-31'],
  ['Byggnader', 'Not 6', '65 329 294', '69 915 670'],
  ['Mark', 'Not 7', '1 894 525', '1 894 525'],
  ['Inventarier', 'Not 8', '277 991', '313 155'],
  ['Värdepapper', 'Not 10', '700', '700'],
  ['Fordringar', 'Not 11', '532 411', '433 713'],
  ['Summa tillgångar', null, '68 034 921', '72 557 763'],
]

function read(words: readonly Word[]): string[] {
  const { entries } = placedTable(linesOfWords(words), null, parsingWords.mendText, true)
  return entries.map(({ label, options: [option] }) => {
    const figures = option?.cells.map((cell) => cell?.value ?? '.').join(' | ')
    return `${label} (${option?.noteRef ?? ''}): ${figures}`
  })
}

const RIGHT = [
  'Byggnader (6): 65329294 | 69915670',
  'Mark (7): 1894525 | 1894525',
  'Inventarier (8): 277991 | 313155',
  'Värdepapper (10): 700 | 700',
  'Fordringar (11): 532411 | 433713',
  'Summa tillgångar (): 68034921 | 72557763',
]

describe('findBands', () => {
  const printed = printRows(ROWS, [0.5, 0.72, 0.88])

  it('references right behind labels, each as long as it is, make no column that cuts other labels', () => {
    const typed = (text: string, top: number) => {
      let left = 0.1
      return text.split(' ').flatMap((word) => {
        const [printed] = printPhrase({ text: word, top, left })
        left = printed!.box.x1 + 0.021
        return [printed!]
      })
    }
    const labels = ['Försäljning not 2.', 'Kostnad för varor not 3.', 'Omkostnader not 4.', 'Löner och avgifter not 5.']
    const rows = [...labels, 'Resultat före avskrivningar', 'Resultat före skatt'].flatMap((label, index) => {
      const top = 0.118 + index * 0.018
      const figures = [0.72, 0.88].flatMap((right) => printPhrase({ text: '5 294', top, right }))
      return [...typed(label, top), ...figures]
    })
    const heads = printRows([['', '2010-12-31', '2009-12-31']], [0.72, 0.88])
    expect(read([...heads, ...rows]).slice(-2)).toEqual([
      'Resultat före avskrivningar (): 5294 | 5294',
      'Resultat före skatt (): 5294 | 5294',
    ])
  })

  it('a column of references stands apart from the figures', () => {
    expect(read(printed)).toEqual(RIGHT)
  })

  it('one box that reaches too far does not join the columns on either side', () => {
    const reaching = printed.map((word) =>
      word.text === '10' ? { ...word, box: { ...word.box, x1: word.box.x1 + 0.14 } } : word,
    )
    expect(read(reaching)).toEqual(RIGHT)
  })

  it('a scrap of ink over the labels is the head of no column', () => {
    const rows: PrintedRow[] = [
      ['', '2010-12-31', '2009-12-31'],
      ['Anskaffat tidigare år', '65 329', '69 915'],
      ['Anskaffat under året', '1 894', '1 895'],
      ['Avskrivet tidigare år', '277', '313'],
      ['Bokfört värde', '68 034', '72 557'],
    ]
    const words = printRows(rows, [0.72, 0.88])
    // the heading of the next note, of which the reader saw a scrap and no space
    const heading = [
      ...printPhrase({ text: 'ee', left: 0.03, top: 0.2 }),
      ...printPhrase({ text: 'NOT2', left: 0.095, top: 0.2 }),
      ...printPhrase({ text: 'FORDRINGAR', left: 0.22, top: 0.2 }),
    ]
    const over = (text: string) => read([...printPhrase({ text, left: 0.11, top: 0.1 }), ...words, ...heading])[0]
    expect(over('oo')).toBe('Anskaffat tidigare år (): 65329 | 69915')
  })

  it('a dash at the edge of the units behind the figures stands in their column', () => {
    const rows: PrintedRow[] = [
      ['', '2010-12-31', '2009-12-31'],
      ['Gåvor', '601 kr', '551 kr'],
      ['Bidrag', '-', '-'],
      ['Hyror', '601 kr', '551 kr'],
      ['Räntor', '-', '-'],
      ['Summa', '1 202 kr', '1 102 kr'],
    ]
    const words = printRows(rows, [0.6, 0.85]).map((word) => (word.text === 'kr' ? { ...word, second: '8' } : word))
    expect(read(words)).toEqual([
      'Gåvor (): 601 | 551',
      'Bidrag (): 0 | 0',
      'Hyror (): 601 | 551',
      'Räntor (): 0 | 0',
      'Summa (): 1202 | 1102',
    ])
  })
})

it('a figure whose mark before the öre was not read has a column too, in doubt', () => {
  const rows: PrintedRow[] = [
    ['', null, '31/12-94', '31/12-93'],
    ['Bokfört värde', null, '254 839 90', '259 151:72'],
  ]
  const { entries } = placedTable(linesOfWords(printRows(rows, [0.5, 0.7, 0.9])), null, parsingWords.mendText, false)
  const cells = entries.flatMap(({ options: [option] }) => option?.cells ?? [])
  expect(cells.map((cell) => [cell?.value, cell?.doubts.length])).toEqual([
    [25_483_990, 1],
    [25_915_172, 0],
  ])
})
