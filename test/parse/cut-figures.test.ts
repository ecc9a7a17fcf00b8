import { describe, expect, it } from 'vitest'
import { countFigures, cutFigures, isFigureToken, splitTail } from '../../src/parse/cut-figures.js'

describe('splitTail', () => {
  it.each([
    // line, label, figures at its end
    ['Kassa och bank 1 150 049 1 717 682', 'Kassa och bank', '1 150 049 1 717 682'],
    ['Ränteintäkter 12 -3', 'Ränteintäkter', '12 -3'],
    ['Räntekostnader - -1 204', 'Räntekostnader', '- -1 204'],
    ['Övriga kostnader 4 = 725', 'Övriga kostnader', '4 = 725'],
    ['Soliditet 59 % 61 %', 'Soliditet', '59 % 61 %'],
    ['Projekt 2 i Hallsta 200 000', 'Projekt 2 i Hallsta', '200 000'],
    ['Bidrag 1 000 kr', 'Bidrag', '1 000'],
    ['Bidrag (4) 1 000', 'Bidrag', '(4) 1 000'],
    ['1 150 049', '', '1 150 049'],
    ['Summa', 'Summa', ''],
    ['Administration -', 'Administration', '-'],
    ['Hyror 1 234:50 12:00', 'Hyror', '1 234:50 12:00'],
    ['Enligt BFNAR 2016:10', 'Enligt BFNAR 2016:10', ''],
  ])('%j is %j and %j', (line, label, figures) => {
    expect(splitTail(line)).toEqual({ label, tokens: figures.split(' ').filter((token) => token !== '') })
  })

  it.each(['Växjö den 20 oktober 2017', 'Revisionsberättelse för år 2019', 'Underskrift -----'])(
    '%j ends with no figure',
    (line) => {
      expect(splitTail(line)).toEqual({ label: line, tokens: [] })
    },
  )
})

describe('isFigureToken', () => {
  it.each(['1', '986', '-145', '(12', '12)', '=725', '0,5', '59%', '%', '-', '–', '[4)', '(0)', '1O'])(
    '%j may be',
    (token) => {
      expect(isFigureToken(token)).toBe(true)
    },
  )
  it.each(['Summa', 'kr', '3.', '12:', 'A4', '2019-12-31', ''])('%j is none', (token) => {
    expect(isFigureToken(token)).toBe(false)
  })
})

describe('countFigures', () => {
  it.each([
    // figures, may the first be a reference, count
    ['1 150 049', false, 1],
    ['1 150 049 1 717 682', false, 2],
    ['12 -3', false, 2],
    ['6 252 993,92 6 371 044,39', false, 2],
    ['6.252.993,92 6.371.044,39', false, 2],
    ['1 234 567.89 1 234.50', false, 2],
    ['1 234:89 972:50', false, 2],
    ['1 234,50- 12,00-', false, 2],
    ['0,00 1 234,50', false, 2],
    ['517 810:- 12 345:-', false, 2],
    ['4 12 345 67 890', true, 2],
    ['- 1 204', false, 1],
    ['1234567 89012', false, 2],
    ['59 % 61 %', false, 2],
    ['100 %', false, 1],
    ['3 400 000 3 208 366 191 634', false, 3],
    ['', false, 0],
  ])('%j (reference: %s) holds %i', (figures, mayRefer, count) => {
    expect(
      countFigures(
        figures.split(' ').filter((token) => token !== ''),
        mayRefer,
      ),
    ).toBe(count)
  })
})

/** The readings of the figures, cheapest first, as `note: figure | figure`, a dot where a column is blank. */
function readings(figures: string, columns: number, mayRefer = false): string[] {
  return cutFigures(figures.split(' '), columns, mayRefer, 1).map(
    ({ noteRef, cells }) => `${noteRef ? `${noteRef}: ` : ''}${cells.map((cell) => cell?.raw ?? '.').join(' | ')}`,
  )
}

describe('cutFigures', () => {
  it.each([
    // figures, columns, the natural reading
    ['1 150 049 1 717 682', 2, '1 150 049 | 1 717 682'],
    ['1 150 049', 1, '1 150 049'],
    ['12 -3', 2, '12 | -3'],
    ['-266 -145', 2, '-266 | -145'],
    ['- -1 204', 2, '- | -1 204'],
    ['- 32 356 - 28 410', 2, '-32 356 | -28 410'],
    ['(1 204) (986)', 2, '(1 204) | (986)'],
    ['1 204- 986-', 2, '1 204- | 986-'],
    ['59 % 61 %', 2, '59 % | 61 %'],
    ['1 234,50 2 345,60', 2, '1 234,50 | 2 345,60'],
    ['1245684 2032732', 2, '1245684 | 2032732'],
    ['2 857 326 2032732', 2, '2 857 326 | 2032732'],
    ['3 400 000 3 208 366 191 634', 3, '3 400 000 | 3 208 366 | 191 634'],
  ])('%j in %i columns is %j', (figures, columns, natural) => {
    expect(readings(figures, columns)[0]).toBe(natural)
  })

  it.each([
    // figures, columns, a reading that sums may choose
    ['244 578 312 444', 2, '244 578 | 312 444'],
    ['12 345 678 901', 2, '12 | 345 678 901'],
    ['12 345 678 901', 2, '12 345 | 678 901'],
    ['12 345 678 901', 2, '12 345 678 | 901'],
    ['- 32 356', 2, '- | 32 356'],
    ['725', 2, '. | 725'],
    ['725', 2, '725 | .'],
    ['4 12 345', 2, '4 | 12 345'],
  ])('%j in %i columns may be %j', (figures, columns, reading) => {
    expect(readings(figures, columns)).toContain(reading)
  })

  it.each([
    ['4 12 345 67 890', '4: 12 345 | 67 890'],
    ['8a 12 345 67 890', '8a: 12 345 | 67 890'],
    ['4 725 986', '4: 725 | 986'],
  ])('%j may begin with a reference to a note', (figures, reading) => {
    expect(readings(figures, 2, true)).toContain(reading)
    expect(readings(figures, 2, false)).not.toContain(reading)
  })

  it('a figure with no thousands is never torn', () => {
    expect(readings('1 23', 2)).toEqual(['1 | 23'])
  })

  it('what cannot be read stays as it stands, and is doubted', () => {
    const [first] = cutFigures(['[4)', '986'], 2, false, 1)
    expect(first?.cells[0]).toMatchObject({ raw: '[4)', doubts: ['"[4)" is not a figure that can be read'] })
  })

  it.each([
    ['nothing', '', 2],
    ['more figures than columns', '-1 -2 -3', 2],
  ])('%s gives no reading', (_, figures, columns) => {
    expect(
      cutFigures(
        figures.split(' ').filter((token) => token !== ''),
        columns,
        false,
        1,
      ),
    ).toEqual([])
  })
})
