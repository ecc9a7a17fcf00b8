import { deflateSync } from 'node:zlib'
import { PDFHexString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { type EncodedImage, encodeG4, encodeImage, packBits } from './encode-image.js'
import { type Bitmap, encodeGenericRegion, encodeTextRegion, type PlacedBitmap } from './jbig2/write-jbig2.js'
import { throughTool } from './run-tool.js'
import type { GreyPicture } from './wear.js'
import type { PdfPage, PlacedImage } from './write-pdf.js'

const raw = ({ data, width, height }: GreyPicture) => sharp(data, { raw: { width, height, channels: 1 } })
const deflate = (bytes: Uint8Array) => deflateSync(bytes, { level: 9 })

function toBitmap({ data, width, height }: GreyPicture): Bitmap {
  return { width, height, ink: (x, y) => ((data[y * width + x] ?? 255) < 128 ? 1 : 0) }
}

/** The lines of the page cut out, each a symbol: rows with ink between rows without. */
function cutLines(page: Bitmap): PlacedBitmap[] {
  const rows = Array.from({ length: page.height }, (_, y) => y)
  const hasInk = (y: number) => Array.from({ length: page.width }, (_, x) => page.ink(x, y)).includes(1)
  const inked = rows.map(hasInk)
  return rows.flatMap((y) => {
    if (!inked[y] || inked[y - 1]) return []
    const end = inked.indexOf(false, y)
    const height = (end < 0 ? page.height : end) - y
    const bitmap: Bitmap = { width: page.width, height, ink: (x, row) => page.ink(x, y + row) }
    return [{ bitmap, x: 0, y }]
  })
}

/** Rows after PNG's filter "up", each with its tag before it. */
function predictUp({ data, width, height }: GreyPicture): Buffer {
  const out = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    out[y * (width + 1)] = 2
    for (let x = 0; x < width; x++) {
      const above = y === 0 ? 0 : (data[(y - 1) * width + x] ?? 0)
      out[y * (width + 1) + 1 + x] = (data[y * width + x] ?? 0) - above
    }
  }
  return out
}

function runLength(bytes: Uint8Array): Buffer {
  const out: number[] = []
  for (let at = 0; at < bytes.length; ) {
    let run = 1
    while (run < 128 && bytes[at + run] === bytes[at]) run++
    out.push(run === 1 ? 0 : 257 - run, bytes[at] ?? 0)
    at += run
  }
  return Buffer.from([...out, 128])
}

const invert = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => 255 - byte))

/** The same page once for every way that PDF files hold a scanned image, by the fixture's name. */
export async function encodeEveryWay(page: GreyPicture): Promise<Record<string, EncodedImage>> {
  const { width, height, data } = page
  const size = { width, height }
  const grey = { ...size, bitsPerComponent: 8, colourSpace: 'DeviceGray' as const }
  const bilevel = { ...grey, bitsPerComponent: 1 }
  const flate = { filter: 'FlateDecode' as const }
  const colour = await raw(page).tint('#fdf6e3').toColourspace('srgb').removeAlpha().raw().toBuffer()
  const rgb = sharp(colour, { raw: { ...size, channels: 3 } })
  const bits = packBits(page)
  const group4 = await encodeG4(page)
  const text = encodeTextRegion(width, height, cutLines(toBitmap(page)))
  const sixteen = Buffer.alloc(data.length * 2)
  for (const [index, value] of data.entries()) sixteen.writeUInt16BE(value * 257, index * 2)
  const palette = PDFHexString.of('fffdf0404858')
  return {
    'dct-grey': await encodeImage(page, 'jpeg', 80),
    'dct-rgb': {
      ...grey,
      bytes: await rgb.jpeg({ quality: 80 }).toBuffer(),
      colourSpace: 'DeviceRGB',
      filter: 'DCTDecode',
    },
    'dct-cmyk': {
      ...grey,
      bytes: await rgb.clone().toColourspace('cmyk').jpeg({ quality: 80 }).toBuffer(),
      colourSpace: 'DeviceCMYK',
      filter: 'DCTDecode',
      // JPEG of four inks holds them inverted, as Adobe's programs write them.
      decode: [1, 0, 1, 0, 1, 0, 1, 0],
    },
    'jpx-grey': await encodeImage(page, 'jpx', 80),
    'jpx-rgb': {
      ...grey,
      bytes: await throughTool(
        await rgb.clone().tiff({ compression: 'none' }).toBuffer(),
        'convert',
        ['{in}', '-quality', '40', '{out}'],
        'jp2',
      ),
      colourSpace: 'DeviceRGB',
      filter: 'JPXDecode',
    },
    'jbig2-mmr': await encodeImage(page, 'jbig2', 0),
    'jbig2-arithmetic': { ...bilevel, bytes: encodeGenericRegion(toBitmap(page)), filter: 'JBIG2Decode' },
    'jbig2-globals': { ...bilevel, bytes: text.page, filter: 'JBIG2Decode', globals: text.globals },
    'ccitt-g3': await encodeImage(page, 'g3', 0),
    'ccitt-g3-2d': await encodeImage(page, 'g3-2d', 0),
    'ccitt-g4': await encodeImage(page, 'g4', 0),
    'ccitt-g4-black-is-1': {
      ...bilevel,
      ...group4,
      filter: 'CCITTFaxDecode',
      decodeParms: { K: -1, Columns: group4.width, Rows: group4.height, BlackIs1: true },
      decode: [1, 0],
    },
    'flate-1': { ...bilevel, ...flate, bytes: deflate(invert(bits)) },
    'flate-8': { ...grey, ...flate, bytes: deflate(data) },
    'flate-8-predictor': {
      ...grey,
      ...flate,
      bytes: deflate(predictUp(page)),
      decodeParms: { Predictor: 15, Colors: 1, BitsPerComponent: 8, Columns: width },
    },
    'flate-8-rgb': { ...grey, ...flate, bytes: deflate(colour), colourSpace: 'DeviceRGB' },
    'flate-16': { ...grey, ...flate, bytes: deflate(sixteen), bitsPerComponent: 16 },
    'run-length-1': { ...bilevel, bytes: runLength(invert(bits)), filter: 'RunLengthDecode' },
    indexed: { ...bilevel, ...flate, bytes: deflate(bits), colourSpace: ['Indexed', 'DeviceRGB', 1, palette] },
    inverted: { ...grey, ...flate, bytes: deflate(invert(data)), decode: [1, 0] },
    'stencil-mask': { ...size, ...flate, bytes: deflate(invert(bits)), bitsPerComponent: 1, imageMask: true },
  }
}

/** Pages that are made of more than one upright picture, by the fixture's name. */
export async function bindOddPages(page: GreyPicture, dpi: number): Promise<Record<string, PdfPage>> {
  const { width, height } = page
  const size = { width, height, dpi }
  const strips: PlacedImage[] = []
  for (let top = 0; top < height; top += 128) {
    const rows = Math.min(128, height - top)
    const strip = { data: page.data.subarray(top * width, (top + rows) * width), width, height: rows }
    strips.push({ image: await encodeImage(strip, 'jpeg', 80), x: 0, y: top })
  }
  const paper = await sharp({ create: { width: 104, height: 40, channels: 3, background: '#f4efe2' } })
    .jpeg()
    .toBuffer()
  const background: EncodedImage = {
    bytes: paper,
    width: 104,
    height: 40,
    bitsPerComponent: 8,
    colourSpace: 'DeviceRGB',
    filter: 'DCTDecode',
  }
  const ink: EncodedImage = {
    bytes: deflate(invert(packBits(page))),
    width,
    height,
    bitsPerComponent: 1,
    imageMask: true,
    filter: 'FlateDecode',
  }
  const turned = await raw(page).rotate(270).toColourspace('b-w').raw().toBuffer()
  const onSide = { data: turned, width: height, height: width }
  return {
    strips: { kind: 'pieces', ...size, pieces: strips },
    'mixed-raster': { kind: 'pieces', ...size, pieces: [background, ink].map((image) => ({ image, x: 0, y: 0 })) },
    'rotate-90': {
      kind: 'pieces',
      width: height,
      height: width,
      dpi,
      rotate: 90,
      pieces: [{ image: await encodeImage(onSide, 'flate1', 0), x: 0, y: 0 }],
    },
  }
}
