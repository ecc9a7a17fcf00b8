import type { MediaType } from '../model/media-type.js'
import type { Page } from '../model/page.js'
import { readAgain } from './read-again.js'
import { readImage } from './read-image.js'
import type { ReadOptions } from './read-options.js'
import { readPdf } from './read-pdf.js'
import { readPlainText } from './read-plain-text.js'

/** All pages of a document with their words, in order. Throws a DocumentError where there is nothing to be had. */
export async function readDocument(
  bytes: Uint8Array,
  mediaType: MediaType,
  options: ReadOptions,
): Promise<{ pages: Page[] }> {
  if (options.again) return { pages: await readAgain(bytes, mediaType, options.again, options) }
  if (mediaType === 'text/plain') return { pages: readPlainText(bytes) }
  return { pages: mediaType === 'application/pdf' ? await readPdf(bytes, options) : await readImage(bytes, options) }
}
