import { createHash } from 'node:crypto'
import type { PicturePage, Reading } from '../model/page.js'
import { believeDensity } from './believe-density.js'
import { hasDigit } from './clean-word.js'
import { findFold, opensWithWords } from './find-fold.js'
import { findLostDashes } from './find-lost-dashes.js'
import { findMissedLetters } from './find-missed-letters.js'
import { findTextLines, type TextLine } from './find-text-lines.js'
import { cutDensestStrip } from './find-turn.js'
import { shareOfInk } from './ink-seeker.js'
import { joinSigns } from './join-signs.js'
import { measurePage, type PageMeasure } from './measure-page.js'
import { cutStrip, type Picture, turnPicture } from './picture.js'
import { type PreparedPage, paperToLight, preparePage, thickenPage } from './prepare-page.js'
import { readFigures } from './read-figures.js'
import { readFolded } from './read-folded.js'
import { readLostColumns } from './read-lost-columns.js'
import { readLostDigits } from './read-lost-digits.js'
import type { ReadOptions } from './read-options.js'
import { toWords } from './read-words.js'
import type { Reader, ReadWord } from './reader.js'
import { readingSettings } from './reading-settings.js'
import { shrinkPicture } from './resize-page.js'

/** Share of ink below which a page is blank. */
export const blankBelow = 0.0002
/** Pages the right way up are read with 0.9, pages on their head with 0.3. */
const doubtfulConfidence = 0.7
const clearlyBetter = 0.15
const littleWorse = 0.05
/** Share of the letters that a reading may leave out before the page is read in another mode too. */
const doubtfulMiss = 0.04
/** Words with digits that make it worth while to read a page again that was read badly. */
const leastFigures = 3
const probeInches = 1
/** A page with a larger share of ink, read with less confidence, is a picture: what is read in it are no words. */
const picturedInk = 0.2
const hopelessConfidence = 0.5
/** A strip of a page with a larger share of ink is of a photograph: bold text close together has less. */
const photographedInk = 0.25

/** Reads the picture of a page, or takes what was read of the same pixels before. */
export async function readPicture(
  picture: Picture,
  number: number,
  reader: Reader,
  options: Pick<ReadOptions, 'allPages' | 'cache' | 'prepared'>,
): Promise<PicturePage> {
  const { allPages, cache } = options
  const key = keyOf(picture, reader, allPages)
  const known = await cache?.get(key)
  if (known?.kind === 'picture') return { ...known, number }
  const page = await readAnew(picture, number, reader, options)
  cache?.put(key, page)
  return page
}

function keyOf({ width, height, dpi, data }: Picture, reader: Reader, allPages: boolean): string {
  const settings = `${reader.name} ${readingSettings}${allPages ? ' all pages' : ''} ${width} ${height} ${dpi}\n`
  return createHash('sha256').update(settings).update(data).digest('hex')
}

async function readAnew(
  original: Picture,
  number: number,
  reader: Reader,
  { allPages, prepared }: Pick<ReadOptions, 'allPages' | 'prepared'>,
): Promise<PicturePage> {
  const { picture, sized, measure } = await toReadable(original)
  if (measure.ink < blankBelow) {
    const { width, height } = original
    const readings = [{ reader: 'none', words: [] }]
    return { kind: 'picture', number, width, height, source: 'blank', readings, turned: 0, issues: [] }
  }
  const { page, read, turned } = await readUpright(picture, sized, reader, allPages)
  // one that was turned is made ready anew: from where it stands upright
  if (turned === 0 && page.look === 'full') await prepared?.keep(number, page)
  const fold = findFold(page.picture, page.inkBelow)
  const isFolded = fold !== undefined && opensWithWords(read, fold * page.picture.width)
  return {
    kind: 'picture',
    number,
    width: page.picture.width,
    height: page.picture.height,
    source: 'ocr',
    ...(page.look === 'lines' ? { look: page.look } : {}),
    readings: await toReadings(page, read, reader, measure, async () => {
      const thick = await thickenPage(picture, sized, page)
      return thick && turned >= 2 ? turnPicture(thick, 2) : thick
    }),
    turned,
    ...(isFolded ? { fold } : {}),
    issues: [],
  }
}

/** Dark on light and no finer than it can be read, measured before it was made smaller (`measure`) and after (`sized`). */
export async function toReadable(
  original: Picture,
): Promise<{ picture: Picture; measure: PageMeasure; sized: PageMeasure }> {
  const asItCame = measurePage(original)
  const light = paperToLight(original, asItCame)
  const measure = light === original ? asItCame : measurePage(light)
  const believed = believeDensity(light, measure.inkBelow)
  const picture = await shrinkPicture(believed)
  return { picture, measure, sized: picture === believed ? measure : measurePage(picture) }
}

/**
 * The reading of a page, and where it left letters out another in a mode that takes the page as one block, better first:
 * of the page with its strokes made thicker, where they may be broken.
 */
async function toReadings(
  page: PreparedPage,
  read: ReadWord[],
  reader: Reader,
  { ink }: PageMeasure,
  thicken: () => Promise<Picture | undefined>,
): Promise<Reading[]> {
  const { picture, inkBelow } = page
  if (ink > picturedInk && confidenceOf(read) < hopelessConfidence) {
    return [{ reader: nameOf(page, 4, reader), words: toWords(read, page) }]
  }
  const lines = findTextLines(picture, inkBelow)
  const missed = findMissedLetters(lines, read, picture.dpi)
  const first = await toReading(page, lines, read, 4, reader)
  const confidence = confidenceOf(read)
  // handwriting, and what is read in a picture, has no figures that another mode could read better
  const isDoubtful = confidence < doubtfulConfidence && countFigures(read) >= leastFigures
  if (missed.share < doubtfulMiss && !isDoubtful) return [first]
  // where the rest of the page is a photograph, reading even a strip of it takes longer than all of the text
  const strip = cutStrip(picture, missed.densestFrom, Math.round(probeInches * picture.dpi))
  if (shareOfInk(strip.data, inkBelow) > photographedInk) return [first]
  const promise = confidenceOf(await reader.read(strip, { language: 'swe', mode: 6 }))
  if (promise < Math.min(hopelessConfidence, confidence - clearlyBetter)) return [first]
  const thick = isDoubtful ? await thicken() : undefined
  const block = thick ? { ...page, picture: thick, steps: [...page.steps, 'thick'] } : page
  const other = await readWhole(block, 6, reader)
  const second = await toReading(block, lines, other, 6, reader)
  const isBetter =
    findMissedLetters(lines, other, picture.dpi).share < missed.share / 2 &&
    confidenceOf(other) > confidence - littleWorse
  return isBetter ? [second, first] : [first, second]
}

async function toReading(
  page: PreparedPage,
  lines: readonly TextLine[],
  whole: ReadWord[],
  mode: 4 | 6,
  reader: Reader,
): Promise<Reading> {
  const seen = [...whole, ...(await readLostColumns(page.picture, lines, whole, reader))]
  const read = [...seen, ...(await readLostDigits(page.twin ?? page.picture, lines, seen, reader))]
  const dashes = findLostDashes(page.picture, page.inkBelow, read)
  const seconds = page.twin && (await readFigures(read, page.twin, reader))
  const words = toWords([...read, ...dashes], page, seconds)
  return { reader: nameOf(page, mode, reader), words }
}

function nameOf({ steps }: PreparedPage, mode: 4 | 6, reader: Reader): string {
  return `${reader.name} swe psm${mode} ${steps.join('+')}`
}

interface UprightReading {
  readonly page: PreparedPage
  readonly read: ReadWord[]
  readonly turned: number
}

/**
 * Reads the page; where that reads like a page on its head, and a strip reads better turned about, reads it so. A page
 * that seems to lie on its side is tried both ways, and as it came.
 */
async function readUpright(
  picture: Picture,
  measure: PageMeasure,
  reader: Reader,
  inFull: boolean,
): Promise<UprightReading> {
  const page = await preparePage(picture, measure, { inFull })
  if (page.turned === 0) return readUprightOrTurned(page, reader)
  const [right, left] = [await probe(page, reader), await probe(turnAbout(page), reader)]
  if (Math.max(right, left) < doubtfulConfidence) {
    const standing = await preparePage(picture, measure, { mayLie: false, inFull })
    if ((await probe(standing, reader)) > Math.max(right, left)) return readUprightOrTurned(standing, reader)
  }
  const better = left > right ? turnAbout(page) : page
  return { page: better, read: await readWhole(better, 4, reader), turned: left > right ? 3 : 1 }
}

async function readUprightOrTurned(page: PreparedPage, reader: Reader): Promise<UprightReading> {
  const read = await readWhole(page, 4, reader)
  const confidence = confidenceOf(read)
  const asItStands = { page, read, turned: 0 }
  if (confidence >= doubtfulConfidence) return asItStands
  if (shareOfInk(cutProbe(page).data, page.inkBelow) > photographedInk) return asItStands
  const about = turnAbout(page)
  if ((await probe(about, reader)) <= confidence + clearlyBetter) return asItStands
  return { page: about, read: await readWhole(about, 4, reader), turned: 2 }
}

function turnAbout(page: PreparedPage): PreparedPage {
  const { picture, twin } = page
  return { ...page, picture: turnPicture(picture, 2), ...(twin && { twin: turnPicture(twin, 2) }) }
}

async function readWhole({ picture, inkBelow }: PreparedPage, mode: 4 | 6, reader: Reader): Promise<ReadWord[]> {
  const fold = findFold(picture, inkBelow)
  return joinSigns(await readFolded(picture, fold, { language: 'swe', mode }, reader))
}

async function probe(page: PreparedPage, reader: Reader): Promise<number> {
  return confidenceOf(await reader.read(cutProbe(page), { language: 'swe', mode: 6 }))
}

function cutProbe({ picture, inkBelow }: PreparedPage): Picture {
  return cutDensestStrip(picture, inkBelow, probeInches)
}

function countFigures(words: readonly ReadWord[]): number {
  return words.filter(({ text }) => hasDigit(text)).length
}

/** Mean confidence of the characters, 0 where there are none. */
function confidenceOf(words: readonly ReadWord[]): number {
  let sum = 0
  let count = 0
  for (const { confidence, text } of words) {
    sum += confidence * text.length
    count += text.length
  }
  return count === 0 ? 0 : sum / count
}
