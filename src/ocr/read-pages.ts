import pLimit from 'p-limit'
import { DocumentError, StopError } from '../errors.js'
import type { PicturePage } from '../model/page.js'
import { failedPage } from './failed-page.js'
import type { ReadOptions } from './read-options.js'
import type { Reader } from './reader.js'
import { createReaderPool } from './reader-pool.js'

/**
 * Reads pages 1 to `total` but those that are not wanted, so many at once as there are jobs, each with a reader of its
 * own. A page that fails becomes a page with an issue; only if all fail the first failure is thrown.
 */
export async function readPages(
  total: number,
  options: ReadOptions,
  readPage: (number: number, reader: Reader) => Promise<PicturePage>,
): Promise<PicturePage[]> {
  const { engine, readers = createReaderPool(), without = new Set() } = options
  const numbers = Array.from({ length: total }, (_, index) => index + 1).filter((number) => !without.has(number))
  const jobs = Math.max(1, Math.min(options.jobs, numbers.length))
  const limit = pLimit(jobs)
  const failures: DocumentError[] = []
  let done = total - numbers.length
  const readOne = async (number: number): Promise<PicturePage> => {
    options.signal?.throwIfAborted()
    const reader = readers.take(engine)
    try {
      return await readPage(number, reader)
    } catch (error) {
      options.signal?.throwIfAborted()
      if (error instanceof StopError) throw error
      const failure = toFailure(error, number)
      failures.push(failure)
      return failedPage(number, `${failure.reason}: ${failure.message}`)
    } finally {
      readers.giveBack(engine, reader)
    }
  }
  const readAndTell = async (number: number): Promise<PicturePage[]> => {
    const page = await readOne(number)
    options.onPage?.(page, ++done, total)
    return options.isOnlyTold ? [] : [page]
  }
  try {
    const pages = await Promise.all(numbers.map((number) => limit(readAndTell, number)))
    if (failures.length === total && failures[0]) throw failures[0]
    return pages.flat()
  } finally {
    limit.clearQueue()
    if (readers !== options.readers) await readers.close()
  }
}

function toFailure(error: unknown, number: number): DocumentError {
  if (error instanceof DocumentError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new DocumentError('unreadable', `Page ${number} could not be read: ${message}`, error)
}
