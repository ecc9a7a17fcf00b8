import { describe, expect, it } from 'vitest'
import { findProse } from '../../src/parse/find-prose.js'
import { linesOfText } from '../support/lay-out.js'

const quoted = (text: string) => findProse(linesOfText(text)).map(({ value, unit }) => `${value} ${unit}`)

describe('findProse', () => {
  it.each([
    ['Utfallet för året blev 146 086 kr.', ['146086 kr']],
    ['Årets resultat uppgick till -1 179 kkr.', ['-1179 tkr']],
    ['Årets resultat uppgick till - 266 tkr mot budget.', ['-266 tkr']],
    ['Årets resultat uppgick till –266 tkr mot budget.', ['-266 tkr']],
    ['Bidragen om 1 871 tkr och 2 000 kronor är betalda.', ['1871 tkr', '2000 kr']],
    ['Bidragen om 3 mkr är betalda av medlemmarna.', ['3 mkr']],
    ['Bidragen om 1871000 kr är betalda av medlemmarna.', ['1871000 kr']],
    ['Verksamheten bedrevs 2009 med 12 deltagare per grupp.', []],
    ['Andelen var 12,5 kr per deltagare i alla grupper.', []],
    ['Bidrag 1 871 tkr', []],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected)
  })

  it('keeps the sentence, the page and what was printed', () => {
    const [figure] = findProse(linesOfText('Utfallet för året blev 146 086 kr.', 3))
    expect(figure).toMatchObject({ page: 3, raw: '146 086 kr', sentence: 'Utfallet för året blev 146 086 kr.' })
  })
})
