import { keepPdf } from '../../src/ocr/kept-pdf.js'
import { paintOfPage } from '../../src/ocr/page-paint.js'
import { pageToPicture } from '../../src/ocr/page-picture.js'
import type { Picture } from '../../src/ocr/picture.js'

/** The pictures of a PDF's pages, in order, as they are before anything is done to them. */
export async function* pagePictures(bytes: Uint8Array): AsyncGenerator<Picture> {
  const pdf = keepPdf(bytes)
  try {
    const total = await pdf.countPages()
    for (let number = 1; number <= total; number++) {
      yield await pdf.usePage(number, async (page, document, signal) => {
        const { picture } = await pageToPicture(document, page, await paintOfPage(page), signal)
        return picture
      })
    }
  } finally {
    await pdf.close()
  }
}
