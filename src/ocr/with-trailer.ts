/** A file larger than this is not looked through. */
const mostBytes = 100_000_000

/**
 * A PDF that lost its trailer, with a new one that names its catalogue; undefined where it has one, has no catalogue, or
 * was cut short, since pages would then be missing without a word.
 */
export function withTrailer(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > mostBytes) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (/\btrailer\b|\/XRef\b/.test(text) || !text.slice(-2048).includes('%%EOF')) return undefined
  const catalogue = text.search(/\/Type\s*\/Catalog\b/)
  if (catalogue < 0) return undefined
  // 12 0 obj
  const [, number] = [...text.slice(Math.max(0, catalogue - 2048), catalogue).matchAll(/\b(\d+) 0 obj\b/g)].at(-1) ?? []
  if (number === undefined) return undefined
  return Buffer.concat([bytes, Buffer.from(`\ntrailer\n<< /Root ${number} 0 R >>\nstartxref\n0\n%%EOF\n`)])
}
