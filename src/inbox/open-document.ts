import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { DocumentError } from '../errors.js'
import type { MediaType } from '../model/media-type.js'
import { type FilePath, nameOfPath } from './file-path.js'
import { claimOf, mediaTypeOf } from './media-type-of.js'

const headBytes = 1024

/** A file's bytes, opened once: the hash, the kind and the reading all belong to the same bytes. */
export interface OpenedDocument {
  readonly name: string
  readonly path: FilePath
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Undefined where the content is neither PDF, picture nor text, whatever the name claims. */
  readonly mediaType: MediaType | undefined
  readonly claim: ReturnType<typeof claimOf>
  /** Tells whether the file at the path is still the one that was read. */
  readonly identity: string
}

/**
 * Opens and reads a file; undefined where it is no document by content and claims to be none. `name` is what it is
 * called where its path does not say. Throws DocumentError.
 */
export function openDocument(
  path: FilePath,
  maximumBytes: number,
  name: string = nameOfPath(path),
): OpenedDocument | undefined {
  const descriptor = openWithoutFollowing(path)
  try {
    const status = fstatSync(descriptor)
    if (!status.isFile()) throw new DocumentError('unreadable', `${name} is not a plain file.`)
    const head = readBytes(descriptor, Math.min(headBytes, status.size))
    const mediaType = mediaTypeOf(name, head)
    const claim = claimOf(name)
    if (mediaType === undefined && claim === 'other') return undefined
    if (status.size > maximumBytes) {
      throw new DocumentError(
        'too-large',
        `${name} holds ${megabytes(status.size)}; the cap is ${megabytes(maximumBytes)}.`,
      )
    }
    const bytes = readBytes(descriptor, status.size)
    const identity = identityOf(status)
    if (identityOf(fstatSync(descriptor)) !== identity) {
      throw new DocumentError('changing', `${name} was written to while it was read.`)
    }
    return { name, path, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType, claim, identity }
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw new DocumentError('unreadable', `${name} could not be read: ${messageOf(error)}.`, error)
  } finally {
    closeSync(descriptor)
  }
}

/** Device, number, size and time of a file: the same for as long as nobody writes to it or puts another in its place. */
export function identityOf(status: Stats): string {
  return [status.dev, status.ino, status.size, status.mtimeMs].join(':')
}

/** Opens what is there without following a link and without waiting on a pipe. */
function openWithoutFollowing(path: FilePath): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const name = nameOfPath(path)
    if (gone) throw new DocumentError('vanished', `${name} went away before it was read.`, error)
    throw new DocumentError('unreadable', `${name} could not be opened: ${messageOf(error)}.`, error)
  }
}

/** Reads from the file's start. */
function readBytes(descriptor: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, done)
    if (count === 0) break
    done += count
  }
  return bytes.subarray(0, done)
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
