import type { MediaType } from '../model/media-type.js'
import { findSkew } from './deskew.js'
import { levelPicture } from './level-picture.js'
import { measurePage } from './measure-page.js'
import { createPageDrawer } from './page-drawer.js'
import { pictureToSharp, turnPicture } from './picture.js'
import { paperToLight } from './prepare-page.js'

/** Which page to draw, and how it was read. */
export interface DrawnPage {
  /** 1-based in the document. */
  readonly number: number
  /** Quarter turns clockwise that made it upright. */
  readonly turned: number
  /** Whether its lines were made level to be read, as those of a scan are. */
  readonly level: boolean
  /** Pixels. */
  readonly width: number
}

const white = 255

/** A page as a PNG, upright and level as it was read, so that boxes lie where the figures stand. */
export async function drawPage(
  bytes: Uint8Array,
  mediaType: MediaType,
  { number, turned, level, width }: DrawnPage,
): Promise<Uint8Array> {
  const drawer = createPageDrawer(bytes, mediaType)
  const original = await drawer.draw(number).finally(drawer.close)
  const measure = measurePage(original)
  const upright = turnPicture(level ? paperToLight(original, measure) : original, turned)
  const { inkBelow } = upright.data === original.data ? measure : measurePage(upright)
  const picture = level ? levelPicture(upright, findSkew(upright, inkBelow), white) : upright
  return pictureToSharp(picture).resize({ width, withoutEnlargement: true }).png({ compressionLevel: 6 }).toBuffer()
}
