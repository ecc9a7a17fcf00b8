import sharp from 'sharp'
import type { Random } from './random.js'
import { curlPage } from './warp-page.js'
import { drawStamps } from './wear-marks.js'

/** How worn a page comes out of the scanner. */
export type WearGrade =
  | 'clean'
  | 'light'
  | 'medium'
  | 'hard'
  | 'fax'
  | 'bleed'
  | 'uneven'
  | 'mush'
  | 'copied'
  | 'thin'
  | 'stamped'
  | 'curled'

/** A page of 8-bit grey pixels. */
export type GreyPicture = { data: Buffer; width: number; height: number }

/** A scanned page: grey, or black and white alone; its pixels are `scale` of those that were drawn. */
export type ScannedPage = { picture: GreyPicture; bilevel: boolean; quality: number; scale: number }

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
  /** A receipt stamp, signatures across the figures, an auditor's ticks. */
  stamps: boolean
  /** How far lines bend where the sheet is bound, as a fraction of its height. */
  curl: number
  /** How often a copy was copied before it was scanned. */
  copies: number
  /** Grey from which on ink is lost to the paper: hairlines break and dots over letters go. */
  lost: number
  /** Pixels of the scan as a share of those drawn. */
  scale: number
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
  stamps: false,
  curl: 0,
  copies: 0,
  lost: 255,
  scale: 1,
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
  mush: { ...CLEAN, skew: 0.4, blur: 0.5, noise: 4, ink: 30, paper: 246, quality: 24, scale: 0.715 },
  copied: { ...CLEAN, skew: 0.8, noise: 6, specks: 120, ink: 10, paper: 250, quality: 55, copies: 2 },
  thin: { ...CLEAN, skew: 0.3, blur: 0.7, noise: 3, ink: 25, paper: 252, quality: 60, lost: 118 },
  stamped: {
    ...CLEAN,
    marks: true,
    skew: 0.4,
    blur: 0.5,
    noise: 4,
    specks: 20,
    ink: 30,
    paper: 246,
    quality: 55,
    stamps: true,
  },
  curled: { ...CLEAN, skew: 1.4, blur: 0.5, noise: 5, ink: 35, paper: 240, shade: 25, quality: 55, curl: 0.012 },
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
  return layOver(picture, svg)
}

async function layOver(picture: GreyPicture, svg: string): Promise<GreyPicture> {
  const { width, height } = picture
  const data = await fromRaw(picture)
    .composite([{ input: Buffer.from(svg) }])
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { data, width, height }
}

/** A copy of a copy: strokes swell and fill, greys go, dirt stays. */
async function photocopy(random: Random, picture: GreyPicture): Promise<GreyPicture> {
  const data = await fromRaw(picture).blur(0.9).toColourspace('b-w').raw().toBuffer()
  const copy = { ...picture, data }
  addSpecks(random, copy, 90)
  const darkness = random.between(-14, 26)
  for (let at = 0; at < data.length; at++) {
    const value = 128 + ((data[at] ?? 255) - 128 - darkness) * 3.2
    data[at] = Math.max(0, Math.min(255, Math.round(value)))
  }
  return copy
}

/** All that comes to the sheet before it lies on the glass. */
async function handlePage(random: Random, page: GreyPicture, wear: Wear): Promise<GreyPicture> {
  let picture = wear.marks ? await addMarks(random.fork('marks'), page) : page
  if (wear.stamps) picture = await layOver(picture, drawStamps(random.fork('stamps'), picture))
  for (let copy = 0; copy < wear.copies; copy++) picture = await photocopy(random.fork(`copy ${copy}`), picture)
  return wear.curl > 0 ? curlPage(picture, wear.curl, random.fork('binding').chance(0.5)) : picture
}

async function resize(picture: GreyPicture, scale: number): Promise<GreyPicture> {
  if (scale === 1) return picture
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const data = await fromRaw(picture).resize(width, height, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer()
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
  const picture = await turnAndBlur(await handlePage(random, page, wear), angle, wear.blur)
  const { data, width, height } = picture
  const mirrored = wear.bleed > 0 && behind !== undefined ? await mirror(behind, width, height) : undefined
  const corner = { x: random.chance(0.5) ? 0 : width, y: random.next() * height }
  const reach = Math.hypot(width, height)
  addSpecks(random, picture, wear.specks)
  const noisy = wear.noise > 0 || wear.shade > 0 || mirrored !== undefined || wear.paper < 255
  for (let y = 0, at = 0; noisy && y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const printed = data[at] ?? 255
      const kept = printed > wear.lost ? 255 : printed
      let value = wear.ink + (kept * (wear.paper - wear.ink)) / 255
      if (mirrored !== undefined) value -= (255 - (mirrored[at] ?? 255)) * wear.bleed
      if (wear.shade > 0) value -= wear.shade * Math.max(0, 1 - (1.6 * Math.hypot(x - corner.x, y - corner.y)) / reach)
      if (wear.noise > 0) value += wear.noise * random.normal()
      data[at] = wear.bilevel ? (value < 138 ? 0 : 255) : Math.max(0, Math.min(255, Math.round(value)))
    }
  }
  return { picture: await resize(picture, wear.scale), bilevel: wear.bilevel, quality: wear.quality, scale: wear.scale }
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
