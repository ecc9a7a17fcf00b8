import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFOperatorList, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'

type Matrix = readonly [number, number, number, number, number, number]

/** One picture that a page paints, with the matrix from the unit square to the upright page in points, y down. */
export interface PaintedImage {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
}

/** What a page paints, as far as the way to read it depends on it. */
export interface PagePaint {
  /** The last picture that covers the page, if nothing is painted over it that can be seen. */
  readonly scan: PaintedImage | undefined
  /** The page is covered by a picture, whatever else there is. */
  readonly covered: boolean
  readonly images: number
  /** Sum of the pictures' areas as a share of the page. */
  readonly imageShare: number
  /** Runs of text that are painted so that they show. */
  readonly visibleTexts: number
  readonly invisibleTexts: number
  /** Something that shows is laid over the page: a note, a stamp, a filled-in field. */
  readonly overlaid: boolean
  /** Fonts, by pdf.js's names, in which nothing is painted that shows. */
  readonly hiddenFonts: ReadonlySet<string>
}

const invisible = 3
const coveringShare = 0.8
const pathEnds = new Set<number>([OPS.endPath, OPS.clip, OPS.eoClip])
const otherPaints = new Set<number>([
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
  OPS.shadingFill,
  OPS.rawFillPath,
])
const imagePaints = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
])

/** What a page of an open PDF paints. */
export async function paintOfPage(page: PDFPageProxy): Promise<PagePaint> {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  return readPagePaint(await page.getOperatorList(), [a, b, c, d, e, f], width, height)
}

/** Walks a page's operators; `view` is the matrix from the page's space to the upright page in points. */
export function readPagePaint(operators: PDFOperatorList, view: Matrix, width: number, height: number): PagePaint {
  let matrix: Matrix = view
  let mode = 0
  let font = ''
  const saved: { matrix: Matrix; mode: number; font: string }[] = []
  const shownFonts = new Set<string>()
  const hiddenFonts = new Set<string>()
  let scan: PaintedImage | undefined
  let covered = false
  let images = 0
  let imageShare = 0
  let visibleTexts = 0
  let invisibleTexts = 0
  let overlaid = false
  let inAnnotation = false
  for (let i = 0; i < operators.fnArray.length; i++) {
    const operator = operators.fnArray[i]!
    const values: unknown = operators.argsArray[i]
    if (imagePaints.has(operator)) images++
    if (operator === OPS.beginAnnotation) inAnnotation = true
    else if (operator === OPS.endAnnotation) inAnnotation = false
    else if (inAnnotation) overlaid ||= shows(operator, values, mode)
    if (operator === OPS.save) saved.push({ matrix, mode, font })
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) {
      const last = saved.pop()
      if (last) ({ matrix, mode, font } = last)
    } else if (operator === OPS.transform && isMatrix(values)) matrix = multiply(matrix, values)
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push({ matrix, mode, font })
      const own: unknown = Array.isArray(values) ? values[0] : undefined
      if (isMatrix(own)) matrix = multiply(matrix, own)
    } else if (operator === OPS.setTextRenderingMode && Array.isArray(values)) mode = Number(values[0])
    else if (operator === OPS.setFont && Array.isArray(values)) font = String(values[0])
    else if (operator === OPS.showText) {
      if (mode === invisible) {
        invisibleTexts++
        hiddenFonts.add(font)
      } else {
        visibleTexts++
        shownFonts.add(font)
        scan = undefined
      }
    } else if (operator === OPS.paintImageXObject && Array.isArray(values)) {
      const image = { id: String(values[0]), width: Number(values[1]), height: Number(values[2]), matrix }
      const share = coveredShare(matrix, width, height)
      imageShare += share
      const covers = share >= coveringShare
      covered ||= covers
      scan = covers ? image : undefined
    } else if (otherPaints.has(operator) || (operator === OPS.constructPath && paintsPath(values))) scan = undefined
  }
  for (const shown of shownFonts) hiddenFonts.delete(shown)
  return { scan, covered, images, imageShare, visibleTexts, invisibleTexts, overlaid, hiddenFonts }
}

function shows(operator: number, values: unknown, mode: number): boolean {
  if (operator === OPS.showText) return mode !== invisible
  if (operator === OPS.constructPath) return paintsPath(values)
  return imagePaints.has(operator) || otherPaints.has(operator)
}

function isMatrix(values: unknown): values is Matrix {
  return (Array.isArray(values) || ArrayBuffer.isView(values)) && (values as ArrayLike<unknown>).length === 6
}

function multiply(a: Matrix, b: Matrix): Matrix {
  const [m0, m1, m2, m3, m4, m5] = Util.transform([...a], [...b])
  return [m0, m1, m2, m3, m4, m5]
}

function paintsPath(values: unknown): boolean {
  return Array.isArray(values) && typeof values[0] === 'number' && !pathEnds.has(values[0])
}

function coveredShare([a, b, c, d, e, f]: Matrix, width: number, height: number): number {
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  const within = (values: number[], limit: number): number =>
    Math.max(0, Math.min(limit, Math.max(...values)) - Math.max(0, Math.min(...values))) / limit
  return within(xs, width) * within(ys, height)
}
