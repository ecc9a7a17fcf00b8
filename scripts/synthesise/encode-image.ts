import { deflateSync } from 'node:zlib'
import type { PDFHexString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { wrapGroup4 } from './jbig2/write-jbig2.js'
import { throughTool } from './run-tool.js'
import type { GreyPicture } from './wear.js'

/** The filters that scanners put into PDF files. */
export type Codec = 'jpeg' | 'jpx' | 'jbig2' | 'g3' | 'g3-2d' | 'g4' | 'flate8' | 'flate1'

type ColourSpace = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' | ['Indexed', 'DeviceRGB', number, PDFHexString]

/** An image as a PDF holds it: bytes, and the entries of its dictionary. */
export type EncodedImage = {
  bytes: Uint8Array
  width: number
  height: number
  bitsPerComponent: number
  /** Absent on a stencil mask, which is painted in the colour of the page's ink. */
  colourSpace?: ColourSpace
  imageMask?: true
  filter: 'DCTDecode' | 'JPXDecode' | 'JBIG2Decode' | 'CCITTFaxDecode' | 'FlateDecode' | 'RunLengthDecode'
  decodeParms?: Record<string, number | boolean>
  decode?: number[]
  /** Segments that JBIG2 keeps beside the image. */
  globals?: Uint8Array
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

/** CCITT group 3 through libtiff's `tiffcp`; `2d` codes most rows by the row before. */
async function encodeG3(picture: GreyPicture, kind: '1d' | '2d'): Promise<EncodedImage> {
  const { width, height } = picture
  const tiff = await raw(picture)
    .threshold(128)
    .negate()
    .toColourspace('b-w')
    .tiff({ compression: 'none', bitdepth: 1 })
    .toBuffer()
  const coded = await throughTool(tiff, 'tiffcp', ['-c', `g3:${kind}`, '-r', '100000', '{in}', '{out}'], 'tif')
  const decodeParms = { K: kind === '1d' ? 0 : 4, Columns: width, Rows: height, EndOfLine: true }
  const bytes = onlyStrip(coded)
  return { bytes, width, height, bitsPerComponent: 1, colourSpace: 'DeviceGray', filter: 'CCITTFaxDecode', decodeParms }
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
      const tiff = await raw(picture).toColourspace('b-w').tiff({ compression: 'none' }).toBuffer()
      return { ...grey, bytes: await throughTool(tiff, 'convert', args, 'jp2'), filter: 'JPXDecode' }
    }
    case 'jbig2': {
      const { bytes, width, height } = await encodeG4(picture)
      return { ...bilevel, width, height, bytes: wrapGroup4({ bytes, width, height }), filter: 'JBIG2Decode' }
    }
    case 'g3':
      return encodeG3(picture, '1d')
    case 'g3-2d':
      return encodeG3(picture, '2d')
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
