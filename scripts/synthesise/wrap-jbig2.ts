const PAGE_INFORMATION = 48
const IMMEDIATE_LOSSLESS_GENERIC_REGION = 39

/** A segment header for page 1 with no referred-to segments, then the data (ITU-T T.88, 7.2). */
function segment(number: number, type: number, data: Buffer): Buffer {
  const header = Buffer.alloc(11)
  header.writeUInt32BE(number, 0)
  header.writeUInt8(type, 4)
  header.writeUInt8(0, 5)
  header.writeUInt8(1, 6)
  header.writeUInt32BE(data.length, 7)
  return Buffer.concat([header, data])
}

/** CCITT group 4 data as the one generic region of an embedded JBIG2 stream (MMR coding, T.88 6.2.6). */
export function wrapJbig2({ bytes, width, height }: { bytes: Buffer; width: number; height: number }): Buffer {
  const page = Buffer.alloc(19)
  page.writeUInt32BE(width, 0)
  page.writeUInt32BE(height, 4)
  const region = Buffer.alloc(18)
  region.writeUInt32BE(width, 0)
  region.writeUInt32BE(height, 4)
  // Bit 0 of the last byte, the region's flags: the bitmap is coded with MMR.
  region.writeUInt8(1, 17)
  return Buffer.concat([
    segment(0, PAGE_INFORMATION, page),
    segment(1, IMMEDIATE_LOSSLESS_GENERIC_REGION, Buffer.concat([region, bytes])),
  ])
}
