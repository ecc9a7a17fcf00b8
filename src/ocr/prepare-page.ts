import { findSkew, levelPicture } from './deskew.js'
import { measurePage, type PageMeasure } from './measure-page.js'
import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'
import { removeRules } from './remove-rules.js'
import { removeSpecks } from './remove-specks.js'

const readingDpi = 300
/** Below this a scan is enlarged before it is read. */
const leastDpi = 190
const noisyGrain = 4
const noisySpecks = 4
const darkPaper = 110

/** A picture made ready for the reader, and the names of what was done to it, in order. */
export interface PreparedPage {
  readonly picture: Picture
  readonly steps: readonly string[]
  readonly inkBelow: number
  readonly paper: number
}

/**
 * Makes an upright page ready for the reader by what it measures as: background evened, noise damped, lines level,
 * ruling lines and specks gone. Clean pages keep every dot.
 */
export async function preparePage(original: Picture, measured: PageMeasure): Promise<PreparedPage> {
  const steps: string[] = []
  let picture = original
  let measure = measured
  const noisy = measure.bilevel ? measure.specks > noisySpecks : measure.grain > noisyGrain
  if (!measure.bilevel) {
    picture = await evenBackground(picture, noisy)
    steps.push(noisy ? 'even+median' : 'even')
    measure = measurePage(picture)
  } else if (noisy) {
    picture = removeSpecks(picture, 128, 255, Math.max(1, Math.round(3 * (picture.dpi / 200) ** 2)))
    picture = await sharpToPicture(pictureToSharp(picture).blur(0.6 * (picture.dpi / 200)), picture.dpi)
    steps.push('blur')
  }
  if (picture.dpi < leastDpi) {
    picture = await enlarge(picture)
    steps.push('enlarged')
  }
  const degrees = findSkew(picture, measure.inkBelow)
  const level = await levelPicture(picture, degrees, 255)
  if (level !== picture) steps.push('level')
  picture = removeRules(level, measure.inkBelow, 255)
  steps.push('rules')
  if (noisy && !measure.bilevel) {
    picture = removeSpecks(picture, measure.inkBelow, 255, Math.max(1, Math.round(3 * (picture.dpi / 200) ** 2)))
    steps.push('specks')
  }
  return { picture, steps, inkBelow: measure.inkBelow, paper: 255 }
}

/** Black for white where the page is printed white on black. */
export function paperToLight(picture: Picture, measure: PageMeasure): Picture {
  if (measure.paper >= darkPaper) return picture
  const data = new Uint8Array(picture.data.length)
  for (let i = 0; i < data.length; i++) data[i] = 255 - picture.data[i]!
  return { ...picture, data }
}

/** Divides by the paper's own shade, so that it becomes white all over; with a light median where the grain asks. */
async function evenBackground(picture: Picture, noisy: boolean): Promise<Picture> {
  const { width, height, dpi } = picture
  const calm = noisy ? await sharpToPicture(pictureToSharp(picture).median(3), dpi) : picture
  const cells = Math.max(8, Math.round(dpi / 8))
  const shade = await paperShade(calm, cells)
  const data = new Uint8Array(calm.data.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const ratio = calm.data[i]! / Math.max(1, shade[i]!)
      data[i] = Math.max(0, Math.min(255, Math.round((ratio - 0.15) * (255 / 0.8))))
    }
  }
  return { width, height, data, dpi }
}

/** The paper's shade under each pixel: the bright quantile of each cell, smoothed between them. */
async function paperShade({ width, height, data, dpi }: Picture, cell: number): Promise<Uint8Array> {
  const columns = Math.max(2, Math.ceil(width / cell))
  const rows = Math.max(2, Math.ceil(height / cell))
  const shades = new Uint8Array(columns * rows)
  const histogram = new Uint32Array(256)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0)
      let count = 0
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 2) {
        for (let x = column * cell; x < Math.min(width, (column + 1) * cell); x += 2) {
          histogram[data[y * width + x]!]!++
          count++
        }
      }
      let sum = 0
      let value = 255
      while (value > 0 && sum + histogram[value]! < count * 0.3) sum += histogram[value--]!
      shades[row * columns + column] = count === 0 ? 255 : value
    }
  }
  const small: Picture = { width: columns, height: rows, data: shades, dpi }
  const calm = await sharpToPicture(pictureToSharp(small).median(5).blur(1.5), dpi)
  const full = pictureToSharp(calm).resize(width, height, { fit: 'fill', kernel: 'cubic' })
  return (await sharpToPicture(full, dpi)).data
}

async function enlarge(picture: Picture): Promise<Picture> {
  const scale = readingDpi / picture.dpi
  const pipeline = pictureToSharp(picture).resize(
    Math.round(picture.width * scale),
    Math.round(picture.height * scale),
    {
      fit: 'fill',
      kernel: 'lanczos3',
    },
  )
  return sharpToPicture(pipeline, readingDpi)
}
