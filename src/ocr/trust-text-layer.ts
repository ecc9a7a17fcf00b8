import type { PagePaint } from './page-paint.js'
import { measureSwedish } from './swedish-letters.js'

/** Whether a text layer may stand for the page, and if not why. */
export type Trust = { readonly trusted: true } | { readonly trusted: false; readonly reason: string }

const mostPictured = 0.35
const leastWords = 5
const leastRuns = 40
const leastSwedish = 0.45
/** Shares of all letters; Swedish has 4.3 % and 2.2 %. */
const leastRings = 0.012
const leastPairs = 0.006
const lettersForRings = 250
const lettersForPairs = 400
const mostUnmapped = 0.002
const mostBrokenWords = 0.04

// glyphs with no known character: replacement, private use, controls
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unmapped = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu
// int!kter · r"kning · for(tagets: a mark where a letter should be
const brokenWord = /^\p{L}+[!"#$%&*+<=>?@\\^_`{|}~¢£¥§¨¬°±´¸]\p{L}+$/u
// pairs that a font draws as one glyph, and a bad layer loses
const drawnAsOne = /tt|ti|ft|fi|fl|ff/gu

/**
 * Judges a text layer by what the page paints and by its letters alone. A layer under or over a page-wide picture is
 * somebody's old reading, whatever it says: the picture itself is read instead.
 */
export function trustTextLayer(words: readonly string[], paint: PagePaint): Trust {
  if (paint.covered) return { trusted: false, reason: 'a picture covers the page' }
  if (paint.overlaid) return { trusted: false, reason: 'something is laid over the page' }
  if (paint.imageShare > mostPictured) return { trusted: false, reason: 'pictures take up much of the page' }
  if (words.length < leastWords) return { trusted: false, reason: 'too few words' }
  const text = words.join(' ')
  const characters = text.replaceAll(' ', '').length
  if (count(text, unmapped) > mostUnmapped * characters) return { trusted: false, reason: 'glyphs without characters' }
  const lettered = words.filter((word) => /\p{L}{3}/u.test(word))
  if (lettered.filter((word) => brokenWord.test(word)).length > mostBrokenWords * lettered.length) {
    return { trusted: false, reason: 'marks in place of letters' }
  }
  const { share, runs } = measureSwedish(text)
  if (runs < leastRuns) return { trusted: false, reason: 'too few letters to judge' }
  if (share < leastSwedish) return { trusted: false, reason: 'does not look like Swedish' }
  const lower = text.toLowerCase()
  const letters = count(lower, /\p{L}/gu)
  if (letters >= lettersForRings && count(lower, /[åäö]/gu) < leastRings * letters) {
    return { trusted: false, reason: 'å ä ö are missing' }
  }
  if (letters >= lettersForPairs && count(lower, drawnAsOne) < leastPairs * letters) {
    return { trusted: false, reason: 'ligatures are missing' }
  }
  return { trusted: true }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
