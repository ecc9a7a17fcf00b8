import { describe, expect, it } from 'vitest'
import { splitReports } from '../../src/parse/split-reports.js'
import { linesOfText } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The pages of each report, `+` before those of mere enclosures. */
function split(...pages: readonly string[]): string[] {
  const lines = pages.flatMap((text, index) => linesOfText(text, index + 1))
  return splitReports(lines, parsingWords).map(
    ({ lines: own, appendix }) => `${appendix ? '+' : ''}${[...new Set(own.map((line) => line.page))].join(' ')}`,
  )
}

const COVER = 'Årsredovisning 2009\nFinsam Dalby\nOrg.nr 222000-1818'
const STATEMENTS = 'Resultaträkning\nIntäkter 2 842\nBalansräkning\nKassa 500'

describe('splitReports', () => {
  it.each([
    ['a report', [COVER, STATEMENTS, 'Noter'], ['1 2 3']],
    ['a page without a cover', [STATEMENTS], ['1']],
    ['a cover of another year', [COVER, STATEMENTS, 'Årsredovisning 2010\nFinsam Dalby', STATEMENTS], ['1 2', '3 4']],
    [
      'a cover of another body',
      [COVER, STATEMENTS, 'Årsredovisning 2009\nFinsam Berga\nOrg.nr 556036-0793', STATEMENTS],
      ['1 2', '3 4'],
    ],
    ['the cover once more', [COVER, COVER, STATEMENTS], ['1 2 3']],
    ['another cover before any statement', [COVER, 'Delårsrapport 2010', STATEMENTS], ['1 2 3']],
    ['enclosures behind a report', [COVER, STATEMENTS, 'Bilaga 1\nLista'], ['1 2 3']],
    ['enclosures before a report', ['Bilaga 1\nLista', COVER, STATEMENTS], ['+1', '2 3']],
    ['enclosures alone', ['Bilaga 1\nLista', 'Lista'], ['+1 2']],
    ['enclosures with statements', ['Bilaga 1', STATEMENTS], ['1 2']],
    [
      'a sentence that begins as a cover does',
      [COVER, STATEMENTS, `Årsredovisningen för 2010 ${'visar mycket '.repeat(6)}`],
      ['1 2 3'],
    ],
    ['nothing', [], []],
  ])('%s', (_, pages, expected) => {
    expect(split(...pages)).toEqual(expected)
  })
})
