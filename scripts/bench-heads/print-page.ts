import type { PicturePage, Word } from '../../src/model/page.js'
import type { DrawnHeads } from './write-heads.js'

/** Print of ten points on A4, as shares of the page's width; heights as shares of its height. */
const LETTER = { width: 0.0085, space: 0.0048, height: 0.0092 }
const LEADING = 0.0165
const MARGIN = 0.09

/** A page's content: words at the margin, or a table. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly isBold?: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'table'; readonly table: PrintedTable }

/** A table ready to be laid out: figures are already text. */
export interface PrintedTable {
  readonly title: string
  /** Whether the title stands on the first line of the heads. */
  readonly isBeside: boolean
  readonly heads: DrawnHeads
  /** What stands at the margin on the last line of the heads. */
  readonly corner: string
  /** The head of the column of notes; absent where the table has none. */
  readonly note?: string
  readonly align: 'right' | 'centre' | 'left'
  /** Whether a blank line follows the title and the heads. */
  readonly isAiry: boolean
  readonly rows: readonly { readonly label: string; readonly note: string; readonly figures: readonly string[] }[]
}

type Placed = { readonly text: string; readonly left: number; readonly isBold?: boolean }

const widthOf = (text: string, scale: number) =>
  [...text].reduce((sum, letter) => sum + (letter === ' ' ? LETTER.space : LETTER.width), 0) * scale

/** The words of blocks set one below the other on a page that a text layer tells to the letter. */
export function printPage(blocks: readonly Block[], number: number): PicturePage {
  const lines = blocks.flatMap((block): { pieces: Placed[]; scale: number }[] => {
    if (block.kind === 'gap') return [{ pieces: [], scale: 1 }]
    if (block.kind === 'text')
      return [{ pieces: [{ text: block.text, left: MARGIN, ...(block.isBold ? { isBold: true } : {}) }], scale: 1 }]
    return layTable(block.table)
  })
  const words = lines.flatMap(({ pieces, scale }, line) =>
    pieces.flatMap((piece) => wordsOf(piece, 0.07 + line * LEADING, scale)),
  )
  return {
    ...{ kind: 'picture', number, width: 2480, height: 3508, source: 'text_layer', turned: 0, issues: [] },
    readings: [{ reader: 'drawn', words }],
  }
}

function wordsOf({ text, left, isBold }: Placed, y0: number, scale: number): Word[] {
  let x0 = left
  return text.split(' ').flatMap((word) => {
    const x1 = x0 + widthOf(word, scale)
    const box = { x0, x1, y0, y1: y0 + LETTER.height * scale }
    x0 = x1 + LETTER.space * scale
    if (word === '') return []
    return [{ text: word, raw: word, box, confidence: 1, alternatives: [], ...(isBold ? { bold: true } : {}) }]
  })
}

function layTable(table: PrintedTable): { pieces: Placed[]; scale: number }[] {
  const { title, isBeside, heads, corner, note, align, isAiry, rows } = table
  const count = rows[0]?.figures.length ?? 0
  const labels = [corner, ...(isBeside ? [title] : []), ...rows.map(({ label }) => label)]
  const first = Math.max(...labels.map((text) => widthOf(text, 1))) + 0.02
  const noteWidth = note === undefined ? 0 : Math.max(widthOf(note, 1), widthOf('12', 1)) + 0.02
  const widths = Array.from({ length: count }, (_, at) => {
    const own = rows.map(({ figures }) => figures[at] ?? '')
    const over = heads.lines.flat().filter(({ from, to }) => from === at && to === at)
    return Math.max(...[...own, ...over.map(({ text }) => text)].map((text) => widthOf(text, 1)))
  })
  const gap = 0.025
  const natural = first + noteWidth + widths.reduce((sum, width) => sum + width + gap, 0)
  const scale = Math.min(1, (1 - 2 * MARGIN) / natural)
  // what is left over lies between the labels and the figures
  const right = MARGIN + natural * scale + Math.min(0.15, 1 - 2 * MARGIN - natural * scale)
  const edges = widths.map(
    (_, at) => right - widths.slice(at + 1).reduce((sum, width) => sum + (width + gap) * scale, 0),
  )
  const leftOf = (at: number) => edges[at]! - widths[at]! * scale
  const place = (text: string, from: number, to: number): Placed => {
    const own = widthOf(text, scale)
    if (from !== to || align === 'centre') return { text, left: (leftOf(from) + edges[to]! - own) / 2 }
    return { text, left: align === 'left' ? leftOf(from) : edges[to]! - own }
  }
  const noteAt = leftOf(0) - noteWidth * scale
  const headLines = heads.lines.map((line, index) => [
    ...(index === heads.lines.length - 1 && corner !== '' ? [{ text: corner, left: MARGIN }] : []),
    ...(index === heads.lines.length - 1 && note !== undefined && note !== '' ? [{ text: note, left: noteAt }] : []),
    ...line.map(({ text, from, to }) => place(text, from, to)),
  ])
  const titled = { text: title, left: MARGIN, isBold: true }
  const [opening = [], ...others] = headLines
  const top = isBeside ? [[titled, ...opening], ...others] : [[titled], ...(isAiry ? [[]] : []), ...headLines]
  const body = rows.map(({ label, note: own, figures }) => [
    { text: label, left: MARGIN },
    ...(note !== undefined && own !== '' ? [{ text: own, left: noteAt }] : []),
    ...figures.flatMap((text, at) => (text === '' ? [] : [{ text, left: edges[at]! - widthOf(text, scale) }])),
  ])
  return [...top, ...(isAiry ? [[]] : []), ...body].map((pieces) => ({ pieces, scale }))
}
