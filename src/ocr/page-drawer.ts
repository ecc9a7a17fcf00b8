import type { MediaType } from '../model/media-type.js'
import { keepPdf } from './kept-pdf.js'
import { paintOfPage } from './page-paint.js'
import { pageToPicture } from './page-picture.js'
import type { Picture } from './picture.js'
import { decodeImage } from './read-image.js'

/** Draws the pages of one document. */
export interface PageDrawer {
  /** A page by its number as a picture, whatever text it holds. Throws where it cannot be drawn. */
  draw(number: number): Promise<Picture>
  close(): Promise<void>
}

/** Draws pages of a PDF, which is opened once, or of a picture file. */
export function createPageDrawer(bytes: Uint8Array, mediaType: MediaType): PageDrawer {
  if (mediaType !== 'application/pdf') return { draw: (number) => decodeImage(bytes, number), async close() {} }
  const pdf = keepPdf(bytes)
  return {
    draw: (number) =>
      pdf.usePage(number, async (page, document, signal) => {
        const { picture } = await pageToPicture(document, page, await paintOfPage(page), signal)
        return picture
      }),
    close: pdf.close,
  }
}
