import type { Word } from '../../src/model/page.js'
import { placedTable } from '../../src/parse/placed-table.js'
import { linesOfWords, type PrintedRow, printRows } from './lay-out.js'
import { parsingWords } from './parsing-words.js'

/** The rows as read, `label: figure | figure`, a dot where a column is blank, `(note)` behind the label. */
export function readPlaced(rows: readonly PrintedRow[], edges: readonly number[], mayHoldNotes = true) {
  return readPlacedWords(printRows(rows, edges), mayHoldNotes)
}

/** The same of words that stand where they stand. */
export function readPlacedWords(words: readonly Word[], mayHoldNotes = true) {
  const { entries, heads } = placedTable(linesOfWords(words), null, parsingWords.mendText, mayHoldNotes)
  return {
    heads: heads.map((head) => head.label),
    rows: entries.map(({ label, options: [option] }) => {
      if (!option) return label
      const note = option.noteRef === null ? '' : ` (${option.noteRef})`
      return `${label}${note}: ${option.cells.map((cell) => cell?.raw ?? '.').join(' | ')}`
    }),
  }
}
