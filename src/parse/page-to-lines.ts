import type { Page } from '../model/page.js'
import { believedLook } from './believed-look.js'
import type { Line } from './line.js'
import { pageHalves } from './page-halves.js'
import { linesOnSheet, sheetToPages } from './sheet-to-pages.js'
import { textToLines } from './text-to-lines.js'
import { wordsToRows } from './words-to-rows.js'

/** A foot or head stands at least this many heights of a line from the text. */
const FOOT_GAP = 4
// "Sida 16", "- Sida 17", "9(16)", "12"
const PAGE_NUMBER = /^(?:[-–]\s*)?sid(?:a|an)?\.?\s*\d{1,3}(?:\s*(?:av|\()\s*\d{1,3}\)?)?(?:\s*[-–])?$/i

/** A page's number at its foot or head, with what specks stand beside it: "7 (8)", "6 (8) N", "- 12 -". */
function isPageNumber(line: Line, index: number, all: readonly Line[]): boolean {
  const isNumberOf = (text: string) => /^\d{1,3}\s?\(\d{1,3}\)$/.test(text)
  if (isNumberOf(line.text)) return true
  const atFoot = index === all.length - 1 && line.gap > FOOT_GAP
  const atHead = index === 0 && (all[1]?.gap ?? 0) > FOOT_GAP
  // "20) Cd", which another reading has as "8(9)"
  if (index === all.length - 1 && line.text.length <= 10 && line.words.some(({ second }) => isNumberOf(second ?? '')))
    return true
  return (atFoot || atHead) && line.text.length <= 10 && !/\p{L}{3}/u.test(line.text) && !/\d{4}/.test(line.text)
}

/** The printed lines of a sheet in reading order, without numbers of pages, apart for each of the pages that lie on it. */
export function pageToLines(sheet: Page): Line[][] {
  if (sheet.kind === 'plain') return [textToLines(sheet).filter((line) => !PAGE_NUMBER.test(line.text))]
  return sheetToPages(sheet).map(({ page: own, words, toSheet }) => {
    const lines = pageHalves(words.map(believedLook))
      .flatMap((half) => wordsToRows(own, half))
      .filter((line, index, all) => !PAGE_NUMBER.test(line.text) && !isPageNumber(line, index, all))
    return linesOnSheet(lines, toSheet)
  })
}
