import { cleanWord, isMadeOfFigures } from './clean-word.js'
import type { Glyph, TextLine } from './find-text-lines.js'
import { moveWord } from './move-word.js'
import type { Picture } from './picture.js'
import type { PixelBox, Reader, ReadWord } from './reader.js'

/** All in heights of a run of glyphs. */
const widest = { space: 1.5, besideWord: 1.5, drop: 4, offEdge: 0.6 }
/** A column has so many cells that end at one edge. */
const leastCells = 3
/** Around the patch that is read: to the left there may be a minus. */
const around = { left: 1.2, right: 0.5, up: 0.4 }
/** What is read with less is no print, but strokes of a pen. */
const leastConfidence = 0.7
/** So many of a column's words are figures, and no fewer than this share: heads stand over them, and words nowhere else. */
const figures = { least: 3, share: 0.6 }
/** A page on which more runs were not read holds a picture or handwriting. */
const mostRuns = 60
const white = 255

/** Glyphs side by side that no word of a reading covers. */
type Run = readonly Glyph[]

/**
 * The columns of figures that a reading of the whole page dropped, each read by itself: the mode that reads columns of
 * text may take one beside others for an edge of the paper.
 */
export async function readLostColumns(
  page: Picture,
  lines: readonly TextLine[],
  words: readonly ReadWord[],
  reader: Reader,
): Promise<ReadWord[]> {
  const found: ReadWord[] = []
  for (const column of findLostColumns(lines, words)) {
    const box = boxAround(column.flat(), words, page)
    const read = await reader.read(cutUnread(page, box, words), { language: 'swe', mode: 6 })
    const sure = read.filter(({ confidence }) => confidence >= leastConfidence)
    const told = sure.filter(({ text }) => isMadeOfFigures(cleanWord(text))).length
    if (told >= figures.least && told >= figures.share * sure.length)
      found.push(...sure.map((word) => moveWord(word, box)))
  }
  return found
}

/** The columns of glyphs that no word covers, from the top: cells under one another, most of which end at one edge. */
export function findLostColumns(lines: readonly TextLine[], words: readonly ReadWord[]): Run[][] {
  const runs = lines.flatMap((line) => findRuns(line, words)).sort((a, b) => topOf(a) - topOf(b))
  if (runs.length > mostRuns) return []
  const columns: Run[][] = []
  for (const run of runs) {
    const column = columns.find((one) => isUnder(run, one.at(-1)!))
    if (column) column.push(run)
    else columns.push([run])
  }
  return columns.filter((column) => {
    const edges = column.map((run) => run.at(-1)!.x1).sort((a, b) => a - b)
    const edge = edges[edges.length >> 1]!
    const atEdge = column.filter((run) => Math.abs(run.at(-1)!.x1 - edge) <= widest.offEdge * heightOf(run))
    return atEdge.length >= leastCells && atEdge.length > column.length / 2
  })
}

/** The runs of glyphs in a line that no word covers, and that stand apart from all words. */
function findRuns({ glyphs, y0, y1 }: TextLine, words: readonly ReadWord[]): Run[] {
  const near = words.filter(({ box }) => box.y0 <= y1 && box.y1 >= y0)
  const runs: Glyph[][] = []
  let isOpen = false
  for (const glyph of glyphs) {
    const isRead = near.some(({ box }) => box.x0 <= glyph.x1 && box.x1 >= glyph.x0)
    const last = runs.at(-1)?.at(-1)
    if (isRead) isOpen = false
    else if (isOpen && last && glyph.x0 - last.x1 <= widest.space * (glyph.y1 - glyph.y0 + 1)) runs.at(-1)!.push(glyph)
    else {
      runs.push([glyph])
      isOpen = true
    }
  }
  return runs.filter((run) => {
    const apart = widest.besideWord * heightOf(run)
    return !near.some(({ box }) => box.x0 <= run.at(-1)!.x1 + apart && box.x1 >= run[0]!.x0 - apart)
  })
}

function isUnder(run: Run, above: Run): boolean {
  const isBelow = topOf(run) - above[0]!.y1 <= widest.drop * heightOf(above) && topOf(run) > topOf(above)
  return isBelow && run[0]!.x0 <= above.at(-1)!.x1 && run.at(-1)!.x1 >= above[0]!.x0
}

function topOf(run: Run): number {
  return run[0]!.y0
}

function heightOf(run: Run): number {
  return Math.max(...run.map(({ y0, y1 }) => y1 - y0 + 1))
}

function boxAround(glyphs: readonly Glyph[], words: readonly ReadWord[], { width, height }: Picture): PixelBox {
  const tall = heightOf(glyphs)
  const [x0, x1] = [Math.min(...glyphs.map((one) => one.x0)), Math.max(...glyphs.map((one) => one.x1))]
  const [y0, y1] = [Math.min(...glyphs.map((one) => one.y0)), Math.max(...glyphs.map((one) => one.y1))]
  const before = words.filter(({ box }) => box.y0 <= y1 && box.y1 >= y0 && box.x1 < x0).map(({ box }) => box.x1 + 1)
  return {
    x0: Math.floor(Math.max(0, x0 - around.left * tall, ...before)),
    x1: Math.ceil(Math.min(width, x1 + 1 + around.right * tall)),
    y0: Math.floor(Math.max(0, y0 - around.up * tall)),
    y1: Math.ceil(Math.min(height, y1 + 1 + around.up * tall)),
  }
}

/** A patch of the page, white where a word of it was read. */
function cutUnread({ width, data, dpi }: Picture, { x0, x1, y0, y1 }: PixelBox, words: readonly ReadWord[]): Picture {
  const wide = x1 - x0
  const cut = new Uint8Array(wide * (y1 - y0))
  for (let y = y0; y < y1; y++) cut.set(data.subarray(y * width + x0, y * width + x1), (y - y0) * wide)
  for (const { box } of words) {
    const [left, right] = [Math.max(x0, Math.floor(box.x0)), Math.min(x1, Math.ceil(box.x1) + 1)]
    if (left >= right) continue
    for (let y = Math.max(y0, Math.floor(box.y0)); y < Math.min(y1, box.y1 + 1); y++)
      cut.fill(white, (y - y0) * wide + left - x0, (y - y0) * wide + right - x0)
  }
  return { width: wide, height: y1 - y0, data: cut, dpi }
}
