import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy, TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box, Word } from '../model/page.js'
import { cleanWord, printedText } from './clean-word.js'
import type { PagePaint } from './page-paint.js'

type PageViewport = ReturnType<PDFPageProxy['getViewport']>

/** Words of a text layer, and the quarter turns clockwise that make most of them upright. */
export interface TextLayer {
  readonly words: readonly Word[]
  readonly turned: number
}

/** One stretch of text on the page as shown: start of its base line, direction and size in points, y down. */
interface Stretch {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly quarter: number
  readonly length: number
  readonly size: number
}

/** In widths of the letters' height: nearer than this, two stretches are one word. */
const joinsWithin = 0.12
const sameLine = 0.25
/** How far letters reach over and under the base line, in font sizes. */
const ascent = 0.78
const descent = 0.22

/** The words of a page's text layer but for those in hidden fonts, with boxes as fractions of the upright page. */
export async function readTextLayer(
  page: PDFPageProxy,
  hiddenFonts: PagePaint['hiddenFonts'] = new Set(),
): Promise<TextLayer> {
  const view = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: false })
  const stretches = toStretches(content, view, hiddenFonts)
  const lengths = [0, 0, 0, 0]
  for (const { quarter, text } of stretches) lengths[quarter]! += text.length
  const quarter = lengths.indexOf(Math.max(...lengths))
  const turned = (4 - quarter) % 4
  const upright = stretches.filter((stretch) => stretch.quarter === quarter).map((one) => turn(one, turned, view))
  const [width, height] = turned % 2 === 0 ? [view.width, view.height] : [view.height, view.width]
  return { words: toWords(upright, width, height), turned }
}

function toStretches(content: TextContent, view: PageViewport, hidden: ReadonlySet<string>): Stretch[] {
  return content.items.flatMap((item) => {
    if (!isText(item) || item.str === '' || hidden.has(item.fontName)) return []
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(view.transform, item.transform)
    const quarter = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4
    return [
      { text: printedText(item.str.normalize('NFKC')), x, y, quarter, length: item.width, size: Math.hypot(c, d) },
    ]
  })
}

function isText(item: TextContent['items'][number]): item is TextItem {
  return 'str' in item
}

/** The stretch as it stands once the page is turned clockwise by so many quarters. */
function turn(stretch: Stretch, turned: number, { width, height }: PageViewport): Stretch {
  const { x, y } = stretch
  if (turned === 1) return { ...stretch, x: height - y, y: x }
  if (turned === 2) return { ...stretch, x: width - x, y: height - y }
  return turned === 3 ? { ...stretch, x: y, y: width - x } : stretch
}

/** A word in the making: characters on one base line with no space between them. */
interface Building {
  text: string
  x0: number
  x1: number
  readonly y: number
  size: number
}

function toWords(stretches: readonly Stretch[], width: number, height: number): Word[] {
  const words: Building[] = []
  let open: Building | undefined
  for (const stretch of stretches) {
    const scale = stretch.length / Math.max(1, weigh(stretch.text))
    let at = stretch.x
    for (const character of stretch.text) {
      const next = at + weigh(character) * scale
      if (character.trim() === '') open = undefined
      else if (open && continues(open, at, stretch)) {
        open.text += character
        open.x1 = next
        open.size = Math.max(open.size, stretch.size)
      } else {
        open = { text: character, x0: at, x1: next, y: stretch.y, size: stretch.size }
        words.push(open)
      }
      at = next
    }
  }
  return words.map((word) => toWord(word, width, height))
}

function continues(word: Building, x: number, { y, size }: Stretch): boolean {
  return Math.abs(word.y - y) < sameLine * size && Math.abs(x - word.x1) < joinsWithin * Math.max(word.size, size)
}

function toWord({ text, x0, x1, y, size }: Building, width: number, height: number): Word {
  const box: Box = {
    x0: fraction(x0 / width),
    y0: fraction((y - ascent * size) / height),
    x1: fraction(Math.max(x0, x1) / width),
    y1: fraction((y + descent * size) / height),
  }
  return { text: cleanWord(text), raw: text, box, confidence: 1, alternatives: [] }
}

/** About how wide a character is drawn, in digits: only its share of the stretch counts. */
function weigh(text: string): number {
  let sum = 0
  for (const character of text) {
    if (character.trim() === '' || ".,:;'|!ijltfI()".includes(character)) sum += 0.5
    else if ('mwMW%@—'.includes(character)) sum += 1.6
    else sum += character === character.toUpperCase() && character !== character.toLowerCase() ? 1.25 : 1
  }
  return sum
}

function fraction(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1e5) / 1e5
}
