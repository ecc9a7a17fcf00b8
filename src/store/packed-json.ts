import { deflateSync, inflateSync } from 'node:zlib'

/** What packed lists begin with; a single value, and a list as earlier versions packed it, begin with another byte. */
const listMark = 1
const lengthBytes = 4

/** A JSON value as the compressed bytes that the database holds. */
export function packJson(value: unknown): Buffer {
  return packText(JSON.stringify(value))
}

/** JSON as the compressed bytes that the database holds. */
export function packText(json: string): Buffer {
  return deflateSync(json, { level: 6 })
}

/** The JSON value of compressed bytes. */
export function unpackJson(bytes: Uint8Array): unknown {
  return JSON.parse(inflateSync(bytes).toString('utf8'))
}

/** JSON values one after another, each compressed by itself: a long list is never one text. */
export function packList(values: Iterable<unknown>): Buffer {
  const parts: Buffer[] = [Buffer.of(listMark)]
  for (const value of values) {
    // what zlib gives lies in a buffer many times as long
    const packed = Buffer.from(packJson(value))
    const length = Buffer.alloc(lengthBytes)
    length.writeUInt32BE(packed.length)
    parts.push(length, packed)
  }
  return Buffer.concat(parts)
}

/** The values of a packed list, each unpacked when it is come to. */
export function* unpackList(bytes: Buffer): Generator<unknown> {
  if (bytes[0] !== listMark) {
    yield* unpackJson(bytes) as unknown[]
    return
  }
  for (let at = 1; at < bytes.length; ) {
    const end = at + lengthBytes + bytes.readUInt32BE(at)
    yield unpackJson(bytes.subarray(at + lengthBytes, end))
    at = end
  }
}
