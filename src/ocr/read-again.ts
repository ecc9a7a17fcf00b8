import { StopError } from '../errors.js'
import type { MediaType } from '../model/media-type.js'
import type { DoubtfulPage, PicturePage } from '../model/page.js'
import { lookAgain } from './look-again.js'
import { decodeImage } from './read-image.js'
import type { ReadOptions } from './read-options.js'
import { readPages } from './read-pages.js'
import { drawPdfPage } from './read-pdf.js'
import type { Reader } from './reader.js'

/** Pages with the figures that are in doubt read again from their pictures; one that cannot be read again stays as it was. */
export async function readAgain(
  bytes: Uint8Array,
  mediaType: MediaType,
  doubtful: readonly DoubtfulPage[],
  options: ReadOptions,
): Promise<PicturePage[]> {
  const read = async ({ page, boxes }: DoubtfulPage, reader: Reader): Promise<PicturePage> => {
    const draw = mediaType === 'application/pdf' ? drawPdfPage : decodeImage
    try {
      return await lookAgain(await draw(bytes, page.number), page, boxes, reader)
    } catch (error) {
      if (error instanceof StopError) throw error
      return { ...page, again: [] }
    }
  }
  return readPages(doubtful.length, options, (place, reader) => read(doubtful[place - 1]!, reader))
}
