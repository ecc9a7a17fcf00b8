import { describe, expect, test } from 'vitest'
import type { PagePaint } from '../../src/ocr/page-paint.js'
import { trustTextLayer } from '../../src/ocr/trust-text-layer.js'

const paint: PagePaint = {
  scan: undefined,
  covered: false,
  images: 0,
  imageShare: 0,
  visibleTexts: 40,
  invisibleTexts: 0,
  overlaid: false,
  hiddenFonts: new Set(),
}
const prose = `Förbundet bildades 2005 och har till uppgift att finansiera insatser för personer som behöver samordnad
rehabilitering. Styrelsen har under året haft sex möten och fattat beslut om fördelning av medel till pågående
verksamheter. Av årets resultat framgår att kostnaderna för insatserna har ökat något medan intäkterna från huvudmännen
är oförändrade. Det egna kapitalet uppgår vid årets utgång till 1 245 684 kronor, vilket motsvarar den nivå som nationella
rådet rekommenderar. Likvida medel har ökat till följd av att några insatser startat senare än planerat. Inga väsentliga
händelser har inträffat efter räkenskapsårets slut som påverkar bedömningen av förbundets ställning och resultat.`
const statement = `Resultaträkning Not 2020 2019 Verksamhetens intäkter 1 3 986 000 4 010 000 Verksamhetens kostnader 2
-3 971 903 -3 182 698 Verksamhetens nettokostnader 14 097 827 302 Finansiella intäkter 0 0 Finansiella kostnader
Årets resultat 14 097 827 302`
const english = `The movie opens with a news report advertising the way of life in this future, which seems to be far from
ideal. Among other stories, three police officers were killed`
const split = (text: string): string[] => text.split(/\s+/u)
const reason = (text: string, changed: Partial<PagePaint> = {}): string => {
  const trust = trustTextLayer(split(text), { ...paint, ...changed })
  return trust.trusted ? 'trusted' : trust.reason
}

describe('a text layer that proves itself', () => {
  test.each([
    ['prose', prose],
    ['a statement', statement],
  ])('%s', (_, text) => expect(reason(text)).toBe('trusted'))
})

describe('a text layer that does not', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyzåäö'
  const ciphered = [...prose.toLowerCase()].map((c) => alphabet[(alphabet.indexOf(c) + 11) % 29] ?? c)
  const shifted = [...prose.toLowerCase()].map((c, i) => (alphabet.includes(c) ? ciphered[i]! : c)).join('')
  test.each([
    ['a glyph cipher', shifted, 'does not look like Swedish'],
    ['å ä ö without rings and dots', prose.replace(/[åä]/gu, 'a').replaceAll('ö', 'o'), 'å ä ö are missing'],
    ['å ä ö as marks', prose.replace(/[åäö]/gu, '!'), 'marks in place of letters'],
    ['å ä ö as nothing', prose.replace(/[åäö]/gu, ' '), 'å ä ö are missing'],
    ['lost ligatures', prose.replace(/tt|ti|ft|fi|fl|ff/gu, ''), 'ligatures are missing'],
    ['glyphs of a private font', prose.replaceAll('e', '\ue065'), 'glyphs without characters'],
    ['English', english, 'does not look like Swedish'],
    ['a page number', '12', 'too few words'],
  ])('%s', (_, text, why) => expect(reason(text)).toBe(why))

  test('an old reading over or under a scan, however good', () => {
    expect(reason(prose, { covered: true, images: 1, imageShare: 1 })).toBe('a picture covers the page')
  })
  test('text beside large pictures that may hold more', () => {
    expect(reason(prose, { images: 2, imageShare: 0.5 })).toBe('pictures take up much of the page')
  })
})
