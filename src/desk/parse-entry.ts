/** An amount as a person writes it: the digits as an integer with its sign, and how many stand after the comma. */
export interface Entry {
  readonly amount: number
  readonly decimals: number
}

// −1 234,5 and (1 234) and 1.234.567
const written = /^(?<sign>-)?(?<whole>\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<part>\d{1,6}))?$/

/**
 * Reads an amount as Swedish writes it: thousands apart by any space or by full stops, decimals after a comma, a minus of
 * any length before it or brackets around it. Undefined where it is none.
 */
export function parseEntry(text: string): Entry | undefined {
  const plain = text.replace(/[\s\u00a0\u2009\u202f]+/gu, ' ').trim()
  // (1 234)
  const bracketed = /^\((.+)\)$/.exec(plain)
  const found = written.exec((bracketed?.[1] ?? plain).replace(/^[-−–—] ?/u, '-').trim())
  if (found?.groups === undefined) return undefined
  const { sign, whole = '', part = '' } = found.groups
  if (bracketed && sign) return undefined
  const amount = Number(whole.replace(/[ .]/g, '') + part)
  if (!Number.isSafeInteger(amount)) return undefined
  return { amount: (sign || bracketed) && amount !== 0 ? -amount : amount, decimals: part.length }
}
