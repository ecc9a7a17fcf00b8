import { calmOtherwise, calmPage, type Harm, withoutSpecks } from './calm-page.js'
import { findSkew } from './deskew.js'
import { findLeaders } from './find-leaders.js'
import { findPaleStrokes } from './find-pale-strokes.js'
import { findTextLines, type Glyph } from './find-text-lines.js'
import { liesOnSide } from './find-turn.js'
import { keepTellingLines } from './keep-telling-lines.js'
import { levelPicture } from './level-picture.js'
import { lightenBars } from './lighten-bars.js'
import { measureInk, type PageMeasure } from './measure-page.js'
import { paintOver } from './paint-over.js'
import { type Picture, pictureToSharp, sharpToPicture, turnPicture } from './picture.js'
import { removeRules } from './remove-rules.js'
import { enlargePicture } from './resize-page.js'

const darkPaper = 110
const white = 255

/** A picture made ready for the reader, and the names of what was done to it, in order. */
export interface PreparedPage {
  readonly picture: Picture
  /** The same page prepared otherwise, for a second reading: same size, same place for every word. None for running text. */
  readonly twin?: Picture
  readonly inkBelow: number
  /** What the scan had done to it: broken strokes are mended. */
  readonly harm: Harm
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
  const original = lightenBars(scanned, measured.paper)
  const calm = await calmPage(original, measured)
  const sized = enlargePicture(calm.picture)
  // what was mended is ink or paper, whatever it measured as
  const { inkBelow } = measured.bilevel && calm.harm !== 'broken' ? measured : measureInk(sized)
  const turned = mayLie && liesOnSide(sized, inkBelow) ? 1 : 0
  const upright = turnPicture(sized, turned)
  const degrees = findSkew(upright, inkBelow)
  const level = levelPicture(upright, degrees, white)
  const mayHavePens = !measured.bilevel && calm.harm !== 'broken'
  const { picture, leaders, steps: bared } = layBare(level, inkBelow, calm.harm, mayHavePens)
  const steps = [
    ...(original !== scanned ? ['bars'] : []),
    ...calm.steps,
    ...(sized !== calm.picture ? ['enlarged'] : []),
    ...(level !== upright ? ['level'] : []),
    ...bared,
  ]
  const page = { inkBelow, harm: calm.harm, turned, degrees, steps } as const
  const telling = inFull ? undefined : keepTellingLines(picture, inkBelow)
  if (telling) return { ...page, picture: telling, look: 'lines' }
  // a clean page was not calmed: for its twin too it is level already
  const levelTwin = calm.harm === 'none' ? level : await levelOtherwise(original, measured, page)
  // pens stay on the twin: where a letter lost a part with them the two readings are not to agree
  const twin = paintOver(removeRules(await soften(levelTwin), inkBelow, white), leaders, white)
  return { ...page, picture: calm.harm === 'broken' ? await soften(picture) : picture, twin, look: 'full' }
}

/** A level page with nothing left but what is printed on it: its leaders, which were painted over, and what was done. */
function layBare(
  level: Picture,
  inkBelow: number,
  harm: Harm,
  mayHavePens: boolean,
): { picture: Picture; leaders: Uint8Array | undefined; steps: string[] } {
  const unruled = removeRules(level, inkBelow, white)
  const found = findLeaders(unruled, inkBelow)
  const isPaled = harm === 'noise' && mayHavePens
  const leaders = isPaled ? withPaleLeaders(unruled, found, inkBelow) : found
  const plain = paintOver(unruled, leaders, white)
  const pens = mayHavePens ? findPaleStrokes(plain, findGlyphs(plain, inkBelow), inkBelow) : undefined
  const lifted = paintOver(plain, pens, white)
  const steps = [...(leaders ? ['leaders'] : []), ...(pens ? ['strokes'] : [])]
  // what is left of specks where strokes are broken may be a stroke's
  return harm === 'noise'
    ? { picture: withoutSpecks(lifted, inkBelow), leaders, steps: [...steps, 'rules+specks'] }
    : { picture: lifted, leaders, steps: [...steps, 'rules'] }
}

/** The leaders that were found, and those that a median made paler than ink: what is as small as their dots. */
function withPaleLeaders(page: Picture, found: Uint8Array | undefined, inkBelow: number): Uint8Array | undefined {
  const pale = findLeaders(paintOver(page, found, white), (inkBelow + white) / 2)
  return found && pale ? pale.map((one, at) => one | found[at]!) : (pale ?? found)
}

function findGlyphs(picture: Picture, inkBelow: number): Glyph[] {
  return findTextLines(picture, inkBelow).flatMap(({ glyphs }) => glyphs)
}

/**
 * A page whose thin strokes a copier or a fax broke, prepared for another reading: as it came, upright and level, its
 * strokes made thicker so that their pieces meet. Undefined where strokes are whole, and where they are mended already.
 */
export async function thickenPage(
  scanned: Picture,
  measured: PageMeasure,
  page: PreparedPage,
): Promise<Picture | undefined> {
  if (page.harm !== 'noise') return undefined
  const { inkBelow } = page
  const level = await levelOtherwise(lightenBars(scanned, measured.paper), measured, page)
  const unruled = removeRules(level, inkBelow, white)
  const clean = paintOver(unruled, findLeaders(unruled, inkBelow), white)
  const pixels = Math.max(1, Math.floor(clean.dpi / 200))
  return sharpToPicture(pictureToSharp(clean).dilate(pixels), clean.dpi)
}

/** A page calmed in another way, upright and level as it was found to lie. */
async function levelOtherwise(
  original: Picture,
  measured: PageMeasure,
  { harm, turned, degrees }: Pick<PreparedPage, 'harm' | 'turned' | 'degrees'>,
): Promise<Picture> {
  const calm = await calmOtherwise(original, measured, harm)
  return levelPicture(turnPicture(enlargePicture(calm), turned), degrees, white)
}

/** Black for white where the page is printed white on black. */
export function paperToLight(picture: Picture, measure: PageMeasure): Picture {
  if (measure.paper >= darkPaper) return picture
  const data = new Uint8Array(picture.data.length)
  for (let i = 0; i < data.length; i++) data[i] = white - picture.data[i]!
  return { ...picture, data }
}

/** The twin's own way: a soft blur, so that its edges are not those of the first picture. */
function soften(picture: Picture): Promise<Picture> {
  return sharpToPicture(pictureToSharp(picture).blur(0.8 * (picture.dpi / 200)), picture.dpi)
}
