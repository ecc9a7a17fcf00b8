/** Digits that a reader takes for each other, by the digit printed. */
const CONFUSED: Readonly<Record<string, string>> = {
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
  if (printed === '0' && read.length === 1) return { fault: 'mark read for nought', cost: 1.5 }
  if (printed.length === read.length) {
    const at = [...printed].flatMap((digit, index) => (digit === read[index] ? [] : [index]))
    if (at.length !== 1) return undefined
    const likely = CONFUSED[printed[at[0]!]!]?.includes(read[at[0]!]!) ?? false
    return { fault: 'digit misread', cost: likely ? 1 : 2.5 }
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
    if (doubled) return { fault: what === 'lost' ? 'one of two like digits lost' : 'digit doubled', cost: 1 }
    const place = index === 0 ? 'leading' : index === longer.length - 1 ? 'last' : 'middle'
    return { fault: `${place} digit ${what}`, cost: index === 0 ? 1 : 1.5 }
  }
  return undefined
}

/** Every amount that a reader may have turned into `read` by one slip, each with the cheapest such slip. */
export function possibleOriginals(read: number): { value: number; slip: Slip }[] {
  const digits = String(Math.abs(read))
  const sign = read < 0 ? -1 : 1
  const originals = new Set<number>([-read])
  for (let at = 0; at <= digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++) {
      originals.add(sign * Number(digits.slice(0, at) + digit + digits.slice(at)))
      if (at < digits.length) originals.add(sign * Number(digits.slice(0, at) + digit + digits.slice(at + 1)))
    }
    if (at < digits.length && digits.length > 1)
      originals.add(sign * Number(digits.slice(0, at) + digits.slice(at + 1)))
  }
  return [...originals].flatMap((value) => {
    const original = value === 0 ? 0 : value
    const slip = slipBetween(original, read)
    return slip ? [{ value: original, slip }] : []
  })
}
