import { describe, expect, it } from 'vitest'
import { pageHalves } from '../../src/parse/page-halves.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'

const LEFT: readonly PrintedRow[] = [
  ['Intäkter', '2 842'],
  ['Löner', '-1 979'],
  ['Hyra', '-510'],
  ['Övrigt', '-243'],
  ['Ränta', '27'],
  ['Resultat', '137'],
]
const RIGHT: readonly PrintedRow[] = [
  ['Fordringar', '1 204'],
  ['Bank', '5 100'],
  ['Summa', '6 304'],
  ['Kapital', '4 300'],
  ['Skulder', '2 004'],
  ['Summa', '6 304'],
]
const left = printRows(LEFT, [0.45], { left: 0.08 })
const right = printRows(RIGHT, [0.92], { left: 0.56 })
const title = printPhrase({ text: 'Resultaträkning och balansräkning i sammandrag', left: 0.28, top: 0.05 })

const textOf = (half: Parameters<typeof linesOfWords>[0]) => linesOfWords(half).map((line) => line.text)

describe('pageHalves', () => {
  it('two tables side by side are read one after the other', () => {
    const halves = pageHalves([...right, ...left])
    expect(halves.map(textOf)).toEqual([LEFT.map((row) => row.join(' ')), RIGHT.map((row) => row.join(' '))])
  })

  it('what spans both comes first', () => {
    expect(textOf(pageHalves([...left, ...right, ...title])[0]!)).toEqual([
      'Resultaträkning och balansräkning i sammandrag',
    ])
  })

  it('sums may be set in letters apart', () => {
    const rows = (figure: string): PrintedRow[] => [
      ['Not 7', '2007', 'Föregående'],
      ['Hyror', figure, figure],
      ['Räntor', figure, figure],
      ['S U M M A', figure, figure],
    ]
    const halves = pageHalves([
      ...printRows(rows('166.032'), [0.3, 0.45], { left: 0.08 }),
      ...printRows(rows('79.127'), [0.78, 0.92], { left: 0.54 }),
    ])
    expect(halves.map((half) => textOf(half).at(-1))).toEqual(['SUMMA 166.032 166.032', 'SUMMA 79.127 79.127'])
  })

  it('a few rows part under broken years that stand over both', () => {
    const rows = (place: readonly [number, number], left: number) =>
      printRows(
        [
          ['', '2005/06', '2004/05'],
          ['Räntor', '14 730', '15 022'],
          ['Hyror', '7 250', '6 792'],
          ['Avgifter', '12 590', '11 158'],
          ['', '34 570', '32 972'],
        ],
        place,
        { left },
      )
    expect(pageHalves([...rows([0.35, 0.47], 0.08), ...rows([0.8, 0.92], 0.54)])).toHaveLength(2)
  })

  it('lines below the tables part nothing', () => {
    const feet = ['Underskrifter', 'Styrelsen lämnar härmed sin årsredovisning.', 'Ordförande Ledamot Ledamot'].map(
      (text, at) => printPhrase({ text, left: 0.44, top: 0.6 + 0.05 * at }),
    )
    expect(pageHalves([...right, ...left, ...feet.flat()]).map(textOf)).toContainEqual(
      RIGHT.map((row) => row.join(' ')),
    )
  })

  it('the place is where the labels begin, not between the columns of the left table', () => {
    const assets = printRows(
      LEFT.map(([label, figure]) => [label, figure!, figure!]),
      [0.4, 0.5],
      { left: 0.08 },
    )
    const long = printRows(
      [...RIGHT, ...RIGHT, ...RIGHT].map(([label, figure]) => [label, figure!, figure!]),
      [0.8, 0.92],
      { left: 0.54 },
    )
    const [first] = pageHalves([...assets, ...long])
    expect(textOf(first!)).toEqual(LEFT.map(([label, figure]) => `${label} ${figure} ${figure}`))
  })

  it('figures may end with the mark of kronor', () => {
    const inKronor = (rows: readonly PrintedRow[]) =>
      rows.map(([label, figure]): PrintedRow => [label, `${figure!.replace(' ', '.')}:-`])
    const halves = pageHalves([
      ...printRows(inKronor(LEFT), [0.45], { left: 0.08 }),
      ...printRows(inKronor(RIGHT), [0.92], { left: 0.56 }),
    ])
    expect(halves).toHaveLength(2)
  })

  it.each([['2005'], ['Föregående år']])('the heads of the halves may stand at other heights: %s', (before) => {
    const few = (rows: readonly PrintedRow[], title: PrintedRow[]): PrintedRow[] => [
      ...title,
      ['', '2006', before],
      ...rows.slice(0, 3).map(([label, figure]): PrintedRow => [label, figure!, figure!]),
    ]
    const halves = pageHalves([
      ...printRows(few(LEFT, []), [0.35, 0.45], { left: 0.08 }),
      ...printRows(few(RIGHT, [['Tillgångar'], ['och skulder']]), [0.8, 0.92], { left: 0.56 }),
    ])
    expect(halves).toHaveLength(2)
    expect(textOf(halves[1]!)).toContain('Bank 5 100 5 100')
  })

  it('few rows are enough where the heads are printed over both halves', () => {
    const few = (rows: readonly PrintedRow[]): PrintedRow[] => [
      ['', '2006', '2005'],
      ...rows.slice(0, 3).map(([label, figure]): PrintedRow => [label, `${figure}-`, figure!]),
    ]
    const words = (heads: boolean) => [
      ...printRows(few(LEFT).slice(heads ? 0 : 1), [0.35, 0.45], { left: 0.08 }),
      ...printRows(few(RIGHT).slice(heads ? 0 : 1), [0.8, 0.92], { left: 0.56 }),
    ]
    expect(pageHalves(words(true)).length).toBe(2)
    expect(pageHalves(words(false)).length).toBe(1)
  })

  it('a table over the whole width below them is read after both', () => {
    const below = printRows(
      [
        ['Per verksamhet', null, null],
        ['', 'Budget', 'Utfall'],
        ['Kansli', '2 411', '2 132'],
        ['Politisk ledning', '849', '911'],
        ['Summa', '3 260', '3 043'],
      ],
      [0.7, 0.92],
      { left: 0.08, top: 0.5 },
    )
    const parts = pageHalves([...right, ...left, ...below]).map(textOf)
    expect(parts.slice(0, 2)).toEqual([LEFT.map((row) => row.join(' ')), RIGHT.map((row) => row.join(' '))])
    expect(parts[2]?.slice(0, 3)).toEqual(['Per verksamhet', 'Budget Utfall', 'Kansli 2 411 2 132'])
  })

  it.each([
    [
      'one table with two columns',
      printRows(
        LEFT.map(([label, figure]) => [label, figure!, figure!]),
        [0.5, 0.7],
      ),
    ],
    [
      'one table whose second column stands far to the right',
      printRows(
        LEFT.map(([label, figure]) => [label, figure!, figure!]),
        [0.45, 0.92],
      ),
    ],
    ['labels on the left, explanations on the right', [...left, ...printRows([['Se not 3']], [], { left: 0.56 })]],
    ['too few rows', [...printRows(LEFT.slice(0, 3), [0.45]), ...printRows(RIGHT.slice(0, 3), [0.92], { left: 0.56 })]],
    ['no words', []],
  ])('%s stays whole', (_, words) => {
    expect(pageHalves(words)).toEqual([words])
  })

  it('no word is lost', () => {
    const all = [...title, ...left, ...right]
    expect(pageHalves(all).flat()).toHaveLength(all.length)
  })
})
