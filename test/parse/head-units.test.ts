import { describe, expect, it } from 'vitest'
import { apartOver, columnsUnder, toHeadUnits } from '../../src/parse/head-units.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

/** The line that words make, each phrase where it begins. */
function lineOf(...phrases: readonly (readonly [text: string, left: number])[]) {
  const [line] = linesOfWords(phrases.flatMap(([text, left]) => printPhrase({ text, left, top: 0.1 })))
  return line!
}

describe('toHeadUnits', () => {
  it.each([
    ['2007 2006', ['2007', '2006']],
    ['Not Budget 2010 Bokslut 2010', ['Not', 'Budget 2010', 'Bokslut 2010']],
    ['Utfall 2010 Budgetavvikelse Bokslut 2009', ['Utfall 2010', 'Budgetavvikelse', 'Bokslut 2009']],
    ['000101-001231 Budget 2000 990101-991231 Not', ['000101-001231', 'Budget 2000', '990101-991231', 'Not']],
    ['2010 Budget 2010 Avvikelse', ['2010', 'Budget 2010', 'Avvikelse']],
    ['2010 Utfall 2010 Budget 2009', ['2010 Utfall', '2010 Budget', '2009']],
    ['2010 Utfall 2009 Utfall', ['2010 Utfall', '2009 Utfall']],
    ['Avvikelse mot budget', ['Avvikelse mot budget']],
    ['UTFALL BUDGET UTFALL', ['UTFALL', 'BUDGET', 'UTFALL']],
    ['31 december 2007 31 december 2006', ['31 december 2007', '31 december 2006']],
    ['Föregående år', ['Föregående år']],
    ['2013/14 Föregående år', ['2013/14', 'Föregående år']],
    ['År 2013/14 År 2012/13 År 2013/14', ['År 2013/14', 'År 2012/13', 'År 2013/14']],
  ])('%j, set closely, is %j', (text, units) => {
    expect(toHeadUnits(lineOf([text, 0.3])).map((unit) => unit.text)).toEqual(units)
  })

  it('the years of other columns tell how a date is meant', () => {
    const units = toHeadUnits(lineOf(['82', 0.5], ['81', 0.7]))
    expect(units.map(({ spelt }) => spelt.trim())).toEqual(['1982', '1981'])
  })

  it('a dash at the end of a column joins no date of the next', () => {
    const units = toHeadUnits(lineOf(['2006-01-01-', 0.4], ['2007-01-01-', 0.7]))
    expect(units.map(({ text }) => text)).toEqual(['2006-01-01-', '2007-01-01-'])
  })
})

describe('apartOver', () => {
  const units = (edges: readonly number[]) => {
    const line = lineOf(['Avvikelse 2018-01-01', 0.5])
    const bands = edges.map((x1) => ({ x0: x1 - 0.05, x1 }))
    return toHeadUnits(line)
      .flatMap((unit) => apartOver(unit, line, bands))
      .map(({ text }) => text)
  }

  it('words that end over two columns, each at its edge, are two heads', () => {
    const [word, date] = lineOf(['Avvikelse 2018-01-01', 0.5]).words
    expect(units([word!.x1, date!.x1])).toEqual(['Avvikelse', '2018-01-01'])
    expect(units([date!.x1])).toEqual(['Avvikelse 2018-01-01'])
  })
})

describe('columnsUnder', () => {
  const bands = [
    { x0: 0.45, x1: 0.55 },
    { x0: 0.65, x1: 0.75 },
    { x0: 0.85, x1: 0.95 },
  ]
  const under = (...phrases: readonly (readonly [text: string, left: number])[]) => {
    const line = lineOf(...phrases)
    return columnsUnder(toHeadUnits(line), bands, line.height)
  }

  it.each<[string, readonly (readonly [string, number])[], number[][]]>([
    [
      'each over its own',
      [
        ['2007', 0.51],
        ['Budget', 0.69],
        ['2006', 0.91],
      ],
      [[0], [1], [2]],
    ],
    [
      'one over two',
      [
        ['Bokslut', 0.567],
        ['Budget', 0.89],
      ],
      [[0, 1], [2]],
    ],
    [
      'the corner over none',
      [
        ['Belopp i kr', 0.1],
        ['2007', 0.51],
      ],
      [[], [0]],
    ],
    [
      'words between columns over none',
      [
        ['Räntesats', 0.46],
        ['Ränta', 0.58],
        ['Belopp', 0.69],
      ],
      [[0], [], [1]],
    ],
  ])('%s', (_, phrases, columns) => {
    expect(under(...phrases)).toEqual(columns)
  })
})
