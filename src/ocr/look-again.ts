import { isUnread } from '../model/in-box.js'
import type { DoubtfulPage, PicturePage, SecondLook } from '../model/page.js'
import { cutPatch, figureCharacters } from './cut-patch.js'
import { isBlank } from './is-blank.js'
import { measurePage } from './measure-page.js'
import { patchAround } from './patch-around.js'
import { type Picture, turnPicture } from './picture.js'
import { type PreparedPage, preparePage } from './prepare-page.js'
import { toReadable } from './read-picture.js'
import type { PixelBox, Reader, ReadSettings } from './reader.js'

/** One way to read a figure by itself: which preparation of the page, how high in pixels, how much wider, which model. */
interface Way {
  readonly preparation: 'picture' | 'twin'
  readonly height: number
  readonly stretch: number
  readonly language: ReadSettings['language']
}

/**
 * Unlike the page's own readings, and each other: on 1 115 amounts of worn made scans each alone was wrong 6 to 10 times,
 * and where all agree, on 1 091, none was.
 */
const ways: readonly Way[] = [
  { preparation: 'twin', height: 48, stretch: 1, language: 'eng' },
  { preparation: 'twin', height: 39, stretch: 1, language: 'swe' },
  { preparation: 'picture', height: 45, stretch: 1, language: 'swe' },
  { preparation: 'twin', height: 45, stretch: 1.2, language: 'eng' },
]

/** The same of a word: where the first two give the same, the others are not asked. */
const wordWays: readonly Way[] = [
  { preparation: 'picture', height: 48, stretch: 1, language: 'swe' },
  { preparation: 'twin', height: 40, stretch: 1, language: 'swe' },
  { preparation: 'picture', height: 36, stretch: 1.1, language: 'swe' },
  { preparation: 'twin', height: 60, stretch: 1, language: 'swe' },
]

/**
 * The page with what is read at the places of figures and words in its picture, each by itself and in other ways than when
 * it was read whole. A figure's place in which nothing was read before and nothing is printed is left out.
 */
export async function lookAgain(
  prepared: PreparedPage,
  { page, boxes, words: places }: DoubtfulPage,
  reader: Reader,
): Promise<PicturePage> {
  const { width, height } = prepared.picture
  // where it came out otherwise than before nothing stands at its place
  if (width !== page.width || height !== page.height) return { ...page, again: [] }
  const words = page.readings[0]?.words ?? []
  const again: SecondLook[] = []
  const seen = page.readings.flatMap((reading) => reading.words)
  for (const box of boxes) {
    if (isUnread(box, seen) && isBlank(box, prepared.picture, prepared.inkBelow)) continue
    again.push({ box, said: await readFigure(patchAround(box, words, prepared.picture), prepared, reader) })
  }
  for (const box of places) {
    again.push({ box, said: await readWord(patchAround(box, words, prepared.picture), prepared, reader) })
  }
  return { ...page, again }
}

/** A page's picture made ready as it was when it was read. */
export async function prepareAgain(original: Picture, { turned }: PicturePage): Promise<PreparedPage> {
  const { picture, sized } = await toReadable(original)
  const upright = turnPicture(picture, turned)
  const measure = upright === picture ? sized : measurePage(upright)
  return preparePage(upright, measure, { mayLie: false, inFull: true })
}

type Said = SecondLook['said'][number]

async function readFigure(patch: PixelBox, prepared: PreparedPage, reader: Reader): Promise<Said[]> {
  const said: Said[] = []
  for (const way of ways) said.push(await readAt(patch, way, prepared, reader, figureCharacters))
  return said
}

async function readWord(patch: PixelBox, prepared: PreparedPage, reader: Reader): Promise<Said[]> {
  const said: Said[] = []
  for (const way of wordWays) {
    if (said.length === 2 && said[0]!.text === said[1]!.text) break
    said.push(await readAt(patch, way, prepared, reader))
  }
  return said
}

async function readAt(
  patch: PixelBox,
  way: Way,
  prepared: PreparedPage,
  reader: Reader,
  characters?: string,
): Promise<Said> {
  const from = way.preparation === 'twin' ? (prepared.twin ?? prepared.picture) : prepared.picture
  const { language, preparation, height } = way
  const read = await reader.read(await cutPatch(from, patch, way), {
    language,
    mode: 7,
    ...(characters === undefined ? {} : { characters }),
  })
  const name = [reader.name, language, 'psm7', ...prepared.steps, preparation, `${height} pixels high`]
  return { reader: name.join(' '), text: read.map(({ text }) => text).join(' ') }
}
