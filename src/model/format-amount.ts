import type { Status } from '../model/check.js'

const thinSpace = '\u2009'

/** The mark that stands after a figure for what is known of it. */
export const markOf: Readonly<Record<Status, string>> = {
  verified: '✓',
  repaired: '~',
  reviewed: '•',
  unverified: '?',
  suspect: '!',
}

/** What the marks mean, in one line. */
export const legend = '✓ verified   ~ repaired   • reviewed   ? unverified   ! suspect'

/** An amount as printed in Swedish: thousands apart by a thin space, decimals after a comma, a true minus. */
export function formatAmount(amount: number, decimals = 0): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, thinSpace)
  const fraction = decimals === 0 ? '' : `,${digits.slice(-decimals)}`
  return `${amount < 0 ? '−' : ''}${whole}${fraction}`
}

/** A checked amount, which may be a fraction such as 65.3, in the same form; `–` where there is none. */
export function formatNumber(value: number | null): string {
  if (value === null) return '–'
  if (Number.isInteger(value)) return formatAmount(value)
  const fraction = String(Math.round(Math.abs(value) * 1e6) / 1e6).split('.')[1] ?? ''
  return formatAmount(Math.round(value * 10 ** fraction.length), fraction.length)
}
