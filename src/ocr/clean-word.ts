// |14 · 215' · :638 · 428_ · "2
const strayStart = /^[|:;"'‘’“”`´_.,*°\\/{}[\]]+(?=[-–—~«−]?\d)/u
const strayEnd = /(?<=[\d%)])[|:;"'‘’“”`´_*°\\{}[\]]+$/u
// –6 · —41 · ~15 · «359 · −1: what readers give for a minus, before digits
const minus = /^[–—~«−‐‑‒=]{1,2}(?=\d)/u
// --41
const doubledMinus = /^-{2,}(?=\d)/u
// 14 · -1 · 12,5 · 59% · (41)
const numeric = /^[-+(]?\d[\d.,]*[)%]?$/u
// 14 · -1 · 2011-12-31 · 222000-1818 · 59,1%
const madeOfFigures = /^[\d\-–—.,()%+]*\d[\d\-–—.,()%+]*$/u
// — · – · ~: a dash that stands alone
const loneDash = /^[–—~−‐‑‒-]{1,2}$/u

// \ud800 · \u0000 · \u202e: half a character, a control, a turn of direction
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\ud800-\udfff\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The text with U+FFFD for what no page prints and no other program takes. */
export function printedText(raw: string): string {
  return raw.replace(unprintable, '\ufffd')
}

/** What a reader gave, as it is used: marks of rules off the edges of figures, any dash before digits a minus. */
export function cleanWord(raw: string): string {
  const text = raw.trim()
  if (loneDash.test(text)) return '-'
  if (!hasDigit(text)) return text
  return text.replace(strayStart, '').replace(strayEnd, '').replace(minus, '-').replace(doubledMinus, '-')
}

/** Whether a word is an amount, or the part of one that stands between two spaces. */
export function isNumeric(text: string): boolean {
  return numeric.test(text)
}

/** Whether a word holds nothing but what dates, numbers and amounts are made of. */
export function isMadeOfFigures(text: string): boolean {
  return madeOfFigures.test(text)
}

/** Whether there is a digit in it. */
export function hasDigit(text: string): boolean {
  return /\d/u.test(text)
}
