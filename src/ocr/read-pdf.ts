import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { DocumentError } from '../errors.js'
import type { PicturePage } from '../model/page.js'
import { keepPdf, pageMilliseconds } from './kept-pdf.js'
import { openPdf } from './open-pdf.js'
import { paintOfPage } from './page-paint.js'
import { type PagePicture, pageToPicture } from './page-picture.js'
import { maxPixels } from './picture.js'
import type { ReadOptions } from './read-options.js'
import { readPages } from './read-pages.js'
import { readPicture } from './read-picture.js'
import { tellOtherFigures } from './tell-other-figures.js'
import { readTextLayer, type TextLayer } from './text-layer.js'
import { trustTextLayer } from './trust-text-layer.js'
import { unlessAborted } from './unless-aborted.js'
import { withDeadline } from './with-deadline.js'

const mostPages = 10_000

/** The pages of a PDF: the text layer's words where it proves itself, else what is read from the picture. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<PicturePage[]> {
  const pdf = keepPdf(bytes)
  try {
    const total = await pdf.countPages()
    if (total < 1) throw new DocumentError('no-pages', 'The PDF holds no page')
    if (total > mostPages) throw new DocumentError('too-many-pages', `The PDF says it holds ${total} pages`)
    return await readPages(total, options, async (number, reader) => {
      const found = await pdf.usePage(number, findWordsOrPicture)
      if ('words' in found) return toLayerPage(number, found)
      const page = withLayer(await readPicture(found.picture, number, reader, options), found.layer)
      if (page.source !== 'blank' || !found.rendered) return page
      if (found.paints > 0) return { ...page, issues: [...page.issues, 'holds text or a picture and shows no ink'] }
      await refuseDroppedImage(bytes, number)
      return page
    })
  } finally {
    await pdf.close()
  }
}

type Found =
  | (TextLayer & { width: number; height: number })
  | (PagePicture & { paints: number; layer: TextLayer | undefined })

async function findWordsOrPicture(page: PDFPageProxy, document: PDFDocumentProxy, signal: AbortSignal): Promise<Found> {
  const paint = await paintOfPage(page)
  if (paint.visibleTexts > 0 && !paint.covered) {
    const layer = await readTextLayer(page, paint.hiddenFonts)
    const texts = layer.words.map(({ raw }) => raw)
    const { width, height } = page.getViewport({ scale: 1 })
    if (trustTextLayer(texts, paint).trusted) return { ...layer, width, height }
  }
  const hasText = paint.visibleTexts + paint.invisibleTexts > 0
  const layer = hasText ? await readTextLayer(page) : undefined
  const picture = await pageToPicture(document, page, paint, signal)
  return { ...picture, paints: paint.images + paint.visibleTexts, layer }
}

/** The page with the words of a text layer that may not stand for it as a witness, if it stands the same way up. */
function withLayer(page: PicturePage, layer: TextLayer | undefined): PicturePage {
  if (!layer || layer.words.length === 0 || page.source === 'blank' || layer.turned !== page.turned) return page
  const reading = { reader: 'text-layer of the page', words: layer.words, witness: true }
  const told = tellOtherFigures(page.readings[0]!.words, layer.words)
  return { ...page, readings: [...page.readings, reading], issues: [...page.issues, ...told] }
}

function toLayerPage(
  number: number,
  { words, turned, width, height }: TextLayer & { width: number; height: number },
): PicturePage {
  const [across, down] = turned % 2 === 0 ? [width, height] : [height, width]
  return {
    kind: 'picture',
    number,
    width: Math.round(across),
    height: Math.round(down),
    source: 'text_layer',
    readings: [{ reader: 'pdf.js text layer', words }],
    turned,
    issues: [],
  }
}

/** pdf.js leaves out a picture over the cap without a word; without the cap it is named. Throws `image-too-large`. */
async function refuseDroppedImage(bytes: Uint8Array, number: number): Promise<void> {
  const uncapped = await openPdf(bytes, -1).catch(() => undefined)
  if (!uncapped) return
  try {
    const listing = uncapped.document.getPage(number).then((page) => page.getOperatorList())
    const { fnArray, argsArray } = await withDeadline(unlessAborted(uncapped.died, listing), pageMilliseconds, () => {
      return new DocumentError('timeout', `Page ${number} was not read after ${pageMilliseconds / 1000} s`)
    })
    for (const [i, operator] of fnArray.entries()) {
      const values: unknown = argsArray[i]
      if (operator !== OPS.paintImageXObject || !Array.isArray(values)) continue
      const [width, height] = [Number(values[1]), Number(values[2])]
      if (width * height <= maxPixels) continue
      throw new DocumentError('image-too-large', `Page ${number} is a picture of ${width} by ${height} pixels`)
    }
  } finally {
    await uncapped.close()
  }
}
