import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'
import { stretchPicture } from './stretch-picture.js'

const readingDpi = 300
/** A density that is only guessed may be far too low. */
const mostEnlarged = 2
/** Below this a scan is enlarged before it is read. */
const leastDpi = 190
/** Over this it is made smaller. */
const mostDpi = 450

/** The picture no finer than it can be read well: readers stumble over very large letters, and take longer. */
export async function shrinkPicture(picture: Picture): Promise<Picture> {
  if (picture.dpi <= mostDpi) return picture
  const scale = readingDpi / picture.dpi
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  return sharpToPicture(pictureToSharp(picture).resize(width, height, { fit: 'fill' }), readingDpi)
}

/** The picture at a density that can be read well. */
export function enlargePicture(picture: Picture): Picture {
  if (picture.dpi >= leastDpi) return picture
  const scale = Math.min(mostEnlarged, readingDpi / picture.dpi)
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  return stretchPicture(picture, width, height, picture.dpi * scale)
}
