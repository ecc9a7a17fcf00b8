import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { type FilePath, nameOfPath } from './file-path.js'
import { mediaTypeOf } from './media-type-of.js'
import { identityOf } from './open-document.js'

const endBytes = 2048
/** A file that does not end as its kind does must have been left alone for so many times as long as another. */
const patience = 12

/** Files that nobody writes to any more, and files that are still arriving. */
export interface SortedFiles {
  readonly arrived: readonly FilePath[]
  readonly arriving: readonly FilePath[]
}

/** The files' sizes and times as they were seen, from one look at a folder to the next. */
export interface Arrivals {
  /** Sorts files by what is known of them now. `clock` runs evenly, in milliseconds, whatever the time of day does. */
  sort(files: readonly FilePath[], clock?: number, timeOfDay?: number): SortedFiles
}

/**
 * Watches files arrive: a file has arrived when neither its size nor its time has changed for `quietSeconds`, and
 * twelve times as long where its end is missing (a copy that broke off, a share that sets the size first). One that was
 * last written that long ago when it is first seen has arrived already. A file that went away is in neither list.
 */
export function watchArrivals(quietSeconds: number): Arrivals {
  let known = new Map<string, { identity: string; since: number; isWhole: boolean }>()
  return {
    sort(files, clock = performance.now(), timeOfDay = Date.now()) {
      const seen: typeof known = new Map()
      const arrived: FilePath[] = []
      const arriving: FilePath[] = []
      for (const path of files) {
        const status = lstatSync(path, { throwIfNoEntry: false })
        if (status === undefined) continue
        const key = Buffer.from(path).toString('latin1')
        const identity = identityOf(status)
        const before = known.get(key)
        const same = before?.identity === identity ? before : undefined
        const since = same?.since ?? clock - ageOf(status, timeOfDay, before)
        // of ten thousand that wait, each would be opened at each look
        const isWhole = same?.isWhole || endsAsItShould(path, status)
        seen.set(key, { identity, since, isWhole })
        const wanted = quietSeconds * 1000 * (isWhole ? 1 : patience)
        if (clock - since >= wanted) arrived.push(path)
        else arriving.push(path)
      }
      known = seen
      return { arrived, arriving }
    },
  }
}

/** How long ago a file that is met for the first time was written; a time to come tells nothing. */
function ageOf({ mtimeMs, ctimeMs }: Stats, timeOfDay: number, before: unknown): number {
  return before === undefined ? Math.max(0, timeOfDay - Math.max(mtimeMs, ctimeMs)) : 0
}

/** Whether a PDF, PNG or JPEG has its end mark; of other kinds nothing can be told. */
function endsAsItShould(path: FilePath, { size }: Stats): boolean {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (!fstatSync(descriptor).isFile()) return true
    const head = Buffer.alloc(Math.min(endBytes, size))
    const end = Buffer.alloc(head.length)
    readSync(descriptor, head, 0, head.length, 0)
    readSync(descriptor, end, 0, end.length, size - end.length)
    const mediaType = mediaTypeOf(nameOfPath(path), head)
    if (mediaType === 'application/pdf') return end.includes('%%EOF', 0, 'latin1')
    if (mediaType === 'image/png') return end.includes('IEND', 0, 'latin1')
    if (mediaType === 'image/jpeg') return end.includes(Buffer.from([0xff, 0xd9]))
    return size > 0
  } catch {
    // what may not be read will be said when it is taken
    return true
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
