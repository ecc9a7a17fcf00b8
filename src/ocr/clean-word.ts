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
