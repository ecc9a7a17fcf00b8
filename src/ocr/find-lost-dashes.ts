import { cleanWord, isNumeric } from './clean-word.js'
import { findStrokes, isMinus, type Stroke } from './minus-strokes.js'
import type { Picture } from './picture.js'
import type { PixelBox, ReadWord } from './reader.js'

/** All in heights of the figure; what stands nearer before it is looked for with its digits. */
const gap = { least: 2, behindWord: 0.3, beforeFigure: 1.1 }
/** How far up and down from the line between a figure and the word before it the space must be clear, in heights. */
const clear = 0.5
const sameLine = 0.6
/** Dashes that begin or end within so many heights of each other stand alike; one alone may be a speck. */
const alike = { within: 0.6, least: 2 }
/** How many times as long as it is thick a dash is at least, and with how much of its ink a stroke is a speck beside it. */
const leastLength = 1.5
const speck = 0.25

/** A stroke in the space before a figure, and the line that they stand on, as high as the figure is. */
interface LostDash {
  readonly stroke: Stroke
  readonly figure: PixelBox
  readonly height: number
}

/**
 * The dashes far before figures that a reading of the whole page left out, as words as high as their figures: signs at
 * the left edges of wide cells, and empty cells. The reader takes ink that stands so alone for specks. A dash is one
 * that stands under or over another, read or not, with nothing but dashes between the figure and the word before it.
 */
export function findLostDashes(page: Picture, inkBelow: number, words: readonly ReadWord[]): ReadWord[] {
  const found = words.filter(isFigure).flatMap((word) => dashesBefore(word, words, page, inkBelow))
  const read = words.filter(({ text }) => cleanWord(text) === '-').map(({ box }) => box)
  const places = [...found.map(({ stroke }) => stroke), ...read]
  return found
    .filter(
      ({ stroke, height }) => places.filter((one) => isAlike(one, stroke, alike.within * height)).length >= alike.least,
    )
    .map(toWord)
}

function isFigure({ text }: ReadWord): boolean {
  return isNumeric(cleanWord(text)) && /^\d/u.test(text)
}

function isAlike(a: PixelBox | Stroke, b: Stroke, within: number): boolean {
  return Math.abs(a.x0 - b.x0) <= within || Math.abs(a.x1 - b.x1) <= within
}

function dashesBefore(word: ReadWord, words: readonly ReadWord[], page: Picture, inkBelow: number): LostDash[] {
  const figure = word.box
  const height = figure.y1 - figure.y0
  const middle = middleOf(figure)
  const before = words
    .filter(({ box }) => box.x0 < figure.x0 && Math.abs(middleOf(box) - middle) < sameLine * height)
    .reduce<PixelBox | undefined>((last, { box }) => (last && last.x1 >= box.x1 ? last : box), undefined)
  if (!before || figure.x0 - before.x1 < gap.least * height) return []
  const drop = (middle - middleOf(before)) / (figure.x0 - before.x1)
  const lineAt = (x: number) => {
    const at = middle - drop * (figure.x0 - x)
    return { y0: at - height / 2, y1: at + height / 2 }
  }
  const [top, bottom] = [Math.min(middle, middleOf(before)), Math.max(middle, middleOf(before))]
  const strokes = findStrokes(
    page,
    {
      x0: Math.round(before.x1 + gap.behindWord * height),
      x1: Math.round(figure.x0 - gap.beforeFigure * height),
      y0: Math.max(0, Math.round(top - clear * height)),
      y1: Math.min(page.height, Math.round(bottom + clear * height)),
    },
    inkBelow,
  )
  const dashes = strokes.filter((stroke) => isMinus(stroke, lineAt((stroke.x0 + stroke.x1) / 2), leastLength))
  const most = Math.min(...dashes.map(({ ink }) => ink)) * speck
  const isClear = strokes.every((stroke) => dashes.includes(stroke) || stroke.ink <= most)
  return isClear ? dashes.map((stroke) => ({ stroke, figure, height })) : []
}

function middleOf({ y0, y1 }: PixelBox): number {
  return (y0 + y1) / 2
}

function toWord({ stroke, figure }: LostDash): ReadWord {
  const box = { x0: stroke.x0, x1: stroke.x1 + 1, y0: figure.y0, y1: figure.y1 }
  return { text: '-', confidence: 1, box, characters: [{ text: '-', confidence: 1, box, choices: [] }] }
}
