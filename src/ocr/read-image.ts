import sharp, { type Metadata } from 'sharp'
import { DocumentError } from '../errors.js'
import type { PicturePage } from '../model/page.js'
import { maxPixels, type Picture, sharpToPicture } from './picture.js'
import type { ReadOptions } from './read-options.js'
import { readPages } from './read-pages.js'
import { readPicture } from './read-picture.js'

/** A picture with more pixels than a page may have is scaled down, up to this many. */
const mostPixelsToScale = 400_000_000
const longSideInches = 11.7

/** The pages of a PNG, JPEG or TIFF file: one, or each of a TIFF's. */
export async function readImage(bytes: Uint8Array, options: ReadOptions): Promise<PicturePage[]> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new DocumentError('unreadable', 'The picture cannot be decoded', error)
    })
  return readPages(metadata.pages ?? 1, options, async (number, reader) => {
    const { picture, damaged } = await decode(bytes, number)
    const page = await readPicture(picture, number, reader, options)
    return damaged ? { ...page, issues: [...page.issues, 'the picture is damaged: read as far as it goes'] } : page
  })
}

/** One page of a picture file, upright; a damaged one as far as it goes. */
export async function decodeImage(bytes: Uint8Array, number: number): Promise<Picture> {
  return (await decode(bytes, number)).picture
}

async function decode(bytes: Uint8Array, number: number): Promise<{ picture: Picture; damaged: boolean }> {
  const input = { page: number - 1, limitInputPixels: false } as const
  const metadata = await sharp(bytes, input).metadata()
  const pixels = metadata.width * metadata.height
  if (pixels > mostPixelsToScale) {
    throw new DocumentError(
      'image-too-large',
      `A picture of ${metadata.width} by ${metadata.height} pixels is too large`,
    )
  }
  const scale = Math.min(1, Math.sqrt(maxPixels / pixels))
  const take = (failOn: 'error' | 'none'): Promise<Picture> => {
    const upright = sharp(bytes, { ...input, failOn })
      .autoOrient()
      .flatten({ background: 'white' })
    const sized = scale < 1 ? upright.resize({ width: Math.floor(metadata.width * scale) }) : upright
    return sharpToPicture(sized, densityOf(metadata) * scale)
  }
  try {
    return { picture: await take('error'), damaged: false }
  } catch {
    return { picture: await take('none'), damaged: true }
  }
}

/** The density as tagged, or as if the page were an A4 where there is no believable tag. */
function densityOf({ density, width, height }: Metadata): number {
  const guessed = Math.max(width, height) / longSideInches
  return density !== undefined && density > 72 && density <= 1200 ? density : guessed
}
