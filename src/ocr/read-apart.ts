import { DocumentError } from '../errors.js'
import type { MediaType } from '../model/media-type.js'
import type { Page } from '../model/page.js'
import type { DrawnPage } from './draw-page.js'
import { type ApartOptions, ProcessDied, type ReadingProcess, startReadingProcess } from './reading-process.js'

/** Reads documents in other processes, so that none of them ends this one. */
export interface ApartReader {
  read(bytes: Uint8Array, mediaType: MediaType, options: ApartOptions): Promise<Page[]>
  /** A page as a PNG. Rejects with a DocumentError where it cannot be drawn. */
  draw(bytes: Uint8Array, mediaType: MediaType, page: DrawnPage): Promise<Uint8Array>
  close(): void
}

/** A process that holds more than this share of what it may is replaced before the next document, never within one. */
const renewAbove = 0.2

/**
 * Reads in one process that goes on from document to document, started when first needed. Where it ends under a
 * document, that document is read once more in a process of its own, from the page on that was not read; if that one ends
 * too, the document is at fault: a DocumentError `crashed`.
 */
export function createApartReader(megabytes: number, start = startReadingProcess): ApartReader {
  let common: ReadingProcess | undefined
  const alone = new Set<ReadingProcess>()
  const current = (goesOn = false): ReadingProcess => {
    if (!goesOn && common?.isIdle && common.memory() > renewAbove * megabytes * 1_000_000) common.end()
    else if (common?.isAlive) return common
    common = start(megabytes)
    return common
  }
  return {
    async read(bytes, mediaType, options) {
      options.signal?.throwIfAborted()
      try {
        return await current(options.again !== undefined).read(bytes, mediaType, options)
      } catch (error) {
        options.signal?.throwIfAborted()
        if (!(error instanceof ProcessDied)) throw error
      }
      const own = start(megabytes)
      alone.add(own)
      try {
        return await own.read(bytes, mediaType, options)
      } catch (error) {
        options.signal?.throwIfAborted()
        if (!(error instanceof ProcessDied)) throw error
        throw new DocumentError('crashed', error.message, error)
      } finally {
        own.end()
        alone.delete(own)
      }
    },
    async draw(bytes, mediaType, page) {
      try {
        return await current().draw(bytes, mediaType, page)
      } catch (error) {
        if (!(error instanceof ProcessDied)) throw error
        throw new DocumentError('crashed', error.message, error)
      }
    },
    close() {
      common?.end()
      for (const own of alone) own.end()
    },
  }
}
