import { describe, expect, it } from 'vitest'
import type { Reading, Word } from '../../src/model/page.js'
import { withWitnesses } from '../../src/parse/with-witnesses.js'
import { type PrintedRow, printRows } from '../support/lay-out.js'

const rows: PrintedRow[] = [
  ['Verksamhetens intäkter', '2842', '2979'],
  ['Verksamhetens kostnader', '-2613', '-2514'],
  ['Finansiella intäkter', '27', '31'],
  ['Finansiella kostnader', '-461', '-455'],
  ['Anläggningstillgångar', '1205', '1318'],
  ['Omsättningstillgångar', '7749', '6880'],
  ['Kortfristiga skulder', '3151', '3392'],
]
const printed = printRows(rows, [0.7, 0.88])

const change = (words: readonly Word[], text: string, changes: Partial<Word>): Word[] =>
  words.map((word) => (word.text === text ? { ...word, raw: changes.text ?? word.raw, ...changes } : word))

/** The first reading with the figure 2842 read as said, by a first look and a second. */
const firstLook = (text: string, second?: string): Reading => ({
  reader: 'tesseract psm4',
  words: change(printed, '2842', { text, ...(second === undefined ? {} : { second }) }),
})
const another = (text: string, engine: string): Reading => ({
  reader: `${engine} x`,
  words: change(printed, '2842', { text }),
})
const figure = (reading: Reading, ...others: Reading[]) =>
  withWitnesses(reading, others).find(({ box }) => box === printed.find(({ text }) => text === '2842')!.box)

describe('withWitnesses', () => {
  it.each([
    ['a witness decides between two looks', '2892', '2842', '2842', 'layer', '2842', '2842', ['2892']],
    ['another mode decides too', '2892', '2842', '2842', 'tesseract', '2842', '2842', ['2892']],
    ['another engine backs the first look', '2842', '2892', '2842', 'layer', '2842', '2842', ['2892']],
    ['the same engine in another mode does not', '2842', '2892', '2842', 'tesseract', '2842', '2892', ['2892']],
    ['three that differ stay in doubt', '2842', '2892', '2812', 'layer', '2842', '2892', ['2812', '2892']],
    [
      'one that differs is doubt where there was no second look',
      '2842',
      undefined,
      '2892',
      'layer',
      '2842',
      '2892',
      ['2892'],
    ],
    ['two looks that agree stand against another engine', '2842', '2842', '2892', 'layer', '2842', '2842', []],
    ['a minus they may have lost together', '2842', '2842', '-2842', 'layer', '2842', '2842', ['-2842']],
  ])('%s', (_, first, second, other, engine, text, seconded, alternatives) => {
    expect(figure(firstLook(first, second), another(other, engine))).toMatchObject({
      text,
      second: seconded,
      alternatives,
    })
  })

  it.each([
    ['other digits of a layer are told', '2842', '2892', '2892'],
    ['a digit that the layer lost is not', '2842', '284', undefined],
    ['nor what two looks at the picture differ on already', '2812', '2892', undefined],
  ])('%s', (_, second, layer, told) => {
    expect(figure(firstLook('2842', second), another(layer, 'layer'))?.layer).toBe(told)
  })

  it('keeps what was read as it was read', () => {
    const other: Reading = { reader: 'layer', words: change(printed, '2842', { text: '2842', raw: '2842|' }) }
    expect(figure(firstLook('2892', '2842'), other)?.raw).toBe('2842|')
  })

  it('finds the place on a page that was straightened and cut', () => {
    const moved = another('2842', 'layer').words.map((word) => {
      const down = 0.01 + 0.02 * word.box.x0
      const { x0, x1, y0, y1 } = word.box
      return { ...word, box: { x0: x0 + 0.03, x1: x1 + 0.03, y0: y0 + down, y1: y1 + down } }
    })
    expect(figure(firstLook('2892', '2842'), { reader: 'layer', words: moved })?.text).toBe('2842')
  })

  it('does not hear one that is wrong too often', () => {
    const liar = another('2842', 'layer').words.map((word) => ({ ...word, text: word.text.replace(/^1|^3/, '8') }))
    expect(figure(firstLook('2892', '2842'), { reader: 'layer', words: liar })?.text).toBe('2892')
  })
})
