import {
  degrees,
  type PDFContext,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import type { EncodedImage } from './encode-image.js'
import type { SheetWord } from './rasterise.js'

/** An image and the pixels of the page that it covers, from the top left; later ones lie over earlier ones. */
export type PlacedImage = { image: EncodedImage; x: number; y: number }

/** A page of the file to be written: a picture, perhaps with words hidden under it, pieces of a picture, or a page of another PDF. */
export type PdfPage =
  | { kind: 'image'; image: EncodedImage; dpi: number; hidden?: SheetWord[] }
  | { kind: 'pieces'; pieces: PlacedImage[]; width: number; height: number; dpi: number; rotate?: number }
  | { kind: 'digital'; document: Uint8Array; index: number }

const EPOCH = new Date('2020-01-01T00:00:00Z')

/** The image as an object of the document. */
function embedImage(context: PDFContext, image: EncodedImage) {
  const { bytes, width, height, bitsPerComponent, colourSpace, filter, decode, globals } = image
  const beside = globals === undefined ? {} : { JBIG2Globals: context.register(context.stream(globals)) }
  const decodeParms = globals === undefined ? image.decodeParms : beside
  const dictionary = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bitsPerComponent,
    Filter: filter,
    ...(colourSpace === undefined ? {} : { ColorSpace: colourSpace }),
    ...(image.imageMask ? { ImageMask: true } : {}),
    ...(decode === undefined ? {} : { Decode: decode }),
    ...(decodeParms === undefined ? {} : { DecodeParms: decodeParms }),
  })
  return context.register(PDFRawStream.of(dictionary, bytes))
}

function addImagePage(document: PDFDocument, page: Extract<PdfPage, { kind: 'image' }>, font: PDFFont | undefined) {
  const { image, dpi } = page
  const size = { width: (image.width * 72) / dpi, height: (image.height * 72) / dpi }
  const sheet = document.addPage([size.width, size.height])
  const name = PDFName.of('Im0')
  sheet.node.setXObject(name, embedImage(document.context, image))
  const paint = `q ${size.width} 0 0 ${size.height} 0 0 cm /Im0 Do Q`
  const words = font === undefined ? '' : hideWords(sheet, page.hidden ?? [], font, size)
  const stream = document.context.stream(`${words}\n${paint}`)
  sheet.node.set(PDFName.of('Contents'), document.context.register(stream))
}

/** Pieces keep their own pixels a side where they are as wide as the page; others are stretched over all of it. */
function addPiecesPage(document: PDFDocument, page: Extract<PdfPage, { kind: 'pieces' }>) {
  const scale = 72 / page.dpi
  const sheet = document.addPage([page.width * scale, page.height * scale])
  const paint = page.pieces.map(({ image, x, y }, index) => {
    sheet.node.setXObject(PDFName.of(`Im${index}`), embedImage(document.context, image))
    const whole = image.width < page.width / 1.5
    const [width, height] = whole ? [page.width, page.height] : [image.width, image.height]
    return `q ${width * scale} 0 0 ${height * scale} ${x * scale} ${(page.height - y - height) * scale} cm /Im${index} Do Q`
  })
  if (page.rotate !== undefined) sheet.setRotation(degrees(page.rotate))
  const stream = document.context.stream(paint.join('\n'))
  sheet.node.set(PDFName.of('Contents'), document.context.register(stream))
}

/** Content that writes the words invisibly, as an OCR program leaves them under its picture. */
function hideWords(
  sheet: PDFPage,
  words: readonly SheetWord[],
  font: PDFFont,
  size: { width: number; height: number },
): string {
  sheet.node.setFontDictionary(PDFName.of('F0'), font.ref)
  const shown = words.map((word) => {
    const height = (word.y1 - word.y0) * size.height
    const natural = font.widthOfTextAtSize(word.text, height * 0.8) || 1
    const scale = (100 * (word.x1 - word.x0) * size.width) / natural
    const [x, y] = [word.x0 * size.width, size.height * (1 - word.y1) + height * 0.2]
    const place = `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm`
    return `/F0 ${(height * 0.8).toFixed(2)} Tf ${scale.toFixed(1)} Tz ${place} ${font.encodeText(word.text)} Tj`
  })
  return `BT 3 Tr ${shown.join('\n')} ET`
}

/** Assembles the pages into a PDF whose bytes depend on the pages alone. */
export async function writePdf(pages: readonly PdfPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setCreationDate(EPOCH)
  document.setModificationDate(EPOCH)
  document.context.trailerInfo.ID = document.context.obj([PDFHexString.of('00'), PDFHexString.of('00')])
  const hidden = pages.some((page) => page.kind === 'image' && page.hidden !== undefined)
  const font = hidden ? await document.embedFont('Helvetica') : undefined
  for (const page of pages) {
    if (page.kind === 'image') addImagePage(document, page, page.hidden === undefined ? undefined : font)
    else if (page.kind === 'pieces') addPiecesPage(document, page)
    else {
      const [copied] = await document.copyPages(await PDFDocument.load(page.document), [page.index])
      if (copied !== undefined) document.addPage(copied)
    }
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}
