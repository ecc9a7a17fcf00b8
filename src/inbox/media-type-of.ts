import { extname } from 'node:path'
import type { MediaType } from '../model/media-type.js'

const pdfSearchBytes = 1024

const pictureMarks: readonly (readonly [MediaType, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** What a file claims to be by its name; what it is may differ. */
export function claimOf(name: string): 'pdf' | 'picture' | 'text' | 'other' {
  const extension = extname(name).toLowerCase()
  if (extension === '.pdf') return 'pdf'
  if (['.png', '.jpg', '.jpeg', '.tif', '.tiff'].includes(extension)) return 'picture'
  return extension === '.txt' ? 'text' : 'other'
}

/** Whether a name is that of a single picture, which cannot keep several readers busy by itself. */
export function isSinglePicture(name: string): boolean {
  // sida 3.JPG
  return /\.(png|jpe?g)$/i.test(name)
}

/**
 * What a file is by its first bytes; plain text only where it is named `.txt`. Undefined for anything else. A PDF may
 * have up to 1 KB of junk before its mark.
 */
export function mediaTypeOf(name: string, head: Uint8Array): MediaType | undefined {
  for (const [mediaType, mark] of pictureMarks) if (mark.every((byte, index) => head[index] === byte)) return mediaType
  if (Buffer.from(head.subarray(0, pdfSearchBytes)).includes('%PDF-', 0, 'latin1')) return 'application/pdf'
  return claimOf(name) === 'text' && head.length > 0 ? 'text/plain' : undefined
}
