import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const chunk = Buffer.alloc(1 << 20)

/** SHA-256 of a file's bytes, of which few are held at once; undefined where they cannot be read. */
export function hashFile(path: string): string | undefined {
  const hash = createHash('sha256')
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    for (;;) {
      const count = readSync(descriptor, chunk)
      if (count === 0) return hash.digest('hex')
      hash.update(chunk.subarray(0, count))
    }
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
