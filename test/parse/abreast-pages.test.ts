import { describe, expect, it } from 'vitest'
import { ABREAST } from '../../src/model/report.js'
import { abreastPages } from '../../src/parse/abreast-pages.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const NOTE: readonly PrintedRow[] = [
  ['Not 2 Personalkostnader', '2012', '2011'],
  ['Löner', '52', '54'],
  ['Sociala avgifter', '124', '100'],
  ['Pensioner', '30', '29'],
  ['Summa', '206', '183'],
]
const TEXT = ['Not 1 Redovisning', 'Tillgångar är upptagna till', 'de belopp varmed de', 'beräknas flyta in.', 'Så']

/** A page with the note on its right half, and on the left one what stands beside it. */
const besideNote = (left: readonly string[]) =>
  picturePage([
    ...printRows(NOTE, [0.78, 0.92], { left: 0.52 }),
    ...printRows(
      left.map((text) => [text] as const),
      [],
      { left: 0.06 },
    ),
  ])
const doubtsOn = (page: ReturnType<typeof picturePage>) =>
  parseReports([page], parsingWords).flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.doubts] : [])))),
  )

describe('abreastPages', () => {
  it('text beside a note that was not parted from it puts the figures of the page in doubt', () => {
    const page = besideNote(TEXT)
    expect(abreastPages([page])).toEqual(new Set([page.number]))
    const doubts = doubtsOn(page)
    expect(doubts.length).toBeGreaterThan(0)
    for (const some of doubts) expect(some).toContain(ABREAST)
  })

  it('tables that are parted are in no doubt', () => {
    const left: PrintedRow[] = NOTE.map(([label, ...figures]) => [
      label.replace('Not 2 P', 'Not 1 Annan p'),
      ...figures,
    ])
    const page = picturePage([
      ...printRows(left, [0.36, 0.48], { left: 0.06 }),
      ...printRows(NOTE, [0.8, 0.92], { left: 0.54 }),
    ])
    expect(abreastPages([page])).toEqual(new Set())
  })

  it.each(['Not', '(not', '(se not'])(
    'neither references to notes, %s 2, nor heads of words and years begin a second table',
    (led) => {
      const rows: PrintedRow[] = [
        ['', 'Not', '2012', '2011'],
        ['Nettoomsättning', `${led} 2`, '1 200', '1 100'],
        ['Personalkostnader', `${led} 3`, '206', '183'],
        ['Resultat', `${led} 4`, '994', '917'],
      ]
      const heads = [0.2, 0.4, 0.6].flatMap((top) => [
        ...printPhrase({ text: 'Belopp i kr', left: 0.06, top }),
        ...printPhrase({ text: 'Utfall 2012', left: 0.5, top }),
      ])
      expect(abreastPages([picturePage(printRows(rows, [0.52, 0.78, 0.92])), picturePage(heads, 2)])).toEqual(new Set())
    },
  )

  it('what worn rules over sums are read as, below each other, is no second table', () => {
    const scraps = (left: number, texts: readonly string[]) =>
      texts.flatMap((text, row) => printPhrase({ text, left, top: 0.1 + 0.018 * (2 * row + 2) }))
    const page = (texts: readonly string[]) => {
      const rows = ['Löner', 'Summa löner', 'Hyra', 'Summa hyra', 'Porto', 'Summa porto', 'El', 'Summa el']
      const words = printRows(
        rows.map((label, row) => [label, `${412 - row}`] as const),
        [0.88],
      )
      return picturePage([...words, ...scraps(0.5, texts)])
    }
    expect(abreastPages([page(['SP', 'Vy', 'ee'])])).toEqual(new Set())
    expect(abreastPages([page(['Ränta', 'Lån', 'Avgifter'])])).toEqual(new Set([1]))
  })
})
