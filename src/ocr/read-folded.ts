import { moveWord } from './move-word.js'
import type { Picture } from './picture.js'
import type { Reader, ReadSettings, ReadWord } from './reader.js'

/** Reads a picture; the two pages of a folded sheet one after the other, with boxes in pixels of the sheet. */
export async function readFolded(
  picture: Picture,
  fold: number | undefined,
  settings: ReadSettings,
  reader: Reader,
): Promise<ReadWord[]> {
  if (fold === undefined) return reader.read(picture, settings)
  const at = Math.round(fold * picture.width)
  const left = await reader.read(cutColumns(picture, 0, at), settings)
  const right = await reader.read(cutColumns(picture, at, picture.width), settings)
  return [...left, ...right.map((word) => moveWord(word, { x0: at, y0: 0 }))]
}

function cutColumns({ width, height, data, dpi }: Picture, from: number, to: number): Picture {
  const out = new Uint8Array((to - from) * height)
  for (let y = 0; y < height; y++) out.set(data.subarray(y * width + from, y * width + to), y * (to - from))
  return { width: to - from, height, data: out, dpi }
}
