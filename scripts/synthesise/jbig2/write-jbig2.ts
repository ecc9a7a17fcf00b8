import { ArithmeticEncoder, type Contexts, createContexts } from './arithmetic-encoder.js'

/** A picture of one bit: 1 is ink. */
export type Bitmap = { width: number; height: number; ink(x: number, y: number): 0 | 1 }

/** A bitmap and where its top left corner stands. */
export type PlacedBitmap = { bitmap: Bitmap; x: number; y: number }

const SEGMENT = { symbolDictionary: 0, textRegion: 6, losslessGenericRegion: 39, pageInformation: 48 }
/** The four adaptive pixels of template 0 where they stand by default (T.88, 6.2.5.4). */
const ADAPTIVE_PIXELS = Buffer.from([3, -1, -3, -1, 2, -2, -2, -2].map((value) => value & 0xff))

/** A segment header, then the data (T.88, 7.2). Page 0 is for segments that stand among the globals. */
function segment(number: number, type: number, data: Buffer, { page = 1, refersTo = [] as number[] } = {}): Buffer {
  const header = Buffer.alloc(11 + refersTo.length)
  header.writeUInt32BE(number, 0)
  header.writeUInt8(type, 4)
  header.writeUInt8(refersTo.length << 5, 5)
  header.set(refersTo, 6)
  header.writeUInt8(page, 6 + refersTo.length)
  header.writeUInt32BE(data.length, 7 + refersTo.length)
  return Buffer.concat([header, data])
}

function pageInformation(width: number, height: number): Buffer {
  const data = Buffer.alloc(19)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  return segment(0, SEGMENT.pageInformation, data)
}

function regionInformation(width: number, height: number): Buffer {
  const data = Buffer.alloc(17)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  return data
}

/** CCITT group 4 data as the one generic region of an embedded JBIG2 stream (MMR coding, T.88 6.2.6). */
export function wrapGroup4({ bytes, width, height }: { bytes: Buffer; width: number; height: number }): Buffer {
  const region = Buffer.concat([regionInformation(width, height), Buffer.from([1]), bytes])
  return Buffer.concat([pageInformation(width, height), segment(1, SEGMENT.losslessGenericRegion, region)])
}

/** Codes a bitmap by template 0; any order of the sixteen context pixels gives the same stream. */
function codeBitmap(encoder: ArithmeticEncoder, contexts: Contexts, { width, height, ink }: Bitmap) {
  const pixel = (x: number, y: number) => (x < 0 || y < 0 || x >= width ? 0 : ink(x, y))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let context = 0
      for (let dx = -2; dx <= 2; dx++) context = (context << 1) | pixel(x + dx, y - 2)
      for (let dx = -3; dx <= 3; dx++) context = (context << 1) | pixel(x + dx, y - 1)
      for (let dx = -4; dx < 0; dx++) context = (context << 1) | pixel(x + dx, y)
      encoder.bit(contexts, context, ink(x, y))
    }
  }
}

/** A page as one arithmetically coded generic region. */
export function encodeGenericRegion(bitmap: Bitmap): Buffer {
  const encoder = new ArithmeticEncoder()
  codeBitmap(encoder, createContexts(1 << 16), bitmap)
  const { width, height } = bitmap
  const region = Buffer.concat([regionInformation(width, height), Buffer.from([0]), ADAPTIVE_PIXELS, encoder.finish()])
  return Buffer.concat([pageInformation(width, height), segment(1, SEGMENT.losslessGenericRegion, region)])
}

function unsigned(...values: number[]): Buffer {
  const data = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) data.writeUInt32BE(value, index * 4)
  return data
}

/** Symbols must come ordered by height, each height class by width. */
function symbolDictionary(symbols: readonly Bitmap[]): Buffer {
  const encoder = new ArithmeticEncoder()
  const [heights, widths, exports, bits] = [512, 512, 512, 1 << 16].map(createContexts) as [
    Contexts,
    Contexts,
    Contexts,
    Contexts,
  ]
  let height = 0
  for (const [index, symbol] of symbols.entries()) {
    const before = symbols[index - 1]
    const opens = before === undefined || before.height !== symbol.height
    if (opens) {
      if (before !== undefined) encoder.integer(widths, null)
      encoder.integer(heights, symbol.height - height)
      height = symbol.height
    }
    encoder.integer(widths, symbol.width - (opens ? 0 : before.width))
    codeBitmap(encoder, bits, symbol)
  }
  encoder.integer(widths, null)
  encoder.integer(exports, 0)
  encoder.integer(exports, symbols.length)
  const head = Buffer.concat([Buffer.from([0, 0]), ADAPTIVE_PIXELS, unsigned(symbols.length, symbols.length)])
  return Buffer.concat([head, encoder.finish()])
}

/** Flags of a text region: arithmetic, one line a strip, corner at the top left, symbols joined by OR. */
const TOP_LEFT = 1 << 4

/** A page as symbols in a dictionary among the globals, and a text region that places them: as scanners compress text. */
export function encodeTextRegion(
  width: number,
  height: number,
  placed: readonly PlacedBitmap[],
): { globals: Buffer; page: Buffer } {
  const byHeight = placed.toSorted((one, other) => one.bitmap.height - other.bitmap.height)
  const symbols = byHeight.map(({ bitmap }) => bitmap)
  const bits = Math.ceil(Math.log2(Math.max(1, symbols.length)))
  const encoder = new ArithmeticEncoder()
  const [strips, firsts, steps] = [512, 512, 512].map(createContexts) as [Contexts, Contexts, Contexts]
  const numbers = createContexts(1 << (bits + 1))
  encoder.integer(strips, 0)
  let [strip, first] = [0, 0]
  for (const y of [...new Set(placed.map((one) => one.y))].sort((one, other) => one - other)) {
    encoder.integer(strips, y - strip)
    strip = y
    const row = placed.filter((one) => one.y === y).toSorted((one, other) => one.x - other.x)
    let end = 0
    for (const [index, { bitmap, x }] of row.entries()) {
      if (index === 0) {
        encoder.integer(firsts, x - first)
        first = x
      } else encoder.integer(steps, x - end)
      encoder.symbol(numbers, symbols.indexOf(bitmap), bits)
      end = x + bitmap.width - 1
    }
    encoder.integer(steps, null)
  }
  const flags = Buffer.from([TOP_LEFT >> 8, TOP_LEFT & 0xff])
  const region = Buffer.concat([regionInformation(width, height), flags, unsigned(placed.length), encoder.finish()])
  return {
    globals: segment(0, SEGMENT.symbolDictionary, symbolDictionary(symbols), { page: 0 }),
    page: Buffer.concat([
      segment(1, SEGMENT.pageInformation, pageInformation(width, height).subarray(11)),
      segment(2, SEGMENT.textRegion, region, { refersTo: [0] }),
    ]),
  }
}
