import { StopError } from '../errors.js'
import type { MediaType } from '../model/media-type.js'
import type { DoubtfulPage, PicturePage } from '../model/page.js'
import { lookAgain, prepareAgain } from './look-again.js'
import { createPageDrawer } from './page-drawer.js'
import type { ReadOptions } from './read-options.js'
import { readPages } from './read-pages.js'
import type { Reader } from './reader.js'

/** Pages with the figures and words that are in doubt read again from their pictures; one that cannot be read again stays as it was. */
export async function readAgain(
  bytes: Uint8Array,
  mediaType: MediaType,
  doubtful: readonly DoubtfulPage[],
  options: ReadOptions,
): Promise<PicturePage[]> {
  const drawer = createPageDrawer(bytes, mediaType)
  const read = async (one: DoubtfulPage, reader: Reader): Promise<PicturePage> => {
    const { page } = one
    try {
      const kept = await options.prepared?.take(page.number)
      return await lookAgain(kept ?? (await prepareAgain(await drawer.draw(page.number), page)), one, reader)
    } catch (error) {
      if (error instanceof StopError) throw error
      return { ...page, again: [] }
    }
  }
  try {
    return await readPages(doubtful.length, options, (place, reader) => read(doubtful[place - 1]!, reader))
  } finally {
    await drawer.close()
  }
}
