import { cleanWord } from './clean-word.js'
import { cutPatch, figureCharacters } from './cut-patch.js'
import type { Glyph, TextLine } from './find-text-lines.js'
import type { Picture } from './picture.js'
import type { PixelBox, Reader, ReadSettings, ReadWord } from './reader.js'

/** In heights of a figure: the widest space between groups of its digits, that of a typewriter. */
const widestSpace = 1.5
/** In heights of a figure: around the patch that is read by itself. */
const around = { beside: 0.3, up: 0.25 }
/** Millions stand in one group of at most so many digits before the thousands. */
const mostLost = 3
// "056": a whole group, before which another may have stood
const wholeGroup = /^\d{3}(?!\d)/

/** Ways to read a patch that are unlike each other: what both give was printed. */
const ways: readonly { height: number; stretch: number; language: ReadSettings['language'] }[] = [
  { height: 48, stretch: 1, language: 'eng' },
  { height: 40, stretch: 1.1, language: 'swe' },
]

/** Digits that no word covers, and the group of digits that stands right of them. */
interface LostDigits {
  readonly glyphs: readonly Glyph[]
  readonly word: ReadWord
}

/**
 * The digits at the left ends of figures that a reading of the whole page left out, as words of their own: the mode
 * that reads columns drops a column of single digits before spaces, and `1 056 642` is read as `056 642`.
 */
export async function readLostDigits(
  page: Picture,
  lines: readonly TextLine[],
  words: readonly ReadWord[],
  reader: Reader,
): Promise<ReadWord[]> {
  const found: ReadWord[] = []
  for (const lost of findLostDigits(lines, words)) {
    const digits = await readDigits(lost, page, reader)
    if (digits) found.push(digits)
  }
  return found
}

function findLostDigits(lines: readonly TextLine[], words: readonly ReadWord[]): LostDigits[] {
  const groups = words.filter(({ text }) => wholeGroup.test(cleanWord(text)))
  return groups.flatMap((word): LostDigits[] => {
    const { box } = word
    const height = box.y1 - box.y0
    const isOnLine = ({ y0, y1 }: PixelBox | Glyph) => y0 < box.y1 - 0.3 * height && y1 > box.y0 + 0.3 * height
    const before = words.filter((other) => other !== word && isOnLine(other.box) && other.box.x0 < box.x0)
    const edge = Math.max(0, ...before.map(({ box: { x1 } }) => x1))
    const glyphs = lines
      .flatMap((line) => line.glyphs)
      .filter((glyph) => isOnLine(glyph) && glyph.x0 > edge && glyph.x1 < box.x0)
      .sort((a, b) => b.x0 - a.x0)
    const near: Glyph[] = []
    for (const glyph of glyphs) {
      const within = near.length === 0 ? widestSpace : widestSpace / 2
      if ((near.at(-1)?.x0 ?? box.x0) - glyph.x1 > within * height) break
      near.push(glyph)
    }
    return near.length > 0 && near.length <= mostLost ? [{ glyphs: near, word }] : []
  })
}

async function readDigits({ glyphs, word }: LostDigits, page: Picture, reader: Reader): Promise<ReadWord | undefined> {
  const { box } = word
  const height = box.y1 - box.y0
  const x0 = Math.min(...glyphs.map((glyph) => glyph.x0))
  const patch = {
    x0: Math.max(0, Math.floor(x0 - around.beside * height)),
    x1: Math.min(page.width, Math.ceil(box.x1 + around.beside * height)),
    y0: Math.max(0, Math.floor(box.y0 - around.up * height)),
    y1: Math.min(page.height, Math.ceil(box.y1 + around.up * height)),
  }
  const group = cleanWord(word.text)
  let said: string | undefined
  let confidence = 1
  for (const way of ways) {
    const { language } = way
    const read = await reader.read(await cutPatch(page, patch, way), {
      language,
      mode: 7,
      characters: figureCharacters,
    })
    const text = read
      .map((one) => one.text)
      .join('')
      .replaceAll(' ', '')
    const digits = text.endsWith(group) ? text.slice(0, -group.length) : ''
    if (!/^\d+$/.test(digits) || digits.length > mostLost || (said !== undefined && said !== digits)) return undefined
    said = digits
    confidence = Math.min(confidence, ...read.map((one) => one.confidence))
  }
  const own = glyphs.toReversed().map((glyph) => ({ ...glyph, x1: glyph.x1 + 1, y0: box.y0, y1: box.y1 }))
  if (said?.length !== own.length) return undefined
  const characters = own.map((place, at) => ({ text: said![at]!, confidence, box: place, choices: [] }))
  return { text: said, confidence, box: { ...own[0]!, x1: own.at(-1)!.x1 }, characters }
}
