import { createHash } from 'node:crypto'
import type { PicturePage } from '../model/page.js'
import { measurePage } from './measure-page.js'
import type { Picture } from './picture.js'
import { paperToLight, preparePage } from './prepare-page.js'
import type { PageCache } from './read-options.js'
import { toWords } from './read-words.js'
import type { Reader } from './reader.js'

/** Changes whenever preparation or settings do, so that pages kept under an older one are not mistaken for new. */
export const readingSettings = 'swe-1'
/** Share of ink below which a page is blank. */
const blankBelow = 0.0005

/** Reads the picture of a page, or takes what was read of the same pixels before. */
export async function readPicture(
  picture: Picture,
  number: number,
  reader: Reader,
  cache?: PageCache,
): Promise<PicturePage> {
  const key = keyOf(picture, reader)
  const known = cache?.get(key)
  if (known?.kind === 'picture') return { ...known, number }
  const page = await readAnew(picture, number, reader)
  cache?.put(key, page)
  return page
}

function keyOf({ width, height, dpi, data }: Picture, reader: Reader): string {
  return createHash('sha256')
    .update(`${reader.name} ${readingSettings} ${width} ${height} ${dpi}\n`)
    .update(data)
    .digest('hex')
}

async function readAnew(original: Picture, number: number, reader: Reader): Promise<PicturePage> {
  const picture = paperToLight(original, measurePage(original))
  const measure = measurePage(picture)
  const base = { kind: 'picture', number, width: picture.width, height: picture.height, turned: 0, issues: [] } as const
  if (measure.ink < blankBelow) return { ...base, source: 'blank', readings: [{ reader: 'none', words: [] }] }
  const prepared = await preparePage(picture, measure)
  const read = await reader.read(prepared.picture, { language: 'swe', mode: 4 })
  const name = `${reader.name} swe psm4 ${prepared.steps.join('+')}`
  return { ...base, source: 'ocr', readings: [{ reader: name, words: toWords(read, prepared.picture) }] }
}
