import { findIslands } from './find-islands.js'
import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'

/** Inches: what is as high and wide as letters are, some of which touch, and what is a piece of one, larger than dots and specks. */
const letter = { least: 0.05, most: 0.3, widest: 0.6 }
const piece = { least: 0.025, widest: 0.15 }
/** So many pieces to a letter are broken strokes if there are so many letters more once they are mended. */
const leastPieces = 0.7
const leastGrowth = 1.1
/** So many are strokes that came apart here and there, if mended letters do not run together as those of whole print do. */
const frayedPieces = 0.2
const frayedGrowth = 0.6
/** With fewer letters a page is bare but for dirt. */
const leastLetters = 20

/** How the strokes of a page came through a copier or a fax; broken ones also as they look when they are mended. */
export type Strokes = { readonly state: 'whole' | 'frayed' } | { readonly state: 'broken'; readonly mended: Picture }

/**
 * Tells broken strokes by their pieces. A broken page has nearly one piece of ink lower than letters for each letter that
 * is whole, and more whole letters once the pieces meet: where they are the dots of a shade or a photograph it has fewer.
 */
export async function seeStrokes(picture: Picture, inkBelow: number): Promise<Strokes> {
  const { letters, pieces } = countLetters(picture, inkBelow)
  if (letters < leastLetters || pieces < frayedPieces * letters) return { state: 'whole' }
  const mended = await spread(toBilevel(picture, inkBelow))
  const growth = countLetters(mended, inkBelow).letters / letters
  if (pieces < leastPieces * letters) return { state: growth > frayedGrowth ? 'frayed' : 'whole' }
  return growth > leastGrowth ? { state: 'broken', mended } : { state: 'whole' }
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
