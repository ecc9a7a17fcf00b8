import { findSkew, levelPicture } from './deskew.js'
import { evenBackground } from './even-background.js'
import { findLeaders } from './find-leaders.js'
import { findPaleStrokes } from './find-pale-strokes.js'
import { findTextLines, type Glyph } from './find-text-lines.js'
import { liesOnSide } from './find-turn.js'
import { keepTellingLines } from './keep-telling-lines.js'
import { lightenBars } from './lighten-bars.js'
import { measureInk, type PageMeasure } from './measure-page.js'
import { mendBroken, mendThinner } from './mend-strokes.js'
import { paintOver } from './paint-over.js'
import { type Picture, pictureToSharp, sharpToPicture, turnPicture } from './picture.js'
import { removeRules } from './remove-rules.js'
import { removeSpecks } from './remove-specks.js'

const readingDpi = 300
/** A density that is only guessed may be far too low. */
const mostEnlarged = 2
/** Below this a scan is enlarged before it is read. */
const leastDpi = 190
/** Over this it is made smaller. */
const mostDpi = 450
const noisyGrain = 4
const noisySpecks = 4
const darkPaper = 110
const white = 255
/** Pixels of an island of ink that is a speck, at 200 dots to the inch: the dots of å ä ö are larger. */
const speckPixels = 3

/** A picture made ready for the reader, and the names of what was done to it, in order. */
export interface PreparedPage {
  readonly picture: Picture
  /** The same page prepared otherwise, for a second reading: same size, same place for every word. None for running text. */
  readonly twin?: Picture
  readonly inkBelow: number
  /** Quarter turns clockwise; a page that lay on its side may still stand on its head. */
  readonly turned: 0 | 1
  /** By how much its lines leant before they were made level, clockwise. */
  readonly degrees: number
  readonly steps: readonly string[]
  /** `lines` where the page is running text, of which only the lines that tell more are left on the picture. */
  readonly look: 'full' | 'lines'
}

/** What is asked of a page's preparation. */
export interface Preparing {
  /** Whether the page may lie on its side; it may, unless told otherwise. */
  readonly mayLie?: boolean
  /** Whether running text is to be read in full too. */
  readonly inFull?: boolean
}

/**
 * Makes a page ready for the reader by what it measures as: background evened, noise damped, lines level, ruling lines,
 * dotted leaders and specks gone. Clean pages keep every dot. A page that lies on its side is turned, and running text
 * is painted over but for the lines that tell more, as far as that is asked for.
 */
export async function preparePage(
  scanned: Picture,
  measured: PageMeasure,
  { mayLie = true, inFull = false }: Preparing = {},
): Promise<PreparedPage> {
  const noisy = isNoisy(measured)
  const steps: string[] = []
  const original = lightenBars(scanned, measured.paper)
  if (original !== scanned) steps.push('bars')
  const mended = noisy ? await mendPicture(original, measured) : undefined
  const broken = mended !== undefined
  if (broken) steps.push('mended')
  const calm = mended ?? (await calmPicture(original, measured, noisy, steps))
  const sized = await enlarge(calm)
  if (sized !== calm) steps.push('enlarged')
  const { inkBelow } = broken || !measured.bilevel ? measureInk(sized) : measured
  const turned = mayLie && liesOnSide(sized, inkBelow) ? 1 : 0
  const upright = turnPicture(sized, turned)
  const degrees = findSkew(upright, inkBelow)
  const level = await levelPicture(upright, degrees, white)
  if (level !== upright) steps.push('level')
  const unruled = removeRules(level, inkBelow, white)
  const leaders = findLeaders(unruled, inkBelow)
  if (leaders) steps.push('leaders')
  const ruled = paintOver(unruled, leaders, white)
  const strokes = measured.bilevel || broken ? undefined : findPaleStrokes(ruled, findGlyphs(ruled, inkBelow), inkBelow)
  if (strokes) steps.push('strokes')
  const lifted = paintOver(ruled, strokes, white)
  const specked = noisy && !broken
  const clean = specked ? removeSpecks(lifted, inkBelow, white, specksAt(lifted.dpi)) : lifted
  steps.push(specked ? 'rules+specks' : 'rules')
  const telling = inFull ? undefined : keepTellingLines(clean, inkBelow)
  if (telling) return { picture: telling, inkBelow, turned, degrees, steps, look: 'lines' }
  // a clean page was not calmed: for its twin too it is level already
  const levelTwin = noisy ? await levelNoisy(original, measured, turned, degrees, broken) : level
  // strokes stay on the twin: where a letter lost a part with them the two readings are not to agree
  const twin = paintOver(removeRules(await soften(levelTwin), inkBelow, white), leaders, white)
  return { picture: broken ? await soften(clean) : clean, twin, inkBelow, turned, degrees, steps, look: 'full' }
}

function findGlyphs(picture: Picture, inkBelow: number): Glyph[] {
  return findTextLines(picture, inkBelow).flatMap(({ glyphs }) => glyphs)
}

/**
 * A page whose thin strokes a copier or a fax broke, prepared for another reading: as it came, upright and level, its
 * strokes made thicker so that their pieces meet. Where a page is not noisy its strokes are whole: undefined.
 */
export async function thickenPage(
  scanned: Picture,
  measured: PageMeasure,
  { turned, degrees, inkBelow, steps }: PreparedPage,
): Promise<Picture | undefined> {
  if (!isNoisy(measured) || steps.includes('mended')) return undefined
  const level = await levelNoisy(lightenBars(scanned, measured.paper), measured, turned, degrees)
  const unruled = removeRules(level, inkBelow, white)
  const clean = paintOver(unruled, findLeaders(unruled, inkBelow), white)
  const pixels = Math.max(1, Math.floor(clean.dpi / 200))
  return sharpToPicture(pictureToSharp(clean).dilate(pixels), clean.dpi)
}

function isNoisy({ specks, bilevel, grain }: PageMeasure): boolean {
  return specks > noisySpecks || (!bilevel && grain > noisyGrain)
}

/** A noisy page as it came but for its background, and its strokes where they are broken, upright and level. */
async function levelNoisy(
  original: Picture,
  measured: PageMeasure,
  turned: 0 | 1,
  degrees: number,
  broken = false,
): Promise<Picture> {
  const even = await evenGrey(original, measured)
  const calm = broken ? mendThinner(even, measureInk(even).inkBelow) : even
  return levelPicture(turnPicture(await enlarge(calm), turned), degrees, white)
}

async function mendPicture(picture: Picture, measured: PageMeasure): Promise<Picture | undefined> {
  const even = await evenGrey(picture, measured)
  return mendBroken(even, measureInk(even).inkBelow)
}

async function evenGrey(picture: Picture, { bilevel }: PageMeasure): Promise<Picture> {
  return bilevel ? picture : evenBackground(picture)
}

/** Black for white where the page is printed white on black. */
export function paperToLight(picture: Picture, measure: PageMeasure): Picture {
  if (measure.paper >= darkPaper) return picture
  const data = new Uint8Array(picture.data.length)
  for (let i = 0; i < data.length; i++) data[i] = white - picture.data[i]!
  return { ...picture, data }
}

async function calmPicture(
  picture: Picture,
  { bilevel }: PageMeasure,
  noisy: boolean,
  steps: string[],
): Promise<Picture> {
  if (bilevel) {
    if (!noisy) return picture
    steps.push('specks+blur')
    const clean = removeSpecks(picture, 128, white, specksAt(picture.dpi))
    return sharpToPicture(pictureToSharp(clean).blur(0.6 * (picture.dpi / 200)), picture.dpi)
  }
  steps.push(noisy ? 'median+even' : 'even')
  return evenBackground(noisy ? await sharpToPicture(pictureToSharp(picture).median(3), picture.dpi) : picture)
}

/** The twin's own way: a soft blur, so that its edges are not those of the first picture. */
function soften(picture: Picture): Promise<Picture> {
  return sharpToPicture(pictureToSharp(picture).blur(0.8 * (picture.dpi / 200)), picture.dpi)
}

function specksAt(dpi: number): number {
  return Math.max(1, Math.round(speckPixels * (dpi / 200) ** 2))
}

/** The picture no finer than it can be read well: readers stumble over very large letters, and take longer. */
export async function shrinkPicture(picture: Picture): Promise<Picture> {
  if (picture.dpi <= mostDpi) return picture
  const scale = readingDpi / picture.dpi
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  return sharpToPicture(pictureToSharp(picture).resize(width, height, { fit: 'fill' }), readingDpi)
}

/** The picture at a density that can be read well. */
async function enlarge(picture: Picture): Promise<Picture> {
  if (picture.dpi >= leastDpi) return picture
  const scale = Math.min(mostEnlarged, readingDpi / picture.dpi)
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const large = pictureToSharp(picture).resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
  return sharpToPicture(large, picture.dpi * scale)
}
