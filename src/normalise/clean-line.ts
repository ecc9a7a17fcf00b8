/** Lines longer than this are no labels, headings or sentences, and are left as they were read. */
export const longestLine = 2000
const rounds = 6

const entities: readonly (readonly [RegExp, string])[] = [
  // Kassa&nbsp;och bank
  [/&(?:nbsp|#160|#xa0);/gi, ' '],
  [/&(?:quot|#34);/gi, '"'],
  [/&(?:apos|#39);/gi, "'"],
  [/&(?:lt|gt);/gi, ' '],
  [/&(?:ndash|mdash|minus);/gi, '–'],
  [/&(?:amp|#38);/gi, '&'],
]

const markup: readonly (readonly [RegExp, string])[] = [
  // <td colspan="2">Summa</td>, <br/>
  [/<\/?[a-z][^<>]{0,200}>/gi, ' '],
  // **Summa tillgångar**, __Not 4__
  [/\*{2,}|_{2,}/g, ' '],
  // ## Resultaträkning
  [/^\s*#{1,6}\s+/, ''],
  [/`+/g, ' '],
]

const glyphs: readonly (readonly [RegExp, string])[] = [
  [/ﬀ/g, 'ff'],
  [/ﬁ/g, 'fi'],
  [/ﬂ/g, 'fl'],
  [/ﬃ/g, 'ffi'],
  [/ﬄ/g, 'ffl'],
  // Soft hyphens, zero-width marks and directions are never printed.
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''],
]

function replaceAll(line: string, replacements: readonly (readonly [RegExp, string])[]): string {
  return replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line)
}

/** Takes markup, odd glyphs and doubled blanks out of a line; cleaning twice is cleaning once. */
export function cleanLine(line: string): string {
  if (line.length > longestLine) return line
  let text = line
  for (let round = 0; round < rounds; round++) {
    const before = text
    text = replaceAll(replaceAll(replaceAll(text.normalize('NFC'), glyphs), entities), markup)
    text = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
    if (text === before) return text
  }
  return text
    .replace(/[<>&*_#`]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const edgeMarks = new Set(' |:;,_\'’`´"”“»«•·…~=¦\\')
const looseMarks = new Set('.-–—')
// Fordringar m.m., Kurser inkl., no "nästa år.", "att betala ut."
const abbreviated =
  /(?:^|[\s.(])(?:(?!år|på|av|om|ut|in)[a-zåäö]{1,2}|inkl|exkl|resp|kostn|int|uppl|förutb|forts|div|övr|avg|just|tot|fastigh|förvaltn)\.$/iu

// —— Lokalhyra, —Lokalhyra
const openingDashes = /^(?:[-–—]{2,} +|—+ *)/
// Ökning (-) /minskning (++)
const doubledPlus = /\(\+{2,}\)/g
// Ökning (+) eller minskning (—), (—-)
const longMinus = /\((?:—|[-–—]{2,})\)/g
// Steget till jobb 16—29
const longDash = /(?<=\d)—(?=\d)/g
// Avgifter, hyror m m.
const partedStops = /(?<= )m m\.$/
// Ökning,/ minskning
const commaAtStroke = /(?<=\p{L}),\s?\/\s?(?=\p{L})/gu

const quotes = new Set('\'’`´"”“»«')

/** Whether a mark at an edge belongs to the label: one of a pair of quotes. */
function isPaired(text: string, at: number, start: number, end: number): boolean {
  if (!quotes.has(text[at]!)) return false
  for (let other = start; other < end; other++) if (other !== at && quotes.has(text[other]!)) return true
  return false
}

/**
 * A cleaned label without dotted leaders and the marks that rules, stamps and specks leave at its edges. A sign that
 * opens it (`+/- Ökning`) is the label's own.
 */
export function cleanLabel(label: string): string {
  const text = cleanLine(label)
    .replace(doubledPlus, '(+)')
    .replace(longMinus, '(–)')
    .replace(longDash, '–')
    .replace(partedStops, 'm.m.')
    .replace(commaAtStroke, '/')
    .replace(openingDashes, '')
  if (text.length > longestLine) return text
  let start = 0
  while (start < text.length && (edgeMarks.has(text[start]!) || text[start] === '.' || text.startsWith('/ ', start))) {
    if (isPaired(text, start, start, text.length)) break
    start++
  }
  let end = text.length
  while (end > start) {
    const last = text[end - 1]!
    const loose = looseMarks.has(last) && (text[end - 2] === ' ' || looseMarks.has(text[end - 2] ?? ' '))
    const stop = last === '.' && !abbreviated.test(text.slice(Math.max(start, end - 12), end))
    const stroke = last === '/' && text[end - 2] === ' '
    if ((!edgeMarks.has(last) && !loose && !stop && !stroke) || isPaired(text, end - 1, start, end)) break
    end--
  }
  return text.slice(start, end)
}
