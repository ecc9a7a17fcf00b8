import { entriesToRows } from '../../src/parse/entries-to-rows.js'
import type { Entry } from '../../src/parse/entry.js'
import { amount } from './build-report.js'
import { parsingWords } from './parsing-words.js'

/** A printed line: its words, a figure or none, and the space above in heights of a line. */
export type Sketch = readonly [label: string, figure: number | null, gap?: number]

/** The entry that a printed line is. */
export function toEntry([label, figure, gap = 0.3]: Sketch): Entry {
  const options = figure === null ? [] : [{ cells: [amount(figure)], noteRef: null, cost: 0 }]
  return { page: 1, label, options, gap, bold: false, confidence: 1 }
}

/** The rows as `section > label: figure`. */
export function rows(sketches: readonly Sketch[]): string[] {
  return entriesToRows(sketches.map(toEntry), parsingWords).map(
    (row) => `${row.section ? `${row.section} > ` : ''}${row.label ?? '·'}: ${row.options[0]?.cells[0]?.value}`,
  )
}
