import { deflateSync, inflateSync } from 'node:zlib'

/** A JSON value as the compressed bytes that the database holds. */
export function packJson(value: unknown): Buffer {
  return deflateSync(JSON.stringify(value), { level: 6 })
}

/** The JSON value of compressed bytes. */
export function unpackJson(bytes: Uint8Array): unknown {
  return JSON.parse(inflateSync(bytes).toString('utf8'))
}
