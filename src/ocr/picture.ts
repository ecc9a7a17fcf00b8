import sharp, { type Sharp } from 'sharp'

/** A grey picture, one byte a pixel, 0 black to 255 white, rows from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  /** Pixels to the inch, as far as it is known. */
  readonly dpi: number
}

/** Pixels that are turned together: written across its rows a whole page would run through the memory once for each. */
const tile = 64

/** The most pixels that a page may have; a larger one is scaled down or refused. */
export const maxPixels = 60_000_000

/** A page that is read is kept as well. */
const tiffs = new WeakMap<Picture, Promise<Buffer>>()

sharp.cache(false)
sharp.concurrency(1)

/** A sharp pipeline over the picture's grey pixels. */
export function pictureToSharp(picture: Picture): Sharp {
  return sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 1 } })
}

/** The picture that a sharp pipeline gives, as grey. */
export async function sharpToPicture(pipeline: Sharp, dpi: number): Promise<Picture> {
  const { data, info } = await pipeline.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: takeFirstChannel(data, info.channels), dpi }
}

function takeFirstChannel(data: Buffer, channels: number): Uint8Array {
  if (channels === 1) return new Uint8Array(data.buffer, data.byteOffset, data.length)
  const grey = new Uint8Array(data.length / channels)
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * channels]!
  return grey
}

/** The picture turned clockwise by so many quarters. */
export function turnPicture(picture: Picture, quarters: number): Picture {
  const { width, height, data, dpi } = picture
  const turns = ((quarters % 4) + 4) % 4
  if (turns === 0) return picture
  const out = new Uint8Array(data.length)
  if (turns === 2) {
    for (let i = 0, j = data.length - 1; i < data.length; i++, j--) out[j] = data[i]!
    return { width, height, data: out, dpi }
  }
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const [bottom, right] = [Math.min(height, top + tile), Math.min(width, left + tile)]
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const at = turns === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
          out[at] = data[y * width + x]!
        }
      }
    }
  }
  return { width: height, height: width, data: out, dpi }
}

/** The picture seen in a mirror, left for right. */
export function mirrorPicture(picture: Picture): Picture {
  const { width, height, data, dpi } = picture
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[y * width + (width - 1 - x)] = data[y * width + x]!
  }
  return { width, height, data: out, dpi }
}

/**
 * The picture as a TIFF that tells its density, in whole dots to the inch. Readers take it in less than half the time of
 * a portable greymap, which they read byte by byte; where paper is bare it takes little memory.
 */
export function pictureToTiff(picture: Picture): Promise<Buffer> {
  const known = tiffs.get(picture)
  if (known) return known
  const tiff = packPicture(picture)
  tiffs.set(picture, tiff)
  return tiff
}

function packPicture(picture: Picture): Promise<Buffer> {
  const dotsToTheMillimetre = Math.round(picture.dpi) / 25.4
  const density = { xres: dotsToTheMillimetre, yres: dotsToTheMillimetre }
  return pictureToSharp(picture)
    .toColourspace('b-w')
    .tiff({ compression: 'packbits', ...density })
    .toBuffer()
}

/** So many rows of a picture from one on, or as many as there are. */
export function cutStrip({ width, height, data, dpi }: Picture, top: number, tall: number): Picture {
  const bottom = Math.min(height, top + tall)
  return { width, height: bottom - top, data: data.slice(top * width, bottom * width), dpi }
}
