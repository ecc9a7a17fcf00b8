import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'
import type { PixelBox } from './reader.js'

/** What can stand in a cell of figures. */
export const figureCharacters = '0123456789-–—,.()%'

const white = 255

/** What the reader is told of a patch, whose letters are as high as those of a page at this density. */
const readingDpi = 300

/** A patch of a picture by itself on white, made so many pixels high and so much wider than that makes it. */
export async function cutPatch(
  { width, data, dpi }: Picture,
  patch: PixelBox,
  { height, stretch }: { readonly height: number; readonly stretch: number },
): Promise<Picture> {
  const [wide, high] = [Math.max(1, patch.x1 - patch.x0), Math.max(1, patch.y1 - patch.y0)]
  const cut = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++) {
    const from = (patch.y0 + y) * width + patch.x0
    cut.set(data.subarray(from, from + wide), y * wide)
  }
  const size = { width: Math.max(1, Math.round((wide * height * stretch) / high)), height }
  const small = pictureToSharp({ width: wide, height: high, data: cut, dpi })
  const enlarged = await sharpToPicture(small.resize({ ...size, fit: 'fill', kernel: 'lanczos3' }), dpi)
  const margin = Math.round(height / 3)
  const around = { top: margin, bottom: margin, left: margin, right: margin }
  return sharpToPicture(
    pictureToSharp(enlarged).extend({ ...around, background: { r: white, g: white, b: white } }),
    readingDpi,
  )
}
