import { ImageKind } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy, RenderParameters } from 'pdfjs-dist/types/src/display/api.js'
import { DocumentError } from '../errors.js'
import type { PagePaint, PaintedImage } from './page-paint.js'
import { maxPixels, mirrorPicture, type Picture, turnPicture } from './picture.js'

const renderDpi = 300
const leastRenderDpi = 60
const pointsToTheInch = 72
/** How far, as a share of its length, a picture's side may lean before it counts as tilted. */
const maxLean = 0.01

interface DecodedImage {
  readonly width: number
  readonly height: number
  readonly kind: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/** The upright picture of a page: its own scan at native resolution if it is one, else the page as rendered. */
export async function pageToPicture(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  paint: PagePaint,
  signal: AbortSignal,
): Promise<PagePicture> {
  const scan = paint.scan && (await takeScan(page, paint.scan))
  return scan
    ? { picture: scan, rendered: false }
    : { picture: await renderPage(document, page, signal), rendered: true }
}

/** A page's picture, and whether it was drawn anew rather than taken from the file. */
export interface PagePicture {
  readonly picture: Picture
  readonly rendered: boolean
}

async function takeScan(page: PDFPageProxy, scan: PaintedImage): Promise<Picture | undefined> {
  const [a, b, c, d] = scan.matrix
  const across = Math.hypot(a, b)
  const down = Math.hypot(c, d)
  const upright = Math.abs(b) <= maxLean * across && Math.abs(c) <= maxLean * down
  const onSide = Math.abs(a) <= maxLean * across && Math.abs(d) <= maxLean * down
  if (!upright && !onSide) return undefined
  const image = await getImage(page, scan.id)
  // A smaller one than the file says was decoded at a reduced size.
  if (!image || image.width < scan.width || image.height < scan.height) return undefined
  const data = toGrey(image)
  if (!data) return undefined
  const dpi = knownDpi(image.width / (across / pointsToTheInch), Math.max(image.width, image.height))
  const picture: Picture = { width: image.width, height: image.height, data, dpi }
  // The unit square has its origin at the bottom left, the page at the top left.
  const mirrored = a * d - b * c > 0
  const turns = upright ? (a > 0 ? 0 : 2) : b > 0 ? 1 : 3
  return turnPicture(mirrored ? mirrorPicture(picture) : picture, turns)
}

/** A scan's density as its tag has it, or as if it were an A4 where the tag is absurd. */
function knownDpi(tagged: number, longSide: number): number {
  return tagged >= 72 && tagged <= 1200 ? tagged : longSide / 11.7
}

function getImage(page: PDFPageProxy, id: string): Promise<DecodedImage | undefined> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => objects.get(id, (value: unknown) => resolve(isDecoded(value) ? value : undefined)))
}

function isDecoded(value: unknown): value is DecodedImage {
  if (typeof value !== 'object' || value === null) return false
  const { width, height, kind, data } = value as Partial<Record<keyof DecodedImage, unknown>>
  return typeof width === 'number' && typeof height === 'number' && typeof kind === 'number' && ArrayBuffer.isView(data)
}

function toGrey({ width, height, kind, data }: DecodedImage): Uint8Array | undefined {
  if (kind === ImageKind.GRAYSCALE_1BPP) {
    const grey = new Uint8Array(width * height)
    const stride = (width + 7) >> 3
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) grey[i] = -((data[y * stride + (x >> 3)]! >> (~x & 7)) & 1)
    }
    return grey
  }
  if (kind !== ImageKind.RGB_24BPP) return undefined
  return greyOf(data.subarray(0, 3 * width * height), 3)
}

async function renderPage(document: PDFDocumentProxy, page: PDFPageProxy, signal: AbortSignal): Promise<Picture> {
  const size = page.getViewport({ scale: 1 })
  const wanted = renderDpi / pointsToTheInch
  const scale = Math.min(wanted, Math.sqrt(maxPixels / (size.width * size.height)))
  const dpi = scale * pointsToTheInch
  if (!(dpi >= leastRenderDpi)) {
    throw new DocumentError(
      'image-too-large',
      `A page of ${Math.round(size.width)} by ${Math.round(size.height)} points cannot be drawn within ${maxPixels / 1e6} megapixels`,
    )
  }
  const { width, height, data } = await draw(document, page, scale, signal)
  return { width, height, data: greyOf(data, 4), dpi }
}

/** The luminance of pixels that take so many bytes each, red, green and blue first. */
function greyOf(pixels: Uint8Array | Uint8ClampedArray, bytes: 3 | 4): Uint8Array {
  // of one type whatever it is of, since a loop over either takes several times as long
  const data = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length)
  const grey = new Uint8Array(Math.floor(data.length / bytes))
  for (let i = 0, j = 0; i < grey.length; i++, j += bytes) {
    grey[i] = (data[j]! * 77 + data[j + 1]! * 150 + data[j + 2]! * 29) >> 8
  }
  return grey
}

async function draw(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  scale: number,
  signal: AbortSignal,
): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const viewport = page.getViewport({ scale })
  const width = Math.max(1, Math.floor(viewport.width))
  const height = Math.max(1, Math.floor(viewport.height))
  const factory = document.canvasFactory as CanvasFactory
  const target = factory.create(width, height)
  try {
    const task = page.render({ canvas: target.canvas, viewport, background: 'white' })
    // Between two stretches of painting others get their turn, deadlines among them.
    task.onContinue = (next: () => void) => setImmediate(next)
    signal.addEventListener('abort', () => task.cancel(), { once: true })
    await task.promise
    return { width, height, data: target.context.getImageData(0, 0, width, height).data }
  } finally {
    factory.destroy(target)
  }
}

interface CanvasAndContext {
  canvas: RenderParameters['canvas']
  context: { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } }
}

/** The part of pdf.js's canvas factory that is used here; its own type says only `Object`. */
interface CanvasFactory {
  create(width: number, height: number): CanvasAndContext
  destroy(target: CanvasAndContext): void
}
