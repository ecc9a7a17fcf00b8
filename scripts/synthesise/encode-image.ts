import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { GreyPicture } from './wear.js'
import { wrapJbig2 } from './wrap-jbig2.js'

const run = promisify(execFile)

/** The filters that scanners put into PDF files. */
export type Codec = 'jpeg' | 'jpx' | 'jbig2' | 'g3' | 'g4' | 'flate8' | 'flate1'

/** An image as a PDF holds it: bytes, and the entries of its dictionary. */
export type EncodedImage = {
  bytes: Uint8Array
  width: number
  height: number
  bitsPerComponent: number
  colourSpace: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'
  filter: 'DCTDecode' | 'JPXDecode' | 'JBIG2Decode' | 'CCITTFaxDecode' | 'FlateDecode'
  decodeParms?: Record<string, number | boolean>
  decode?: number[]
}

const raw = ({ data, width, height }: GreyPicture) => sharp(data, { raw: { width, height, channels: 1 } })

/** Rows of bits, the highest first, a set bit for black; each row begins on a byte. */
export function packBits({ data, width, height }: GreyPicture): Buffer {
  const stride = Math.ceil(width / 8)
  const packed = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 255) < 128) packed[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return packed
}

/** White added at the right and the bottom up to whole tiles of 16 pixels. */
async function padToTiles(picture: GreyPicture): Promise<GreyPicture> {
  const width = Math.ceil(picture.width / 16) * 16
  const height = Math.ceil(picture.height / 16) * 16
  const data = await raw(picture)
    .extend({ right: width - picture.width, bottom: height - picture.height, background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { data, width, height }
}

/** The bytes of a TIFF's only tile or strip. */
export function onlyStrip(tiff: Buffer): Buffer {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  const value = (tag: number): number | undefined => {
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12
      if (short(at) !== tag) continue
      if (long(at + 4) !== 1) throw new Error(`Expected one strip, got ${long(at + 4)}`)
      return short(at + 2) === 3 ? short(at + 8) : long(at + 8)
    }
    return undefined
  }
  const offset = value(324) ?? value(273)
  const length = value(325) ?? value(279)
  if (offset === undefined || length === undefined) throw new Error('Expected a TIFF with one strip, found none')
  return tiff.subarray(offset, offset + length)
}

/** CCITT group 4 of a page as one strip; black is coded as black. */
export async function encodeG4(picture: GreyPicture): Promise<{ bytes: Buffer; width: number; height: number }> {
  const { data, width, height } = await padToTiles(picture)
  const tiff = await raw({ data, width, height })
    .threshold(128)
    .negate()
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: width, tileHeight: height })
    .toBuffer()
  return { bytes: onlyStrip(tiff), width, height }
}

/** Runs a tool of Debian's on a picture: `{in}` is a TIFF of it, `{out}` what the tool writes. */
async function throughTool(picture: GreyPicture, command: string, args: readonly string[], ending: string) {
  const folder = await mkdtemp(join(tmpdir(), 'avstam-encode-'))
  try {
    const [source, target] = [join(folder, 'in.tif'), join(folder, `out.${ending}`)]
    await writeFile(source, await raw(picture).toColourspace('b-w').tiff({ compression: 'none' }).toBuffer())
    await run(
      command,
      args.map((arg) => arg.replace('{in}', source).replace('{out}', target)),
    )
    return await readFile(target)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** CCITT group 3, one-dimensional, through libtiff's `tiffcp`. */
async function encodeG3(picture: GreyPicture): Promise<EncodedImage> {
  const { width, height } = picture
  const bilevel = await raw(picture)
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ compression: 'none', bitdepth: 1 })
    .toBuffer()
  const folder = await mkdtemp(join(tmpdir(), 'avstam-encode-'))
  try {
    await writeFile(join(folder, 'in.tif'), bilevel)
    await run('tiffcp', ['-c', 'g3:1d', '-r', '100000', join(folder, 'in.tif'), join(folder, 'out.tif')])
    const bytes = onlyStrip(await readFile(join(folder, 'out.tif')))
    const decodeParms = { K: 0, Columns: width, Rows: height, EndOfLine: true, BlackIs1: true }
    return {
      bytes,
      width,
      height,
      bitsPerComponent: 1,
      colourSpace: 'DeviceGray',
      filter: 'CCITTFaxDecode',
      decodeParms,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Encodes a grey page for a PDF; codecs of one bit take what is darker than middle grey for ink. */
export async function encodeImage(picture: GreyPicture, codec: Codec, quality: number): Promise<EncodedImage> {
  const { width, height } = picture
  const grey = { width, height, bitsPerComponent: 8, colourSpace: 'DeviceGray' as const }
  const bilevel = { ...grey, bitsPerComponent: 1 }
  switch (codec) {
    case 'jpeg':
      return {
        ...grey,
        bytes: await raw(picture).toColourspace('b-w').jpeg({ quality }).toBuffer(),
        filter: 'DCTDecode',
      }
    case 'jpx': {
      const args = ['{in}', '-quality', String(Math.round(quality / 2)), '{out}']
      return { ...grey, bytes: await throughTool(picture, 'convert', args, 'jp2'), filter: 'JPXDecode' }
    }
    case 'jbig2': {
      const { bytes, width, height } = await encodeG4(picture)
      return { ...bilevel, width, height, bytes: wrapJbig2({ bytes, width, height }), filter: 'JBIG2Decode' }
    }
    case 'g3':
      return encodeG3(picture)
    case 'g4': {
      const { bytes, width, height } = await encodeG4(picture)
      return {
        ...bilevel,
        bytes,
        width,
        height,
        filter: 'CCITTFaxDecode',
        decodeParms: { K: -1, Columns: width, Rows: height },
      }
    }
    case 'flate8':
      return { ...grey, bytes: deflateSync(picture.data, { level: 9 }), filter: 'FlateDecode' }
    case 'flate1':
      return { ...bilevel, bytes: deflateSync(packBits(picture), { level: 9 }), filter: 'FlateDecode', decode: [1, 0] }
  }
}
