import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNil, isWellGrouped, readAmount } from '../../src/parse/amount.js'

describe('readAmount', () => {
  it.each([
    // printed, value, decimals
    ['0', 0],
    ['7', 7],
    ['1 234 567', 1_234_567],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['1\u2009234', 1234],
    ['1.234.567', 1_234_567],
    ["1'234'567", 1_234_567],
    ['1234567', 1_234_567],
    ['+4', 4],
    ['-1 234', -1234],
    ['- 1 234', -1234],
    ['−1 234', -1234],
    ['–1 234', -1234],
    ['—1 234', -1234],
    ['=725', -725],
    ['--12', -12],
    ['~725', -725],
    ['«725', -725],
    ['_725', -725],
    ['1 234-', -1234],
    ['1 234 –', -1234],
    ['(1 234)', -1234],
    ['517 810:-', 517_810],
    ['-517 810:-', -517_810],
    ['( 1 234 )', -1234],
    ['-0', 0],
    ['1 234,50', 123_450, 2],
    ['-1 908 311,21', -190_831_121, 2],
    ['0,5', 5, 1],
    ['0,00', 0, 2],
    ['1.234.567,89', 123_456_789, 2],
    ['1234567,89', 123_456_789, 2],
    ['1 234 567.89', 123_456_789, 2],
    ['1234567.89', 123_456_789, 2],
    ['1,234,567.89', 123_456_789, 2],
    ['6.252.993.92', 625_299_392, 2],
    ['1 234:89', 123_489, 2],
    ['1.234:89', 123_489, 2],
    ['-1 234,50', -123_450, 2],
    ['1 234,50-', -123_450, 2],
    ['1.234:50-', -123_450, 2],
    // a speck in kronor that do not stand in groups of three
    ['-80 7:33', -80_733, 0],
    ['(1 234,50)', -123_450, 2],
    ['1.234,-', 1234],
    ['1 234:–', 1234],
    ['-1.234,-', -1234],
    ['12.5', 125, 1],
    ['12.50', 1250, 2],
    ['1.234', 1234],
    ['1,234,567', 1_234_567],
    ['000', 0],
  ])('reads %j as %i', (printed, value, decimals = 0) => {
    expect(readAmount(printed)).toEqual({ value, decimals, percent: false, guessed: false })
  })

  it.each([
    ['59 %', 59, 0],
    ['59%', 59, 0],
    ['-3 %', -3, 0],
    ['59,5 %', 595, 1],
  ])('reads %j as a share', (printed, value, decimals) => {
    expect(readAmount(printed)).toEqual({ value, decimals, percent: true, guessed: false })
  })

  it.each([
    ['1 2O4', 1204],
    ['l 234', 1234],
    ['I234', 1234],
    ['12|', 121],
    ['S00', 500],
    ['B 123', 8123],
    ['1o', 10],
  ])('takes letters of %j for digits, and says so', (printed, value) => {
    expect(readAmount(printed)).toMatchObject({ value, guessed: true })
  })

  it.each(['-', '–', '—', '--', '- -', '=', '~', '_', ' - '])('reads a lone %j as nil', (printed) => {
    expect(isNil(printed)).toBe(true)
    expect(readAmount(printed)).toMatchObject({ value: 0, guessed: false })
  })

  it.each([
    ['no digit', ''],
    ['no digit', 'O'],
    ['no digit', '()'],
    ['a word', 'Summa'],
    ['a unit behind it', '1 234 kr'],
    ['more letters than digits', 'SO5'],
    ['a letter that looks like no digit', '12x4'],
    ['a date', '2019-12-31'],
    ['a span', '12-34'],
    ['the number of a rule', '2016:10'],
    ['a month', '2009.12'],
    ['more digits than a sum of money has', '1234567890123456'],
  ])('refuses %s: %j', (_, printed) => {
    expect(readAmount(printed)).toBeUndefined()
  })
})

describe('isWellGrouped', () => {
  it.each([
    ...['0', '7', '123', '1234', '1 234', '12 345 678', '1\u00a0234', '1.234.567', '-1 234', '(1 234)', '1 234,50'],
    ...['1.234.567,89', '1 234:50', '1 234 567.89', '1 234,50-', '1.234,-'],
  ])('%j stands as a printer sets it', (printed) => {
    expect(isWellGrouped(printed)).toBe(true)
  })
  it.each(['1 23', '12 3456', '012', '0 123', '1 2 3', '123 4', '6.252.99392', '6 252 993 92'])(
    '%j does not',
    (printed) => {
      expect(isWellGrouped(printed)).toBe(false)
    },
  )
})

/** Every way in which a whole amount is printed. */
function printings(value: number): string[] {
  const digits = String(Math.abs(value))
  const grouped = [' ', '\u00a0', '\u2009', '.', "'", ''].map((gap) => digits.replace(/\B(?=(?:\d{3})+$)/g, gap))
  if (value >= 0) return [...grouped, ...grouped.map((text) => `+${text}`)]
  return grouped.flatMap((text) => [
    `-${text}`,
    `- ${text}`,
    `–${text}`,
    `−${text}`,
    `${text}-`,
    `${text}–`,
    `(${text})`,
  ])
}

describe('laws', () => {
  it('what is printed is read back, however it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (value) => {
        for (const printed of printings(value)) {
          expect(readAmount(printed), printed).toEqual({ value, decimals: 0, percent: false, guessed: false })
          expect(isWellGrouped(printed), printed).toBe(true)
        }
      }),
    )
  })

  it('decimals behind a comma are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom(1, 2), (value, decimals) => {
        const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
        const whole = digits.slice(0, -decimals).replace(/\B(?=(?:\d{3})+$)/g, ' ')
        const printed = `${value < 0 ? '-' : ''}${whole},${digits.slice(-decimals)}`
        expect(readAmount(printed), printed).toMatchObject({ value, decimals })
      }),
    )
  })

  it('no text is read as more digits than it has characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0159 -–=().,%OlSx|'), maxLength: 20 }), (text) => {
        const read = readAmount(text)
        if (read) expect(String(Math.abs(read.value)).length).toBeLessThanOrEqual(Math.max(1, text.trim().length))
      }),
    )
  })
})
