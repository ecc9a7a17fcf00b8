/** Digits that a reader takes for each other, by the digit printed. */
export const CONFUSED: Readonly<Record<string, string>> = {
  '0': '6895',
  '1': '74',
  '2': '7',
  '3': '859',
  '4': '196',
  '5': '36890',
  '6': '5804',
  '7': '12',
  '8': '36095',
  '9': '84035',
}

/** The amounts that a misread last digit would have given. */
export function lastDigitMisreadings(value: number): number[] {
  const sign = value < 0 ? -1 : 1
  const digits = String(Math.abs(value))
  return [...(CONFUSED[digits.at(-1)!] ?? '')].map((digit) => sign * Number(digits.slice(0, -1) + digit))
}

/**
 * How often a slip was seen in 7 970 readings of 4 004 amounts of worn made scans, each read twice, and among how many
 * such slips of a figure of six digits it is one: a lost digit may have been any of nine, a gained one is simply there.
 */
const SEEN: Readonly<Record<string, { times: number; among: number }>> = {
  'digit misread, alike': { times: 30, among: 21 },
  'digit misread, unlike': { times: 2, among: 33 },
  'one of two like digits lost': { times: 6, among: 1 },
  'digit doubled': { times: 4, among: 6 },
  'leading digit lost': { times: 4, among: 9 },
  'leading digit gained': { times: 4, among: 1 },
  'middle digit lost': { times: 2, among: 36 },
  'middle digit gained': { times: 8, among: 4 },
  'last digit lost': { times: 2, among: 9 },
  'last digit gained': { times: 1, among: 1 },
  'mark read for nought': { times: 1, among: 1 },
}

/** No slip is so common, nor any that was seen so rare, that a few sightings could tell. */
const CHEAPEST = 0.8
const DEAREST = 2.5

/** The cost of a slip: 1 for a digit read as one that looks alike, and one more for each tenth part of its odds. */
function costOf(slip: string): number {
  const odds = (name: string) => SEEN[name]!.among / SEEN[name]!.times
  const cost = 1 + Math.log10(odds(slip) / odds('digit misread, alike'))
  return Math.round(10 * Math.min(DEAREST, Math.max(CHEAPEST, cost))) / 10
}

/** How a reader may have made `read` out of `printed`, and what such a slip costs; undefined if it hardly could. */
export type Slip = { fault: string; cost: number }

/** The slip of a reader by which `printed` came out as `read`; the costs order them from common to rare. */
export function slipBetween(printed: number, read: number): Slip | undefined {
  if (printed === read) return undefined
  const [a, b] = [String(Math.abs(printed)), String(Math.abs(read))]
  const signs = Math.sign(printed || 1) === Math.sign(read || 1)
  if (a === b) return { fault: printed < 0 ? 'minus lost' : 'minus gained', cost: 1 }
  const digits = digitSlip(a, b)
  if (!digits) return undefined
  return signs ? digits : { fault: `${digits.fault}, sign`, cost: digits.cost + 1 }
}

function digitSlip(printed: string, read: string): Slip | undefined {
  if (printed === '0' && read.length === 1) return slipNamed('mark read for nought')
  if (printed.length === read.length) {
    const at = [...printed].flatMap((digit, index) => (digit === read[index] ? [] : [index]))
    if (at.length !== 1) return undefined
    const likely = CONFUSED[printed[at[0]!]!]?.includes(read[at[0]!]!) ?? false
    return { fault: 'digit misread', cost: costOf(likely ? 'digit misread, alike' : 'digit misread, unlike') }
  }
  if (printed.length === read.length + 1) return inserted(printed, read, 'lost')
  if (read.length === printed.length + 1) return inserted(read, printed, 'gained')
  return undefined
}

/** `longer` is `shorter` with one digit more: lost by the reader, or gained. */
function inserted(longer: string, shorter: string, what: 'lost' | 'gained'): Slip | undefined {
  for (let index = 0; index < longer.length; index++) {
    if (longer.slice(0, index) + longer.slice(index + 1) !== shorter) continue
    const doubled = longer[index] === longer[index - 1] || longer[index] === longer[index + 1]
    if (doubled) return slipNamed(what === 'lost' ? 'one of two like digits lost' : 'digit doubled')
    const place = index === 0 ? 'leading' : index === longer.length - 1 ? 'last' : 'middle'
    return slipNamed(`${place} digit ${what}`)
  }
  return undefined
}

function slipNamed(fault: string): Slip {
  return { fault, cost: costOf(fault) }
}
