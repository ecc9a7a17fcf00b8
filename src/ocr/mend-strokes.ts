import { findIslands } from './find-islands.js'
import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'

/** Inches: what is as high and wide as letters are, some of which touch, and what is a piece of one, larger than dots and specks. */
const letter = { least: 0.05, most: 0.3, widest: 0.6 }
const piece = { least: 0.025, widest: 0.15 }
/** So many pieces to a letter are broken strokes if there are so many letters more once they are mended. */
const leastPieces = 0.7
const leastGrowth = 1.1
/** With fewer letters a page is bare but for dirt. */
const leastLetters = 20

/**
 * A page whose thin strokes a copier or a fax broke to pieces, mended; undefined where strokes are whole. A broken page has
 * nearly one piece of ink lower than letters for each letter that is whole, and more whole letters once the pieces meet:
 * where they are the dots of a shade or a photograph it has fewer.
 */
export async function mendBroken(picture: Picture, inkBelow: number): Promise<Picture | undefined> {
  const { letters, pieces } = countLetters(picture, inkBelow)
  if (letters < leastLetters || pieces < leastPieces * letters) return undefined
  const mended = await spread(toBilevel(picture, inkBelow))
  return countLetters(mended, inkBelow).letters > leastGrowth * letters ? mended : undefined
}

function countLetters(picture: Picture, inkBelow: number): { letters: number; pieces: number } {
  const { dpi } = picture
  let [letters, pieces] = [0, 0]
  for (const { x0, x1, y0, y1 } of findIslands(picture, inkBelow)) {
    const [wide, tall] = [x1 - x0 + 1, y1 - y0 + 1]
    if (tall > letter.most * dpi || wide > letter.widest * dpi) continue
    if (tall >= letter.least * dpi) letters++
    else if (Math.max(wide, tall) >= piece.least * dpi && wide < piece.widest * dpi) pieces++
  }
  return { letters, pieces }
}

/** The same page mended with thinner strokes, for a second reading. */
export function mendThinner(picture: Picture, inkBelow: number): Picture {
  let mended = toBilevel(picture, inkBelow)
  for (let at = 0; at < reachOf(picture); at++) mended = spreadToSides(mended)
  return mended
}

/** Pixels by which strokes are made thicker: a two-hundredth of an inch. */
function reachOf({ dpi }: Picture): number {
  return Math.max(1, Math.floor(dpi / 200))
}

function toBilevel(picture: Picture, inkBelow: number): Picture {
  return { ...picture, data: picture.data.map((value) => (value < inkBelow ? 0 : 255)) }
}

function spread(picture: Picture): Promise<Picture> {
  return sharpToPicture(pictureToSharp(picture).dilate(reachOf(picture)), picture.dpi)
}

/** Spreads ink to what lies beside, over and under it, but not cornerwise. */
function spreadToSides(picture: Picture): Picture {
  const { width, data } = picture
  const out = data.slice()
  for (let i = width; i < data.length - width; i++) {
    out[i] = data[i]! & data[i - 1]! & data[i + 1]! & data[i - width]! & data[i + width]!
  }
  return { ...picture, data: out }
}
