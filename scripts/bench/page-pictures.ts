import { openPdf } from '../../src/ocr/open-pdf.js'
import { readPagePaint } from '../../src/ocr/page-paint.js'
import { pageToPicture } from '../../src/ocr/page-picture.js'
import type { Picture } from '../../src/ocr/picture.js'

/** The pictures of a PDF's pages, in order, as they are before anything is done to them. */
export async function* pagePictures(bytes: Uint8Array): AsyncGenerator<Picture> {
  const pdf = await openPdf(bytes)
  try {
    for (let number = 1; number <= pdf.document.numPages; number++) {
      const page = await pdf.document.getPage(number)
      const { transform, width, height } = page.getViewport({ scale: 1 })
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
      const paint = readPagePaint(await page.getOperatorList(), [a, b, c, d, e, f], width, height)
      const { picture } = await pageToPicture(pdf.document, page, paint, new AbortController().signal)
      page.cleanup()
      yield picture
    }
  } finally {
    await pdf.close()
  }
}
