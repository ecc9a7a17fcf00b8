import { evenBackground } from './even-background.js'
import { measureInk, type PageMeasure } from './measure-page.js'
import { mendThinner, seeStrokes } from './mend-strokes.js'
import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'
import { removeSpecks } from './remove-specks.js'

const noisyGrain = 4
const noisySpecks = 4
const white = 255
/** Pixels of an island of ink that is a speck, at 200 dots to the inch: the dots of å ä ö are larger. */
const speckPixels = 3

/** What a scan did to a page: nothing that hurts, dirt and grain, or dirt and strokes that are broken to pieces. */
export type Harm = 'none' | 'noise' | 'broken'

/** A page with its background evened, its noise damped and its broken strokes mended, as far as it needs it. */
export interface CalmPage {
  readonly picture: Picture
  readonly harm: Harm
  /** What was done, in order. */
  readonly steps: readonly string[]
}

/** Calms a page by what it measures as. A clean one keeps every dot. */
export async function calmPage(picture: Picture, measured: PageMeasure): Promise<CalmPage> {
  const { bilevel } = measured
  if (!isNoisy(measured)) {
    return bilevel
      ? { picture, harm: 'none', steps: [] }
      : { picture: await evenBackground(picture), harm: 'none', steps: ['even'] }
  }
  const even = await evenGrey(picture, measured)
  const strokes = await seeStrokes(even, measureInk(even).inkBelow)
  if (strokes.state === 'broken') return { picture: strokes.mended, harm: 'broken', steps: ['mended'] }
  // what is as small as a speck may be a stroke's, and thicker ones run together
  if (bilevel && strokes.state === 'frayed') return { picture, harm: 'broken', steps: ['frayed'] }
  if (!bilevel) {
    const damped = await sharpToPicture(pictureToSharp(picture).median(3), picture.dpi)
    return { picture: await evenBackground(damped), harm: 'noise', steps: ['median+even'] }
  }
  const clean = pictureToSharp(withoutSpecks(picture, 128)).blur(0.6 * (picture.dpi / 200))
  return { picture: await sharpToPicture(clean, picture.dpi), harm: 'noise', steps: ['specks+blur'] }
}

/** A noisy page as it came but for its background, and for its strokes where they are broken, for another reading. */
export async function calmOtherwise(picture: Picture, measured: PageMeasure, harm: Harm): Promise<Picture> {
  const even = await evenGrey(picture, measured)
  return harm === 'broken' ? mendThinner(even, measureInk(even).inkBelow) : even
}

/** The picture without specks. */
export function withoutSpecks(picture: Picture, inkBelow: number): Picture {
  const mostPixels = Math.max(1, Math.round(speckPixels * (picture.dpi / 200) ** 2))
  return removeSpecks(picture, inkBelow, white, mostPixels)
}

function isNoisy({ specks, bilevel, grain }: PageMeasure): boolean {
  return specks > noisySpecks || (!bilevel && grain > noisyGrain)
}

async function evenGrey(picture: Picture, { bilevel }: PageMeasure): Promise<Picture> {
  return bilevel ? picture : evenBackground(picture)
}
