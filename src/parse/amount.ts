/** What a printed figure says: `decimals` of the digits of `value` stand after the comma. */
export interface ReadAmount {
  readonly value: number
  readonly decimals: number
  readonly percent: boolean
  /** True where characters that are no digits had to be taken for digits. */
  readonly guessed: boolean
}

const DASHES = '\\-–—−‐‑~=«_'
// "-", "–", "--", "- -": a dash alone is a printed nil
const NIL = new RegExp(`^[${DASHES}](?:\\s*[${DASHES}])*$`)
// "-1 234", "(1 234)", "1 234-", "+4", "59 %", "1.234.567", "1 908 311,21", "972:50", "517 810:-", "1.234,-"
const FIGURE = new RegExp(
  `^(?<open>\\()?\\s*(?<sign>[${DASHES}+]{1,3})?\\s*(?<digits>\\d[\\d .,'\u00a0\u2009]*?(?::\\d\\d)?)\\s*(?:[:,]\\s?[-–—])?\\s*(?<after>[${DASHES}])?\\s*(?<close>\\))?\\s*(?<percent>%)?$`,
)
// "1 234,50": a comma with one or two digits at the end stands before decimals
const DECIMALS = /^(?<whole>\d[\d '\u00a0\u2009.]*?),\s?(?<fraction>\d{1,2})$/
// "1.234:50": a colon with two behind whole groups; in "80 7:33" it is a speck
const COLON_DECIMALS = /^(?<whole>\d{1,3}(?:[ '\u00a0\u2009.]\d{3})*|\d+):(?<fraction>\d\d)$/
// "12.5", "1 234.50", "1,234,567.89", "1234567.89", "6.252.993.92": so does a point behind which no group of three stands
const POINT_DECIMALS = /^(?<whole>\d{1,3}(?:[ '\u00a0\u2009.,]\d{3})*|\d{4,})\.(?<fraction>\d{1,2})$/
// "2016:10", "2009.12": a number of a law or rule, a month
const NUMBERED = /^(?:19|20)\d\d[:.]\d\d$/
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', B: '8' }

/** No printed figure is longer, in characters. */
const LONGEST_FIGURE = 40

/** Whether the text is a dash that stands for nothing. */
export function isNil(text: string): boolean {
  return text.length <= LONGEST_FIGURE && NIL.test(text.trim())
}

/** Takes letters that look like digits for digits, where digits stand beside them. */
function digitsForLookalikes(text: string): string {
  const digits = text.replace(/\D/g, '').length
  const strange = text.replace(/[\d\s.,()%+\-–—−~=«_']/g, '')
  if (strange.length === 0 || strange.length > digits) return text
  return text.replace(/[OolI|SB]/g, (letter) => LOOKALIKES[letter] ?? letter)
}

/** Reads one printed figure; undefined where the text is none. A dash alone is 0. */
export function readAmount(text: string): ReadAmount | undefined {
  const trimmed = text.trim().replace(/\s{2,}/g, ' ')
  if (trimmed.length > LONGEST_FIGURE) return undefined
  if (isNil(trimmed)) return { value: 0, decimals: 0, percent: false, guessed: false }
  const plain = digitsForLookalikes(trimmed)
  const match = FIGURE.exec(plain)?.groups
  if (!match || NUMBERED.test(plain)) return undefined
  const printed = (match.digits ?? '').trim()
  const forms = [DECIMALS, COLON_DECIMALS, POINT_DECIMALS]
  const parts = forms.map((form) => form.exec(printed)?.groups).find((groups) => groups !== undefined)
  const fraction = parts?.fraction ?? ''
  const whole = parts?.whole ?? printed
  const digits = whole.replace(/\D/g, '') + fraction
  if (digits.length === 0 || digits.length > 15) return undefined
  const sign = match.sign !== undefined && match.sign !== '+' ? -1 : 1
  const negative = sign === -1 || match.after !== undefined || (match.open !== undefined && match.close !== undefined)
  const size = Number(digits)
  return {
    value: negative && size !== 0 ? -size : size,
    decimals: fraction.length,
    percent: match.percent !== undefined,
    guessed: plain !== trimmed,
  }
}

// "1 234 567", "1234 567": what stands behind a space is a group of three
const GROUPED = /^\d+(?: \d{3})*$/

/** Whether the digits stand as a printer sets them: groups of three behind each space, no zero in front. */
export function isWellGrouped(text: string): boolean {
  const digits = text.replace(/^[(\s\-–—−‐‑~=«_+]+|[:,]?[)\s\-–—−%]+$/g, '').replace(/,\d{1,2}$|[.:]\d\d$/, '')
  if (/^\d+$/.test(digits)) return digits === '0' || !digits.startsWith('0')
  return GROUPED.test(digits.replace(/[.'\u00a0\u2009]/g, ' ')) && !digits.startsWith('0')
}
