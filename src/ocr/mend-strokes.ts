import { findIslands } from './find-text-lines.js'
import type { PageMeasure } from './measure-page.js'
import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'

/** Inches: what is as high as a letter, and what is a piece of one, larger than dots and specks. */
const letter = { least: 0.05, most: 0.3 }
const piece = { least: 0.025, widest: 0.15 }
/** So many pieces to a letter are broken strokes; photographs have more ink. */
const leastPieces = 0.7
const mostInk = 0.1
/** With fewer letters a page is bare but for dirt. */
const leastLetters = 20

/** Ways to make broken strokes thicker: to all sides and corners, or to the four sides alone. */
export type Mending = 'square' | 'cross'

/**
 * Whether a copier or a fax broke the thin strokes of a noisy page to pieces: for each letter that is whole there is nearly
 * one piece of ink lower than letters. Dots of leaders and specks are smaller than such pieces.
 */
export function areStrokesBroken(picture: Picture, { ink, inkBelow }: PageMeasure): boolean {
  if (ink > mostInk) return false
  const { dpi } = picture
  let [letters, pieces] = [0, 0]
  for (const { x0, x1, y0, y1 } of findIslands(picture, inkBelow)) {
    const [wide, tall] = [x1 - x0 + 1, y1 - y0 + 1]
    if (tall > letter.most * dpi) continue
    if (tall >= letter.least * dpi) letters++
    else if (Math.max(wide, tall) >= piece.least * dpi && wide < piece.widest * dpi) pieces++
  }
  return letters >= leastLetters && pieces > leastPieces * letters
}

/** The page in black and white alone, its strokes thicker by about a two-hundredth of an inch, so that their pieces meet. */
export async function mendStrokes(picture: Picture, inkBelow: number, mending: Mending): Promise<Picture> {
  const inked = { ...picture, data: picture.data.map((value) => (value < inkBelow ? 0 : 255)) }
  const times = Math.max(1, Math.floor(picture.dpi / 200))
  if (mending === 'square') return sharpToPicture(pictureToSharp(inked).dilate(times), picture.dpi)
  let thick: Picture = inked
  for (let at = 0; at < times; at++) thick = spreadToSides(thick)
  return thick
}

function spreadToSides(picture: Picture): Picture {
  const { width, data } = picture
  const out = data.slice()
  for (let i = width; i < data.length - width; i++) {
    out[i] = data[i]! & data[i - 1]! & data[i + 1]! & data[i - width]! & data[i + width]!
  }
  return { ...picture, data: out }
}
