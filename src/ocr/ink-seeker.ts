/** The index of the first pixel that is ink from one index on, and before another; that other where there is none. */
export type InkSeeker = (from: number, to: number) => number

/**
 * Finds what is darker than `below` among grey pixels. Most of a page is paper, which is passed over four pixels at a
 * time: where all have the bits set that only greys from `below` on have.
 */
export function inkSeeker(data: Uint8Array, below: number): InkSeeker {
  const limit = Math.ceil(below)
  const bits = bitsOfPaper(limit)
  const paper = (bits * 0x01010101) | 0
  const [quads, shift] = quadsOf(data)
  return (from, to) => {
    let at = from
    while (at < to && ((at + shift) & 3) !== 0) {
      if (data[at]! < limit) return at
      at++
    }
    const last = to - 3
    while (at < last) {
      while (at < last && (quads[(at + shift) >> 2]! & paper) === paper) at += 4
      if (at >= last) break
      for (const end = at + 4; at < end; at++) if (data[at]! < limit) return at
    }
    while (at < to && data[at]! >= limit) at++
    return Math.min(at, to)
  }
}

/** 1 for each pixel that is darker. */
export function inkOf(data: Uint8Array, below: number): Uint8Array {
  const limit = Math.ceil(below)
  const paper = (bitsOfPaper(limit) * 0x01010101) | 0
  const quads = quadsFrom(data)
  const ink = new Uint8Array(data.length)
  for (let quad = 0, at = 0; quad < quads.length; quad++, at += 4) {
    if ((quads[quad]! & paper) === paper) continue
    // without a branch: whether a pixel on a letter's edge is ink cannot be foretold
    for (let i = at; i < at + 4; i++) ink[i] = (data[i]! - limit) >>> 31
  }
  for (let i = quads.length << 2; i < data.length; i++) if (data[i]! < limit) ink[i] = 1
  return ink
}

/** The pixels by fours, from the first on, but for the last that make no four. */
export function quadsFrom(data: Uint8Array): Int32Array {
  const aligned = (data.byteOffset & 3) === 0 ? data : data.slice()
  return new Int32Array(aligned.buffer, aligned.byteOffset, data.length >> 2)
}

/** Share of the pixels that are darker. */
export function shareOfInk(data: Uint8Array, below: number): number {
  const seek = inkSeeker(data, below)
  let ink = 0
  for (let at = seek(0, data.length); at < data.length; at = seek(at + 1, data.length)) ink++
  return ink / data.length
}

/** The topmost bits that all greys from a limit on share, and no darker ones have: 192 for a limit of 160. */
function bitsOfPaper(limit: number): number {
  let bits = 0
  for (let bit = 128; bits < limit && bit > 0; bit >>= 1) bits |= bit
  return bits
}

/** The same bytes by fours, as far as they lie so in memory, and how many bytes before the first one's four begins. */
function quadsOf({ buffer, byteOffset, length }: Uint8Array): [Int32Array, number] {
  const shift = byteOffset & 3
  return [new Int32Array(buffer, byteOffset - shift, (shift + length) >> 2), shift]
}
