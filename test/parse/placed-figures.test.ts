import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { chooseCells } from '../../src/parse/choose-cells.js'
import { placedTable } from '../../src/parse/placed-table.js'
import { years } from '../support/build-report.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'
import { readPlaced } from '../support/read-placed.js'

describe('figures of a placed table', () => {
  it.each(['802000-5149', '0123-456 78', '08-123 45 67'])('the number %s at a page’s end is no amount', (number) => {
    const rows: PrintedRow[] = [
      ['Fordringar', '232 907', '126 722'],
      ['Kassa', '1 150 049', '1 717 682'],
      ['Stiftelsen Provet', null, number],
    ]
    expect(readPlaced(rows, [0.7, 0.88]).rows.at(-1)).toBe('Stiftelsen Provet')
  })

  it('thousands with wide spaces stay with what ends in kronor, öre or parentheses', () => {
    const rows = ['626 972:-', '12 539:-', '639 511:-', '482 508:-', '86 604:-']
    const words = rows.flatMap((figure, index) => {
      const [first, last] = figure.split(' ') as [string, string]
      const top = 0.1 + 0.02 * index
      const behind = printPhrase({ text: last, right: 0.8, top })
      const before = printPhrase({ text: first, right: behind[0]!.box.x0 - 0.0165, top })
      return [...printPhrase({ text: `Rad ${'abcde'[index]}`, left: 0.1, top }), ...before, ...behind]
    })
    const { entries } = placedTable(linesOfWords(words), null, parsingWords.mendText, false)
    expect(entries.map(({ options }) => options[0]!.cells.map((cell) => cell?.raw))).toEqual(rows.map((row) => [row]))
  })

  it('digits that end a label are no part of a figure that is whole without them', () => {
    const rows: PrintedRow[] = [
      ['Dörrar', '1 700 742', '70 074'],
      ['Takfläktar', '87 423', '8 742'],
      ['Ventilation 200', '317500', '31 750'],
    ]
    expect(readPlaced(rows, [0.325, 0.5], false).rows.at(-1)).toBe('Ventilation 200: 317500 | 31 750')
  })

  it('a mark in the margin that points to a footnote is no part of the label', () => {
    const rows: PrintedRow[] = [
      ['Uppvärmning', '2 351 563', '2 346 284'],
      ['Sophämtning', '455 632', '418 803'],
      ['Vatten', '246 575', '453 066'],
    ]
    const mark = printPhrase({ text: '+', left: 0.085, top: 0.136 })
    const page = [...printRows(rows, [0.7, 0.88]), ...mark]
    const { entries } = placedTable(linesOfWords(page), null, parsingWords.mendText, false)
    expect(entries.map(({ label }) => label)).toEqual(['Uppvärmning', 'Sophämtning', 'Vatten'])
  })

  it('a share whose sign was taken for digits', () => {
    const words = printRows(
      [
        ['Lån', '3,8120'],
        ['Lån', '26390'],
        ['Lån', '3,49260'],
        ['Lån', '3,8i20'],
        ['Lån', '3,8i20'],
      ],
      [0.7],
    )
    const seconds = ['381%', '2,63%', '73,49%', '3,81%', '3,91%']
    const page = words.map((word) => (/\d/.test(word.text) ? { ...word, second: seconds.shift()! } : word))
    const { entries } = placedTable(linesOfWords(page), null, parsingWords.mendText, false)
    expect(entries.map(({ options }) => options[0]?.cells[0]?.raw)).toEqual([
      '3,81%',
      '2,63%',
      '3,49260',
      '3,81%',
      '3,8i20',
    ])
  })

  it('a dash far in front of a figure may be its sign', () => {
    const rows: PrintedRow[] = [
      ['Balanserat resultat', null, '10 454 480'],
      ['Uttag ur fond', '-', '1 434 274'],
      ['Överföring till fond', null, '3 000 000'],
      ['Balanserat resultat', null, '12 022 013'],
      ['Avsättning', null, '1 500 000'],
    ]
    const { entries } = placedTable(linesOfWords(printRows(rows, [0.59, 0.73])), null, parsingWords.mendText, false)
    expect(entries[1]?.options.map(({ cells }) => cells[0]?.value)).toEqual([1_434_274, -1_434_274])
  })

  it('a dash between two figures that stand close is the sign of the second, where one leads the first', () => {
    // words by their right edges; letters of one width
    const printed = [
      'FÖRENINGSLOKAL@.319 2013@.8061 2014@.8991',
      'VÄRDE@.2349 VID@.2696 ÅRETS@.3218 BÖRJAN@.3826 923@.7713 060@.8061 923@.8644 060@.8991',
      'INKÖPT@.2436 UNDER@.2957 ÅRET@.3392 0@.8061 0@.8991',
      'AVSKRIVET@.2696 TIDIGARE@.3478 ÅR@.3739 -@.7356 246@.7713 245@.8061 -@.8286 257@.8644 322@.8991',
      'AVSKRIVET@.2696 DETTA@.3218 ÅR@.3478 -@.7356 11@.7713 077@.8061 -@.8286 11@.8644 077@.8991',
      'SUMMA@.2349 AVSKRIVET@.3218 -@.7356 257@.7713 322@.8061 -@.8286 268@.8644 399@.8991',
    ]
    const words = printed.flatMap((line, at) =>
      line.split(' ').map((word): Word => {
        const [text, right] = word.split('@') as [string, string]
        const [x1, y0] = [Number(right), 0.1 + 0.0185 * at]
        const box = { x0: x1 - 0.0087 * text.length, x1, y0, y1: y0 + 0.0103 }
        return { text, raw: text, box, confidence: 0.9, alternatives: [] }
      }),
    )
    const { entries } = placedTable(linesOfWords(words), null, parsingWords.mendText, false)
    const values = entries.slice(-3).map(({ options }) => options[0]!.cells.map((cell) => cell?.value))
    expect([values[0], values[2]]).toEqual([
      [-246_245, -257_322],
      [-257_322, -268_399],
    ])
  })

  it('the per cent sign that only the second reader knows is in what was read', () => {
    const page = printRows(
      [
        ['Lån', '2,00%', '500 000'],
        ['Lån', '3,00%', '400 000'],
      ],
      [0.5, 0.7],
    ).map((word) => (word.text.endsWith('%') ? { ...word, raw: word.text.replace('%', '90') } : word))
    const { entries } = placedTable(linesOfWords(page), null, parsingWords.mendText, false)
    expect(entries.map(({ options }) => options[0]?.cells[0]?.raw)).toEqual(['2,00%', '3,00%'])
  })

  it('a dash in no column is the sign of the figure behind it, unless the sums want it otherwise', () => {
    const rows: PrintedRow[] = [
      ['Uttag', null, '912 334'],
      ['Överföring', null, '1 479 000'],
    ]
    const dash = printPhrase({ text: '-', right: 0.8, top: 0.1 })
    const lines = linesOfWords([...printRows(rows, [0.7, 0.88]), ...dash])
    const { entries, heads } = placedTable(lines, null, parsingWords.mendText, false)
    expect(heads).toHaveLength(1)
    expect(entries[0]?.options.map(({ cells: [cell], cost }) => [cell?.value, cost > 0])).toEqual([
      [-912_334, false],
      [912_334, true],
    ])
  })

  it('what the rule over a sum left before it is its sign only where the rows want it so', () => {
    const sumOf = (first: string, second: string) => {
      const sketch: PrintedRow[] = [
        ['Hyra', first],
        ['Lön', second],
        ['Summa', '= 20 452 772'],
      ]
      const { entries } = placedTable(linesOfWords(printRows(sketch, [0.7])), null, parsingWords.mendText, false)
      const drafts = entries.map(({ label, options }) => ({ page: 1, labelRaw: label, label, section: null, options }))
      return chooseCells('note', years(1), drafts)[2]!.cells[0]
    }
    expect(sumOf('20 000 000', '452 772')).toMatchObject({ value: 20_452_772, doubts: [] })
    expect(sumOf('-20 000 000', '-452 772')).toMatchObject({ value: -20_452_772 })
    expect(sumOf('7 000', '8 000')).toMatchObject({ value: -20_452_772 })
  })

  it('ink close behind the last column is no label', () => {
    const rows: PrintedRow[] = [
      ['Årets resultat', '418 094'],
      ['Balanserat resultat', '803 147'],
      ['', '11 221 241'],
    ]
    const words = printRows(rows, [0.7])
    const ink = printPhrase({ text: 'Jra', left: 0.706, top: words.at(-1)!.box.y0 })
    const { entries } = placedTable(linesOfWords([...words, ...ink]), null, parsingWords.mendText, false)
    expect(entries.at(-1)).toMatchObject({ label: '', options: [{ cells: [{ value: 11_221_241 }] }] })
  })

  it('a stray mark before a figure that has its sign is left out', () => {
    expect(readPlaced([['Skulder', '= -7 000 004', '-5 000 002']], [0.7, 0.88]).rows).toEqual([
      'Skulder: -7 000 004 | -5 000 002',
    ])
  })

  it.each([
    ['7 570 1654', '165', 7_570_165, '7 570 165'],
    ['577 2177', '277', 577_277, '577 277'],
    ['1737 1727', '737 727', 737_727, '737 727'],
    ['7 570 165', '154', 7_570_165, '7 570 165'],
    ['7 570 1654', '1655', 75_701_654, '7 570 1654'],
  ])('%s with %s for its last words is %d: three digits that only the second reader saw', (first, last, value, raw) => {
    const print = printRows(
      [
        ['Hyra', '6 970 165'],
        ['Lön', first],
      ],
      [0.7],
    )
    const seconds = last.split(' ')
    const from = print.length - seconds.length
    const words = print.map((word, place) => (place < from ? word : { ...word, second: seconds[place - from]! }))
    const { entries } = placedTable(linesOfWords(words), null, parsingWords.mendText, false)
    const cell = entries[1]!.options[0]!.cells[0]
    expect(cell).toMatchObject({ value, raw })
    expect(cell!.second).not.toBe(value)
  })

  it('a figure knows where it stands, what else it may be and what a second reader saw', () => {
    const [label, ...figure] = printRows([['Ränta', '1 204']], [0.7])
    const second = figure.map((word) => ({ ...word, second: word.text.replace('204', '264'), alternatives: ['214'] }))
    const { entries } = placedTable(linesOfWords([label!, ...second]), null, parsingWords.mendText, false)
    const cell = entries[0]?.options[0]?.cells[0]
    expect(cell).toMatchObject({ value: 1204, second: 1264, alternatives: [214_204, 1214] })
    expect(cell?.box).toEqual({ ...figure[0]!.box, x1: figure.at(-1)!.box.x1 })
  })
})
