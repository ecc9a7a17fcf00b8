import { isInBox } from '../model/in-box.js'
import type { Box, Word } from '../model/page.js'
import type { PixelBox } from './reader.js'

/** All in heights of the figure; to the left there may be a minus, or a digit that stands by itself. */
const reach = { left: 1.6, right: 0.35, up: 0.25 }
/** The same to the right where the figure is cut at its column's edge, behind which stands a stroke of a pen. */
const atEdge = 0.1
/** Characters of a word beside the figure that it takes to be one of its own, no mark and no lost digit. */
const leastCharacters = 2
/** A figure that is higher than most of its words by this factor has a stroke of a pen on it. */
const withStroke = 1.5

/** What two edges that are the same may differ by, as a fraction of the page. */
const hair = 1e-6

/**
 * A figure's place on a picture, in pixels, with as much around it as belongs to no other word: as high as most of its
 * words are, since a stroke of a pen hangs below or stands above.
 */
export function patchAround(box: Box, words: readonly Word[], { width, height }: Size): PixelBox {
  // a tall box reaches into the next line
  const isWithin = ({ y0, y1 }: Box) => y0 >= box.y0 - hair && y1 <= box.y1 + hair
  const own = words.filter((word) => isInBox(word, box) && isWithin(word.box) && /\d/.test(word.text))
  const { y0: top, y1: bottom } = withoutStroke(box, own)
  const [x0, x1, y0, y1] = [box.x0 * width, box.x1 * width, top * height, bottom * height]
  const high = y1 - y0
  const beside = words.filter(
    (word) =>
      word.box.y0 < box.y1 && word.box.y1 > box.y0 && word.text.replace(/[^\p{L}\d]/gu, '').length >= leastCharacters,
  )
  const before = beside.filter((word) => word.box.x1 <= box.x0).map((word) => (word.box.x1 * width + x0) / 2)
  const after = beside.filter((word) => word.box.x0 >= box.x1).map((word) => (word.box.x0 * width + x1) / 2)
  const isCut = own.some((word) => word.box.x0 < box.x1 && word.box.x1 > box.x1)
  const right = isCut ? atEdge : reach.right
  return {
    x0: Math.max(0, Math.floor(Math.max(x0 - reach.left * high, ...before))),
    x1: Math.min(width, Math.ceil(Math.min(x1 + right * high, ...after))),
    y0: Math.max(0, Math.floor(y0 - reach.up * high)),
    y1: Math.min(height, Math.ceil(y1 + reach.up * high)),
  }
}

/** How large a picture is, in pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

function withoutStroke(box: Box, words: readonly Word[]): { y0: number; y1: number } {
  const y0 = middleOf(words.map((word) => word.box.y0))
  const y1 = middleOf(words.map((word) => word.box.y1))
  const hasStroke = y0 !== undefined && y1 !== undefined && box.y1 - box.y0 > withStroke * (y1 - y0)
  return hasStroke ? { y0, y1 } : box
}

function middleOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
