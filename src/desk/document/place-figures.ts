import type { FigureRow } from '../../store/read-desk.js'

/** A figure found in a line of text: its characters from `start` to before `end`. */
export interface PlacedFigure {
  readonly figure: FigureRow
  readonly line: number
  readonly start: number
  readonly end: number
}

/**
 * Where figures stand in a page of text, by line and then from the left. They come in reading order, so each is looked
 * for after the one before it; one that is not found there is left out.
 */
export function placeFigures(lines: readonly string[], figures: readonly FigureRow[]): PlacedFigure[] {
  const found: PlacedFigure[] = []
  let from = { line: 0, column: 0 }
  for (const figure of figures) {
    const place = findAfter(lines, figure.raw_text, from)
    if (place === undefined) continue
    found.push({ figure, ...place })
    from = { line: place.line, column: place.end }
  }
  return found
}

function findAfter(lines: readonly string[], raw: string, from: { readonly line: number; readonly column: number }) {
  if (raw.trim() === '') return undefined
  // “1 234” is not to be found inside “11 234”
  const whole = new RegExp(
    `(?<![\\d,.])${raw.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}(?![\\d])`,
    'gu',
  )
  for (let line = from.line; line < lines.length; line++) {
    whole.lastIndex = line === from.line ? from.column : 0
    const match = whole.exec(lines[line]!)
    if (match) return { line, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
