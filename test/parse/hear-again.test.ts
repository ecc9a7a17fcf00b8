import { describe, expect, it } from 'vitest'
import type { Box, Page, Word } from '../../src/model/page.js'
import { type Amount, type StatementKind, type Sum, UNTOLD_NOTE } from '../../src/model/report.js'
import { doubtCells } from '../../src/parse/doubt-cells.js'
import { hearAgain } from '../../src/parse/hear-again.js'
import { amount, report, table, years } from '../support/build-report.js'

const box: Box = { x0: 0.7, y0: 0.4, x1: 0.75, y1: 0.41 }

/** A page with one figure looked at again, and what each look gave; `first` is what the page's reading has there. */
function looked(texts: readonly string[], at = box, first = ['426'], beside: readonly Word[] = []): Page {
  const again = [{ box: at, said: texts.map((text, index) => ({ reader: `way ${index}`, text })) }]
  return {
    kind: 'picture',
    number: 1,
    width: 1000,
    height: 1400,
    source: 'ocr',
    readings: [
      {
        reader: 'test',
        words: [...first.map((text) => ({ text, raw: text, box, confidence: 1, alternatives: [] })), ...beside],
      },
    ],
    turned: 0,
    issues: [],
    again,
  }
}

/** The figure as it is heard, in the row's first or second column. */
function heard(
  read: Partial<Amount> & { value: number },
  page: Page,
  column = 1,
  kind: StatementKind = 'income_statement',
): Amount {
  const { value, ...more } = read
  const cells = [column === 1 ? amount(7) : null, null]
  cells[column] = amount(value, { box, raw: String(value), ...more })
  const row = { ...table(kind, [['Hyra', 1, 1]]).rows[0]!, cells }
  const [told] = hearAgain([report([{ ...table(kind, [], { columns: years(2) }), rows: [row] }])], [page])
  return told!.tables[0]!.rows[0]!.cells[column]!
}

describe('hearAgain', () => {
  it.each([
    [
      'all alike bear a figure out',
      { value: 426, second: 420, alternatives: [420] },
      ['426', '426', '426', '426'],
      426,
      426,
      [],
    ],
    [
      'a stroke read as a minus that no look saw is none',
      { value: -554_749, raw: '—554749', second: 554_749 },
      ['554749', '554749', '554749', '554749'],
      554_749,
      554_749,
      [-554_749],
    ],
    [
      'a minus that is seen with other digits than were read is theirs',
      { value: 715_054, raw: '715:054', second: null },
      ['-15094', '-15094', '-15094', '-15094'],
      -15_094,
      715_054,
      [715_054],
    ],
    [
      'a plain minus stays, a crop may lose it',
      { value: -426, raw: '-426', second: -426 },
      ['426', '426', '426', '426'],
      -426,
      -426,
      [426],
    ],
    ['one that gives nothing is no dissent', { value: 426 }, ['426', '', '426', '426'], 426, 426, []],
    [
      'with a dissenting look nothing is borne out',
      { value: 146, second: 146 },
      ['146', '1146', '146', '146'],
      146,
      146,
      [1146],
    ],
    ['nor by two', { value: 426 }, ['426', '426', '', ''], 426, null, []],
    ['they side with the second reading', { value: 806, second: 86 }, ['86', '86', '80', '86'], 86, 86, []],
    [
      'they differ from both, and the figure has no witness',
      { value: 8133, second: 3133 },
      ['8-143', '8143', '8143', '8-143'],
      8143,
      8133,
      [8133],
    ],
    ['they differ from two alike', { value: 276, second: 276 }, ['1 276', '1276', '1276', '1276'], 1276, 276, [276]],
    ['unlike looks are for the sums to choose from', { value: 584 }, ['', '584', '534', '554'], 584, null, [534, 554]],
    ['a minus lost in a crop stays', { value: -323, second: -323 }, ['323', '-323', '323', '323'], -323, -323, []],
    [
      'a minus that all see may be printed',
      { value: 323, second: 323 },
      ['-323', '-323', '-323', '-323'],
      323,
      323,
      [-323],
    ],
    [
      'a minus that one crop cut off may be printed',
      { value: 654_332, second: 654_332 },
      ['654332', '-654332', '-654332', '-654332'],
      654_332,
      654_332,
      [-654_332],
    ],
    ['or that two see', { value: 323 }, ['323', '-323', '323', '-323'], 323, 323, [-323]],
    ['behind a speck too', { value: 323 }, ['.-323', '323', '—-323', ''], 323, 323, [-323]],
    ['one look alone may take a speck for it', { value: 323 }, ['323', '323', '323', '-323'], 323, 323, []],
    ['other decimals are another figure', { value: 775, decimals: 1 }, ['775', '77,5', '775', '775'], 775, null, []],
  ] as const)('%s', (_, read, texts, value, second, alternatives) => {
    expect(heard(read, looked(texts))).toMatchObject({ value, second, alternatives })
  })

  it('takes digits before the first figure of a row for what may be a note’s number', () => {
    const texts = ['41 250', '41250', '41250', '41250']
    expect(heard({ value: 1250, second: 1250 }, looked(texts), 0)).toMatchObject({
      value: 1250,
      second: 1250,
      alternatives: [41250],
    })
    expect(heard({ value: 1250, second: 1250 }, looked(texts), 1)).toMatchObject({ value: 41250, second: 1250 })
    // "-1 250": what was read of its first digit has the minus
    const minus = { text: '-4', raw: '-4', box: { ...box, x0: 0.68, x1: 0.69 }, confidence: 1, alternatives: [] }
    expect(heard({ value: 1250, second: 1250 }, looked(texts, box, ['1250'], [minus]))).toMatchObject({ value: -41250 })
    // in a note itself no numbers of notes stand before figures
    expect(heard({ value: 1250, second: 1250 }, looked(texts), 0, 'note')).toMatchObject({ value: 41250, second: 1250 })
  })

  it('keeps what was read where it changes the figure', () => {
    expect(heard({ value: 806, second: 86 }, looked(['86', '86', '80', '86']))).toMatchObject({
      raw: '86',
      again: [86, 86, 80, 86],
    })
  })

  it('hears nothing of another place', () => {
    const beside = { ...box, x0: 0.8, x1: 0.85 }
    expect(heard({ value: 426, second: 420 }, looked(['420', '420', '420', '420'], beside))).not.toHaveProperty('again')
  })

  it('leaves in doubt what the looks alone found, however alike they are', () => {
    const texts = ['433713', '433-713', '433713', '']
    const read = { value: 433_713, second: 433_713 }
    expect(heard(read, looked(texts, box, []))).toMatchObject({
      value: 433_713,
      second: null,
      again: [433_713, 433_713, 433_713, null],
      alternatives: [-433_713],
      doubts: [expect.stringContaining('nothing was read here')],
    })
    expect(heard(read, looked(texts)).doubts).toEqual([])
  })

  it('takes what the looks agree on where the words at its place went to another row', () => {
    const at = (x0: number, y0: number) => ({ x0, y0, x1: x0 + 0.06, y1: y0 + 0.01 })
    const bare = table('note', [
      ['Skattekonto', 390_742, 359_537],
      ['Övriga fordringar', 141_669, 74_176],
      [null, 532_411, null],
    ])
    const rows = bare.rows.map((row, line) => ({
      ...row,
      cells: row.cells.map((cell, column) => cell && { ...cell, box: at(0.6 + 0.1 * column, 0.4 + 0.02 * line) }),
    }))
    const found = (first: string[], doubts: string[] = []) => {
      const page = looked(['433713', '433713', '433713', ''], at(0.7, 0.44))
      const words = first.map((text) => ({ text, raw: text, box: at(0.7, 0.441), confidence: 1, alternatives: [] }))
      const doubted = doubtCells({ ...bare, rows }, doubts[0] ?? '', () => doubts.length > 0)
      const [told] = hearAgain([report([doubted])], [{ ...page, readings: [{ reader: 'test', words }] } as Page])
      return told!.tables[0]!.rows[2]!.cells[1]
    }
    expect(found(['433713'])).toMatchObject({ value: 433_713, doubts: [expect.any(String)] })
    // what no sum can take from the figures beside it is in doubt of it too
    expect(found(['433713'], [UNTOLD_NOTE])!.doubts).toContain(UNTOLD_NOTE)
    expect(found(['433713'], ['an edge stands close'])!.doubts).toHaveLength(1)
    // it was a word of the page when its tables were read
    expect(found([])).toBeNull()
  })

  it('hears a look that goes as far as the column where the figure was cut off', () => {
    const print = (x0: number, x1: number, y0: number) => ({ x0, x1, y0, y1: y0 + 0.01 })
    const bare = table('note', [
      ['Räntor på lån', 685_191],
      ['Övriga räntor', 9649],
      [null, 694],
    ])
    const boxes = [print(0.7, 0.76, 0.4), print(0.72, 0.76, 0.42), print(0.7, 0.727, 0.44)]
    const rows = bare.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, box: boxes[at]! }),
    }))
    const page = looked(['694840', '694840', '694840', '694 840'], print(0.7, 0.76, 0.44))
    const read = {
      ...page,
      readings: [
        { reader: 'test', words: [{ text: '694', raw: '694', box: boxes[2]!, confidence: 1, alternatives: [] }] },
      ],
    }
    const [told] = hearAgain([report([{ ...bare, columns: years(1), rows }])], [read as Page])
    expect(told!.tables[0]!.rows[2]!.cells[0]).toMatchObject({ value: 694_840, alternatives: [694] })
  })

  it('tells the sums of a table by what its figures are once they are heard', () => {
    const bare = table('note', [
      ['Räntor på lån', 685_191],
      ['Övriga räntor', 9649],
      ['Summa', 594_840],
    ])
    const rows = bare.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell) => cell && (at === 2 ? { ...cell, box, second: 694_840 } : cell)),
    }))
    const narrow: Sum = { row: 2, terms: [{ row: 1, sign: 1 }], basis: 'label' }
    const read = report([{ ...bare, columns: years(1), rows, sums: [narrow] }])
    const hear = (said: string) => hearAgain([read], [looked([said, said, said, said])])[0]!.tables[0]!
    expect(hear('694840').sums.map(({ row, terms }) => [row, terms.length])).toEqual([[2, 2]])
    expect(hear('694840').rows.map(({ role }) => role)).toEqual(['line', 'line', 'total'])
    // what changes no figure changes no sum
    expect(hear('').sums.map(({ terms }) => terms.length)).toEqual([1])
  })
})
