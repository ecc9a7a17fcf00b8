import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { type Picture, pictureToTiff, sharpToPicture } from './picture.js'
import type { PreparedPage } from './prepare-page.js'

/** Pages of one document as they were made ready, each for the one time that its figures may be looked at again. */
export interface PreparedKeeping {
  keep(number: number, page: PreparedPage): Promise<void>
  /** The page by its number, which is then kept no longer; undefined where it is not kept. */
  take(number: number): Promise<PreparedPage | undefined>
}

/** A picture in few bytes. */
interface Packed {
  readonly tiff: Buffer
  readonly dpi: number
}

interface PackedPage extends Omit<PreparedPage, 'picture' | 'twin'> {
  readonly picture: Packed
  readonly twin: Packed | undefined
}

/** More would be missed in memory sooner than in time. */
const mostBytes = 80_000_000

/** Keeps prepared pages of the document that it was last asked for, as many as take up no more than `most` bytes. */
export function createPreparedStore(most = mostBytes): { of(document: Uint8Array): PreparedKeeping } {
  let current = ''
  let bytes = 0
  const pages = new Map<number, PackedPage>()
  return {
    of(document) {
      const own = createHash('sha256').update(document).digest('hex')
      if (own !== current) {
        pages.clear()
        bytes = 0
      }
      current = own
      return {
        async keep(number, page) {
          const { picture, twin, ...rest } = page
          const packed = { ...rest, picture: await pack(picture), twin: twin && (await pack(twin)) }
          if (own !== current || bytes + sizeOf(packed) > most) return
          pages.set(number, packed)
          bytes += sizeOf(packed)
        },
        async take(number) {
          const packed = own === current ? pages.get(number) : undefined
          if (!packed) return undefined
          pages.delete(number)
          bytes -= sizeOf(packed)
          const { picture, twin, ...rest } = packed
          return { ...rest, picture: await unpack(picture), ...(twin && { twin: await unpack(twin) }) }
        },
      }
    },
  }
}

function sizeOf({ picture, twin }: PackedPage): number {
  return picture.tiff.length + (twin?.tiff.length ?? 0)
}

async function pack(picture: Picture): Promise<Packed> {
  return { tiff: await pictureToTiff(picture), dpi: picture.dpi }
}

function unpack({ tiff, dpi }: Packed): Promise<Picture> {
  return sharpToPicture(sharp(tiff), dpi)
}
