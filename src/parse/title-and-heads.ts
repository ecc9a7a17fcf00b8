import { isHeadText } from './column-heads.js'
import { findDates } from './find-dates.js'

// "2019-01-01", "-2019-12-31", "tkr Not UB 2013-12-31": the heads of columns, where they stand on the line of the heading
const HEADS =
  /\s(?:(?:belopp i )?t?kr\.?\s*)?(?:not(?:er)?\.?\s+)?(?:[-–—~]\s?(?=(?:19|20)\d\d-\d\d-\d\d))?(?:(?:utfall|bokslut|budget|ub)\s+)?(?:(?:19|20)\d\d(?:[-–/]\d\d){0,2}|\d{6}|\d\d-?\d\d ?[-–] ?\d\d-?\d\d)(?:\s.*)?$/iu

/** A title parted from the heads of columns on its own line; `rest` is empty where there are none. */
export function titleAndHeads(text: string): { title: string; rest: string } {
  const heads = HEADS.exec(` ${text}`)
  const [first, second] = findDates(text, true)
  // "20201231 20191231", "31.12.20 31.12.19": dates in any form, and nothing else behind them
  if (!heads && first && second && isHeadText(text.slice(first.at)))
    return { title: text.slice(0, first.at).trim(), rest: text.slice(first.at).trim() }
  if (!heads) return { title: text.trim(), rest: '' }
  const at = Math.max(0, heads.index - 1)
  return { title: ` ${text}`.slice(0, heads.index).trim(), rest: text.slice(at).trim() }
}

/** Whether a text ends with heads of columns. */
export function endsWithHeads(text: string): boolean {
  return HEADS.test(text)
}
