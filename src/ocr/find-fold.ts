import type { Picture } from './picture.js'
import type { ReadWord } from './reader.js'

/** A sheet this much wider than it is high may hold two pages side by side. */
const landscape = 1.2
/** All as shares of the sheet's width: where the fold may lie, and the empty space that two inner margins make. */
const [earliest, latest] = [0.44, 0.56]
const leastGutter = 0.045
/** Share of a column's height that specks may take up. */
const speckled = 0.003
/** Lines begin this near to a page's left edge of print, as a share of the sheet's width. */
const flush = 0.012
/** Of the lines on either page so many must begin there; cells of a wide table do not. */
const flushShare = 0.4
const leastLines = 5
/** Share of the right page's lines that must begin with a word: rows of a wide table go on with figures. */
const wordShare = 0.4
/** Words whose middles lie within this share of a letter's height stand on one line. */
const sameLine = 0.6
/** Inches: what is closer to one another, on one line, is one piece of print. */
const lineGap = 0.02
/** Inches: what is lower is a speck, not a line. */
const leastHeight = 0.04

/**
 * Where a sheet that holds two pages side by side is folded, as a share of its width; undefined where it is one page.
 * Between the pages nothing is printed, and on each the lines begin at a left edge of their own. The sheet should be
 * level.
 */
export function findFold(picture: Picture, inkBelow: number): number | undefined {
  const { width, height } = picture
  if (width < landscape * height) return undefined
  const gutter = widestGap(columnInk(picture, inkBelow), width, speckled * height)
  if (!gutter || gutter.to - gutter.from < leastGutter * width) return undefined
  const fold = Math.round(Math.max(gutter.from, Math.min(gutter.to, width / 2)))
  const pages = [lineStarts(picture, inkBelow, 0, fold), lineStarts(picture, inkBelow, fold, width)]
  // A cover or the last lines of a report are too few to tell by; the page beside them does.
  const full = pages.filter((starts) => starts.length >= leastLines)
  return full.length > 0 && full.every((starts) => isFlush(starts, flush * width)) ? fold / width : undefined
}

function columnInk({ width, height, data }: Picture, inkBelow: number): Uint32Array {
  const ink = new Uint32Array(width)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) if (data[i]! < inkBelow) ink[x]!++
  }
  return ink
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The widest run of empty columns where a fold may lie, as far as it lies there. */
function widestGap(ink: Uint32Array, width: number, most: number): Span | undefined {
  let best: Span | undefined
  let from = 0
  for (let x = 0; x <= width; x++) {
    if (x < width && ink[x]! <= most) continue
    const gap = { from: Math.max(from, earliest * width), to: Math.min(x, latest * width) }
    if (!best || gap.to - gap.from > best.to - best.from) best = gap
    from = x + 1
  }
  return best
}

/** Whether enough lines begin at the same place. */
function isFlush(starts: readonly number[], near: number): boolean {
  const count = (edge: number): number => starts.filter((start) => Math.abs(start - edge) <= near).length
  return Math.max(...starts.map(count)) >= flushShare * starts.length
}

/** Where each line of print between two columns of pixels begins. */
function lineStarts({ width, height, data, dpi }: Picture, inkBelow: number, x0: number, x1: number): number[] {
  const gap = Math.max(1, Math.round(lineGap * dpi))
  const starts: number[] = []
  let line = { top: 0, bottom: -gap, start: width }
  for (let y = 0; y <= height + gap; y++) {
    if (y - line.bottom > gap) {
      if (line.bottom - line.top >= leastHeight * dpi) starts.push(line.start)
      line = { top: y, bottom: y, start: width }
    }
    let x = x0
    while (y < height && x < x1 && data[y * width + x]! >= inkBelow) x++
    if (y < height && x < x1)
      line = { top: line.start === width ? y : line.top, bottom: y, start: Math.min(line.start, x) }
  }
  return starts
}

/** Whether what was read right of a fold reads as a page of its own: its lines begin with words. */
export function opensWithWords(words: readonly ReadWord[], fold: number): boolean {
  const lines: ReadWord[] = []
  for (const word of words.filter(({ box }) => box.x0 >= fold)) {
    const at = lines.findIndex(({ box }) => Math.abs(middleOf(box) - middleOf(word.box)) < sameLine * (box.y1 - box.y0))
    if (at < 0) lines.push(word)
    else if (word.box.x0 < lines[at]!.box.x0) lines[at] = word
  }
  return lines.filter(({ text }) => /\p{L}{2}/u.test(text)).length >= wordShare * lines.length
}

function middleOf({ y0, y1 }: ReadWord['box']): number {
  return (y0 + y1) / 2
}
