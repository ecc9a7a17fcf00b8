import sharp from 'sharp'
import type { Random } from './random.js'

/** How worn a page comes out of the scanner. */
export type WearGrade = 'clean' | 'light' | 'medium' | 'hard' | 'fax' | 'bleed' | 'uneven'

/** A page of 8-bit grey pixels. */
export type GreyPicture = { data: Buffer; width: number; height: number }

/** A scanned page: grey, or black and white alone. */
export type ScannedPage = { picture: GreyPicture; bilevel: boolean; quality: number }

type Wear = {
  /** Largest skew in degrees. */
  skew: number
  blur: number
  /** Standard deviation of the noise, of 255. */
  noise: number
  /** Specks to a page. */
  specks: number
  /** Lightest ink and darkest paper. */
  ink: number
  paper: number
  /** Shade at the worst edge, of 255. */
  shade: number
  /** Strength of the page behind, 0..1. */
  bleed: number
  /** Punch holes and initials in ink. */
  marks: boolean
  bilevel: boolean
  quality: number
}

const CLEAN: Wear = {
  skew: 0,
  blur: 0,
  noise: 0,
  specks: 0,
  ink: 0,
  paper: 255,
  shade: 0,
  bleed: 0,
  marks: false,
  bilevel: false,
  quality: 72,
}
const GRADES: Record<WearGrade, Wear> = {
  clean: CLEAN,
  light: { ...CLEAN, skew: 0.25, blur: 0.4, noise: 2, ink: 20, paper: 250, quality: 62 },
  medium: { ...CLEAN, skew: 0.6, blur: 0.7, noise: 7, specks: 40, ink: 35, paper: 246, quality: 52 },
  hard: {
    ...CLEAN,
    marks: true,
    skew: 1.1,
    blur: 0.9,
    noise: 16,
    specks: 160,
    ink: 60,
    paper: 232,
    shade: 30,
    quality: 42,
  },
  fax: { ...CLEAN, marks: true, skew: 0.5, blur: 0.8, noise: 24, specks: 180, ink: 40, paper: 235, bilevel: true },
  bleed: { ...CLEAN, skew: 0.4, blur: 0.6, noise: 5, ink: 30, paper: 244, bleed: 0.16, quality: 52 },
  uneven: {
    ...CLEAN,
    marks: true,
    skew: 0.5,
    blur: 0.6,
    noise: 5,
    specks: 30,
    ink: 35,
    paper: 240,
    shade: 75,
    quality: 52,
  },
}

export const WEAR_GRADES = Object.keys(GRADES) as WearGrade[]

/** Decodes a picture to grey pixels. */
export async function toGrey(picture: Buffer): Promise<GreyPicture> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function fromRaw({ data, width, height }: GreyPicture) {
  return sharp(data, { raw: { width, height, channels: 1 } })
}

async function turnAndBlur(picture: GreyPicture, angle: number, blur: number): Promise<GreyPicture> {
  let image = fromRaw(picture)
  if (angle !== 0) image = image.rotate(angle, { background: '#fff' })
  const turned = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const grey = { data: turned.data, width: turned.info.width, height: turned.info.height }
  if (blur < 0.3) return grey
  const data = await fromRaw(grey).blur(blur).toColourspace('b-w').raw().toBuffer()
  return { ...grey, data }
}

/** Spots of dirt, dark on paper and now and then light on ink. */
function addSpecks(random: Random, { data, width, height }: GreyPicture, count: number) {
  for (let index = 0; index < count; index++) {
    const [x, y, size] = [random.between(0, width - 5), random.between(0, height - 5), random.between(1, 3)]
    const shade = random.chance(0.8) ? random.between(20, 120) : 245
    for (let row = y; row < y + size; row++)
      data.fill(shade, row * width + x, row * width + x + random.between(1, size))
  }
}

/** Two punch holes in the left margin and somebody's initials at the foot. */
async function addMarks(random: Random, picture: GreyPicture): Promise<GreyPicture> {
  const { width, height } = picture
  const unit = width / 210
  const holes = [-40, 40].map(
    (away) => `<circle cx="${11 * unit}" cy="${height / 2 + away * unit}" r="${3 * unit}" fill="#3a3a3a"/>`,
  )
  let [x, y] = [random.between(150, 180) * unit, random.between(276, 284) * unit]
  let path = `M${x} ${y}`
  for (let stroke = 0; stroke < 7; stroke++) {
    const [dx, dy] = [(random.next() - 0.2) * 7 * unit, (random.next() - 0.5) * 12 * unit]
    path += ` q${random.next() * 6 * unit} ${-dy} ${dx} ${dy}`
    x += dx
    y += dy
  }
  const ink = `<path d="${path}" fill="none" stroke="#333" stroke-width="${0.5 * unit}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${holes.join('')}${ink}</svg>`
  const data = await fromRaw(picture)
    .composite([{ input: Buffer.from(svg) }])
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { data, width, height }
}

/** The page as a scanner of that wear delivers it; `behind` is the picture on the sheet's other side. */
export async function wearPage(
  random: Random,
  page: GreyPicture,
  grade: WearGrade,
  behind: GreyPicture | undefined,
): Promise<ScannedPage> {
  const wear = GRADES[grade]
  const angle = (random.next() * 2 - 1) * wear.skew
  const marked = wear.marks ? await addMarks(random.fork('marks'), page) : page
  const picture = await turnAndBlur(marked, angle, wear.blur)
  const { data, width, height } = picture
  const mirrored = wear.bleed > 0 && behind !== undefined ? await mirror(behind, width, height) : undefined
  const corner = { x: random.chance(0.5) ? 0 : width, y: random.next() * height }
  const reach = Math.hypot(width, height)
  addSpecks(random, picture, wear.specks)
  const noisy = wear.noise > 0 || wear.shade > 0 || mirrored !== undefined || wear.paper < 255
  for (let y = 0, at = 0; noisy && y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      let value = wear.ink + ((data[at] ?? 255) * (wear.paper - wear.ink)) / 255
      if (mirrored !== undefined) value -= (255 - (mirrored[at] ?? 255)) * wear.bleed
      if (wear.shade > 0) value -= wear.shade * Math.max(0, 1 - (1.6 * Math.hypot(x - corner.x, y - corner.y)) / reach)
      if (wear.noise > 0) value += wear.noise * random.normal()
      data[at] = wear.bilevel ? (value < 138 ? 0 : 255) : Math.max(0, Math.min(255, Math.round(value)))
    }
  }
  return { picture, bilevel: wear.bilevel, quality: wear.quality }
}

async function mirror(picture: GreyPicture, width: number, height: number): Promise<Buffer> {
  return fromRaw(picture).flop().blur(1.4).resize(width, height, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer()
}

/** The page turned clockwise by quarters, as when a sheet is fed the wrong way. */
export async function turnPage(page: ScannedPage, quarters: number): Promise<ScannedPage> {
  if (quarters % 4 === 0) return page
  const turned = await fromRaw(page.picture)
    .rotate(90 * quarters)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...page, picture: { data: turned.data, width: turned.info.width, height: turned.info.height } }
}
