import type { PlainPage } from '../model/page.js'
import type { Line, LineWord } from './line.js'

// "<b>Summa</b>", "<p>", "<sup>2</sup>"
const TAGS = /<\/?[a-z][^<>]{0,40}>/gi
// "**fet**", "## Rubrik", "`kod`"
const MARKS = /\*\*|__|^#{1,6}\s+|`/g

function textToWords(text: string): LineWord[] {
  const words: LineWord[] = []
  for (const match of text.matchAll(/\S+/g)) {
    words.push({
      text: match[0],
      raw: match[0],
      x0: match.index,
      x1: match.index + match[0].length,
      box: null,
      confidence: 1,
      alternatives: [],
      second: undefined,
      bold: false,
      typed: false,
    })
  }
  return words
}

/** Turns a page of archived text into lines, with marks of markup taken off and blank lines counted as space above. */
export function textToLines(page: PlainPage): Line[] {
  const lines: Line[] = []
  let gap = 9
  for (const printed of page.lines) {
    const bare = printed.replace(TAGS, '').replace(MARKS, '')
    if (bare.trim() === '' || /^\s*-{3,}\s*$/.test(bare)) {
      // A row of a table that holds tabs alone is no space.
      gap += 1
      continue
    }
    const text = bare.replace(/[\s_]+/g, ' ').trim()
    const tabs = bare.includes('\t') ? bare.split('\t').map((cell) => cell.trim()) : null
    lines.push({ page: page.number, words: textToWords(text), text, tabs, gap, height: 0, placed: false })
    gap = 0
  }
  return lines
}
