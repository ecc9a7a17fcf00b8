import { cleanWord, isNumeric } from './clean-word.js'
import type { Picture } from './picture.js'
import type { PixelBox, ReadWord } from './reader.js'

/** All in heights of the figure. */
const signWithin = 0.6
const wordBefore = 0.8
const reach = 1.1
const dash = { leastWidth: 0.25, mostWidth: 0.95, mostHeight: 0.24, from: 0.3, to: 0.75 }

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

/** A minus among the ink beside a figure, alone but for specks. */
const leastFull = 0.6
const leastLength = 1.5
/**
 * A thin minus is paler than the digits: where no ink stands before a figure, one is seen so far on the way from ink to
 * paper, longer for its thickness, and so far, in heights, from the paler edge of the first digit.
 */
const paleShare = 0.6
const paleLength = 2
const edge = 0.1
const white = 255

/**
 * Whether the picture shows a minus before a figure where none was read: a short level stroke at half height in the space
 * to the left, with nothing but specks beside it.
 */
export function showsMinusBefore(word: ReadWord, words: readonly ReadWord[], page: Picture, inkBelow: number): boolean {
  const first = word.characters.find(({ text }) => /\d/u.test(text))
  if (!first) return false
  const { y0, y1, x0 } = first.box
  const height = y1 - y0
  if (height < 6) return false
  const nearest = findBefore(words, word, reach * height)
  const left = Math.max(0, Math.round(Math.max(x0 - reach * height, nearest ? nearest.box.x1 + 1 : 0)))
  const before = { x0: left, x1: x0 - 1, y0: Math.max(0, y0), y1 }
  const dark = findStrokes(page, before, inkBelow)
  if (isMinus(dark, before, leastLength)) return true
  if (!dark.every((stroke) => isLevel(stroke, before))) return false
  const clear = { ...before, x1: x0 - Math.ceil(edge * height) }
  return isMinus(findStrokes(page, clear, inkBelow + paleShare * (white - inkBelow)), clear, paleLength)
}

/** Whether the largest of the strokes before a figure is a minus, so many times as long as it is thick at least. */
function isMinus(strokes: readonly Stroke[], before: PixelBox, length: number): boolean {
  const largest = strokes.reduce<Stroke | undefined>(
    (best, one) => (best && best.ink >= one.ink ? best : one),
    undefined,
  )
  if (!largest || !isLevel(largest, before)) return false
  const height = before.y1 - before.y0
  const [width, thickness] = [largest.x1 - largest.x0 + 1, largest.y1 - largest.y0 + 1]
  return (
    width >= dash.leastWidth * height &&
    width <= dash.mostWidth * height &&
    width >= length * thickness &&
    largest.ink >= leastFull * width * thickness &&
    largest.x0 > before.x0
  )
}

/** Whether a stroke is no thicker than a minus, and as high up. */
function isLevel(stroke: Stroke, { y0, y1 }: PixelBox): boolean {
  const height = y1 - y0
  const middle = ((stroke.y0 + stroke.y1) / 2 - y0) / height
  const thickness = stroke.y1 - stroke.y0 + 1
  return thickness <= Math.max(3, dash.mostHeight * height) && middle >= dash.from && middle <= dash.to
}

/** Ink that hangs together: its edges, the last row and column included, and how many pixels it has. */
interface Stroke extends PixelBox {
  readonly ink: number
}

/** The strokes of ink within a window of the picture, as far as they lie in it. */
function findStrokes({ data, width }: Picture, { x0, x1, y0, y1 }: PixelBox, inkBelow: number): Stroke[] {
  const seen = new Set<number>()
  const isInk = (x: number, y: number): boolean =>
    x >= x0 && x < x1 && y >= y0 && y < y1 && data[y * width + x]! < inkBelow && !seen.has(y * width + x)
  const strokes: Stroke[] = []
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (!isInk(x, y)) continue
      const found: number[] = []
      const add = (i: number): void => {
        seen.add(i)
        found.push(i)
      }
      add(y * width + x)
      for (const i of found) {
        const [atX, atY] = [i % width, Math.floor(i / width)]
        for (const dy of [-1, 0, 1])
          for (const dx of [-1, 0, 1]) if (isInk(atX + dx, atY + dy)) add((atY + dy) * width + atX + dx)
      }
      const columns = found.map((i) => i % width)
      strokes.push({
        x0: Math.min(...columns),
        x1: Math.max(...columns),
        y0: y,
        y1: Math.floor(Math.max(...found) / width),
        ink: found.length,
      })
    }
  }
  return strokes
}
