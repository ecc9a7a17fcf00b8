import { foldLabel } from '../arithmetic/row-kind.js'
import type { Line } from './line.js'

// "2) Verksamhetens kostnader", "12. Eget kapital", "3 Fordringar 2010-12-31 2009-12-31"
const NUMBERED = /^(?<number>\d{1,2})[.:)]?\s+(?<title>\p{L}[^\d]*)/u
// "Avgifter från medlemmar i tusen kronor", "Fordringar (tkr)": the unit behind the title
const UNIT_BEHIND = /[\s,(]+(?:belopp )?(?:i )?(?:tkr|kkr|ksek|mkr|kr|kronor|tusen(?:tal)? kr\p{L}*)\)?\s*$/iu
// "Verksamhetens kostnader Not 2 -15 677 -12 964", "2 Kostnader 15 677", "Kostnader 15 677 12 964 2"
// "Fordringar 2 88:- 89:-", in thousands
const FIGURE = /\d{3}|(?:\s[-–(]?\s?\d{1,2}(?::-|\))?){2}$/

// " Not 1 66 398", " 1 66 398": the reference and the figures of a row
const BEHIND_LABEL = /(?:\s+\(?(?:se )?not\.?)?\s+\d.*$/i

/**
 * Tells whether a line whose number is not said to be a note's opens one all the same: a row over it with the same words
 * points to that number. `at` is the place of the line among all.
 */
export function findPointedNotes(lines: readonly Line[]): (text: string, at: number) => boolean {
  const rows = lines.map(({ text }, index) => {
    if (!FIGURE.test(text)) return []
    const wordsAt = (at: number) => [lines[at]?.text ?? ''].filter((words) => !FIGURE.test(words))
    const overLines = [
      // "Förutbetalda kostnader och" over "upplupna intäkter Not 1 66 398"
      ...wordsAt(index - 1).map((above) => `${above} ${text}`),
      // "Förutbetalda kostnader och upplupna Not 1 66 398" over "intäkter"
      ...wordsAt(index + 1).map((below) => text.replace(BEHIND_LABEL, ` ${below}$&`)),
    ]
    return [text, ...overLines].map(foldLabel)
  })
  return (text, at) => {
    const { number, title } = NUMBERED.exec(text)?.groups ?? {}
    const label = foldLabel((title ?? '').replace(UNIT_BEHIND, ''))
    if (number === undefined || label === '') return false
    const pointing = [`${label} ${number} `, `${label} not ${number} `, `${label} se not ${number} `]
    const led = [`${number} ${label} `, `not ${number} ${label} `]
    const isPointing = (row: string) =>
      [...pointing, ...led].some((one) => row.startsWith(one)) ||
      (row.startsWith(`${label} `) && (row.endsWith(` ${number}`) || row.endsWith(` not ${number}`)))
    return rows.slice(0, at).flat().some(isPointing)
  }
}
