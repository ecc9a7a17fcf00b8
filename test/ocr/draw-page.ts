import sharp from 'sharp'
import { type Picture, sharpToPicture } from '../../src/ocr/picture.js'

/** A line of a drawn page: where, in pixels, and what. */
export interface DrawnText {
  readonly x: number
  readonly y: number
  readonly text: string
}

const [width, height, dpi] = [1000, 700, 200]

/** A small page at 200 dpi with lines of text, as SVG. */
export function drawSvg(texts: readonly DrawnText[], extra = ''): Buffer {
  const lines = texts.map(({ x, y, text }) => `<text x="${x}" y="${y}" font-size="30">${text}</text>`).join('')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans, sans-serif">` +
      `<rect width="100%" height="100%" fill="white"/>${extra}${lines}</svg>`,
  )
}

/** The drawn page as a grey picture, turned clockwise by so many degrees on white. */
export async function drawPage(texts: readonly DrawnText[], extra = '', degrees = 0): Promise<Picture> {
  const page = sharp(await sharp(drawSvg(texts, extra)).png().toBuffer()).rotate(degrees, { background: 'white' })
  return sharpToPicture(page.grayscale(), dpi)
}

/** A small statement with a year's figures. */
export const statement: readonly DrawnText[] = [
  { x: 60, y: 90, text: 'Resultaträkning' },
  { x: 700, y: 90, text: '2020' },
  { x: 60, y: 160, text: 'Verksamhetens intäkter' },
  { x: 700, y: 160, text: '3 986 000' },
  { x: 60, y: 230, text: 'Verksamhetens kostnader' },
  { x: 682, y: 230, text: '–3 971 903' },
  { x: 60, y: 300, text: 'Årets resultat' },
  { x: 740, y: 300, text: '14 097' },
]
