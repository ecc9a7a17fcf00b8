import { cleanWord, isNumeric } from './clean-word.js'
import { findStrokes, isLevel, isMinus, type Stroke } from './minus-strokes.js'
import type { Picture } from './picture.js'
import type { PixelBox, ReadWord } from './reader.js'

/** All in heights of the figure. */
const signWithin = 0.6
const wordBefore = 0.8
const reach = 1.1

/** Joins a dash that was read as a word of its own to the figure right after it, unless something stands before it. */
export function joinSigns(words: readonly ReadWord[]): ReadWord[] {
  const joined = new Set<ReadWord>()
  const out = words.map((word) => {
    if (!isNumeric(cleanWord(word.text)) || word.text.startsWith('-')) return word
    const height = word.box.y1 - word.box.y0
    const before = findBefore(words, word, signWithin * height)
    if (!before || joined.has(before) || cleanWord(before.text) !== '-') return word
    if (findBefore(words, before, wordBefore * height)) return word
    joined.add(before)
    const box = { ...word.box, x0: before.box.x0, y0: Math.min(word.box.y0, before.box.y0) }
    return { ...word, text: `${before.text}${word.text}`, box, characters: [...before.characters, ...word.characters] }
  })
  return out.filter((word) => !joined.has(word))
}

function findBefore(words: readonly ReadWord[], { box }: ReadWord, within: number): ReadWord | undefined {
  const middle = (box.y0 + box.y1) / 2
  return words.find((other) => {
    const gap = box.x0 - other.box.x1
    return gap > -2 && gap <= within && other.box.x0 < box.x0 && isOnLine(other.box, box, middle)
  })
}

function isOnLine(other: PixelBox, box: PixelBox, middle: number): boolean {
  const height = box.y1 - box.y0
  const otherMiddle = (other.y0 + other.y1) / 2
  return Math.abs(otherMiddle - middle) < 0.5 * height
}

/** A minus among the ink beside a figure, alone but for specks: so many times as long as it is thick at least. */
const leastLength = 1.5
/**
 * A thin minus is paler than the digits: where no ink stands before a figure, one is seen so far on the way from ink to
 * paper, longer for its thickness, and so far, in heights, from the paler edge of the first digit.
 */
const paleShare = 0.6
const paleLength = 2
const edge = 0.1
const white = 255
/** In heights of a digit: one whose box is wider may have a minus in it, behind which as much is left for itself. */
const digit = { widest: 0.7, narrowest: 0.25 }

/**
 * Whether the picture shows a minus before a figure where none was read: a short level stroke at half height in the space
 * to the left, with nothing but specks beside it.
 */
export function showsMinusBefore(word: ReadWord, words: readonly ReadWord[], page: Picture, inkBelow: number): boolean {
  const first = word.characters.find(({ text }) => /\d/u.test(text))
  if (!first) return false
  const { y0, y1 } = first.box
  const height = y1 - y0
  if (height < 6) return false
  const x0 = startOfDigit(first.box, page, inkBelow)
  const nearest = findBefore(words, word, reach * height)
  const left = Math.max(0, Math.round(Math.max(x0 - reach * height, nearest ? nearest.box.x1 + 1 : 0)))
  const before = { x0: left, x1: x0 - 1, y0: Math.max(0, y0), y1 }
  const dark = findStrokes(page, before, inkBelow)
  if (isLargestMinus(dark, before, leastLength)) return true
  if (!dark.every((stroke) => isLevel(stroke, before))) return false
  const clear = { ...before, x1: x0 - Math.ceil(edge * height) }
  return isLargestMinus(findStrokes(page, clear, inkBelow + paleShare * (white - inkBelow)), clear, paleLength)
}

/**
 * Where the ink of a figure's first digit begins, in the box that it was read in: a reader that leaves a minus out may
 * count its ink to the digit behind it.
 */
function startOfDigit(first: PixelBox, page: Picture, inkBelow: number): number {
  const height = first.y1 - first.y0
  if (first.x1 - first.x0 <= digit.widest * height) return first.x0
  const strokes = findStrokes(page, first, inkBelow).filter((stroke) => !isLevel(stroke, first))
  const start = Math.min(...strokes.map((stroke) => stroke.x0))
  return first.x1 - start >= digit.narrowest * height ? Math.max(first.x0, start) : first.x0
}

/** Whether the largest of the strokes before a figure is a minus, so many times as long as it is thick at least. */
function isLargestMinus(strokes: readonly Stroke[], before: PixelBox, length: number): boolean {
  const largest = strokes.reduce<Stroke | undefined>(
    (best, one) => (best && best.ink >= one.ink ? best : one),
    undefined,
  )
  return largest !== undefined && isMinus(largest, before, length) && largest.x0 > before.x0
}
