import { isHeadText } from './column-heads.js'
import { findDates } from './find-dates.js'

// "2019-01-01", "-2019-12-31", "tkr Not UB 2013-12-31": the heads of columns, where they stand on the line of the heading
const HEADS =
  /\s(?:(?:belopp i )?t?kr\.?\s*)?(?:not(?:er)?\.?\s+)?(?:[-–—~]\s?(?=(?:19|20)\d\d-\d\d-\d\d))?(?:(?:utfall|bokslut|budget|ub)\s+)?(?:(?:19|20)\d\d(?:[-–/]\d\d){0,2}|\d{6}|\d\d-?\d\d ?[-–] ?\d\d-?\d\d)(?:\s.*)?$/iu

// "för tiden 1 juli", "per den 31 december": the year behind it is of one date with it, but in "31 december 2008 2007"
const DAY_AND_MONTH =
  /\b\d{1,2}\.? ?(?:jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/iu
const YEARS_IN_A_ROW = /^\s*(?:19|20)\d\d (?:19|20)\d\d\b/

/** A title parted from the heads of columns on its own line; `rest` is empty where there are none. */
export function titleAndHeads(text: string): { title: string; rest: string } {
  const at = findHeads(text)
  const [first, second] = findDates(text, true)
  // "20201231 20191231", "31.12.20 31.12.19": dates in any form, and nothing else behind them
  if (at === undefined && first && second && isHeadText(text.slice(first.at)))
    return { title: text.slice(0, first.at).trim(), rest: text.slice(first.at).trim() }
  if (at === undefined) return { title: text.trim(), rest: '' }
  return { title: text.slice(0, at).trim(), rest: text.slice(at).trim() }
}

/** Where the heads of columns begin; undefined where there are none: a date in words is not parted from its year. */
function findHeads(text: string): number | undefined {
  const spaced = ` ${text}`
  for (let from = 0; ; from++) {
    const found = HEADS.exec(spaced.slice(from))
    if (!found) return undefined
    from += found.index
    if (!DAY_AND_MONTH.test(spaced.slice(0, from)) || YEARS_IN_A_ROW.test(found[0])) return Math.max(0, from - 1)
  }
}

/** Whether a text ends with heads of columns. */
export function endsWithHeads(text: string): boolean {
  return HEADS.test(text)
}
