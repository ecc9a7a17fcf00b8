import { describe, expect, it } from 'vitest'
import { foundWords } from '../../src/parse/found-words.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const box = { x0: 0.6, y0: 0.4, x1: 0.7, y1: 0.41 }

function look(texts: readonly string[], at = box) {
  return { box: at, said: texts.map((text, index) => ({ reader: `way ${index}`, text })) }
}

describe('foundWords', () => {
  it.each([
    ['three of four looks give it', ['6 831', '6831', '6-831', ''], ['6831']],
    ['a minus is theirs to see', ['-6831', '-6831', '-6831', '6831'], ['-6831']],
    ['their looks differ', ['6831', '6881', '6831', ''], []],
    ['it may be a stroke of a pen', ['11', '11', '11', '11'], []],
    ['they see words', ['Summa', 'Summa', 'Summa', 'Summa'], []],
    ['nothing was seen', [], []],
  ])('%s', (_, texts, expected) => {
    const page = { ...picturePage([]), again: [look(texts)] }
    expect(foundWords(page).map(({ text }) => text)).toEqual(expected)
  })

  it('nothing is found where something was read', () => {
    const texts = ['6831', '6831', '6831', '6831']
    const at = (text: string) => ({ text, raw: text, box, confidence: 1, alternatives: [] })
    expect(foundWords({ ...picturePage([at('6881')]), again: [look(texts)] })).toEqual([])
    expect(foundWords({ ...picturePage([at('-')]), again: [look(texts)] })).toEqual([])
    expect(foundWords({ ...picturePage([at('.')]), again: [look(texts)] })).toHaveLength(1)
  })

  it('gives a note the column of which nothing was read, in doubt', () => {
    const rows: PrintedRow[] = [
      ['Räntor avräkningskonto', null, '7 046'],
      ['Räntor skattekonto', null, '1 058'],
      ['', null, '8 104'],
    ]
    const heads = ['2014-12-31', '2013-12-31'].flatMap((text, index) =>
      printPhrase({ text, right: [0.7, 0.88][index]!, top: 0.08 }),
    )
    const words = [
      ...printPhrase({ text: 'Noter', left: 0.1, top: 0.08 }),
      ...heads,
      ...printPhrase({ text: 'Not 4 Nettoomsättning', left: 0.1, top: 0.1 }),
      ...printRows([['Årsavgifter', '11 809 404', '11 272 398']], [0.7, 0.88], { top: 0.12 }),
      ...printRows([['Hyror', '2 878 393', '2 710 310']], [0.7, 0.88], { top: 0.138 }),
      ...printPhrase({ text: 'Not 5 Ränteintäkter', left: 0.1, top: 0.18 }),
      ...printRows(rows, [0.7, 0.88], { top: 0.2 }),
    ]
    const again = ['6831', '393', '7224'].map((text, index) =>
      look(
        Array.from({ length: 4 }, () => text),
        { x0: 0.6, x1: 0.7, y0: 0.2 + 0.018 * index, y1: 0.21 + 0.018 * index },
      ),
    )
    const noteOf = (page: ReturnType<typeof picturePage>) =>
      parseReports([page], parsingWords)[0]!.tables.find(({ note }) => note === '5')!
    expect(noteOf(picturePage(words)).columns).toHaveLength(1)
    const { columns, rows: found } = noteOf({ ...picturePage(words), again })
    expect(columns.map(({ periodEnd }) => periodEnd)).toEqual(['2014-12-31', '2013-12-31'])
    expect(found.map(({ cells }) => cells.map((cell) => cell?.value))).toEqual([
      [6831, 7046],
      [393, 1058],
      [7224, 8104],
    ])
    expect(found.every(({ cells }) => cells[0]!.doubts.length === 1 && cells[1]!.doubts.length === 0)).toBe(true)
  })
})
