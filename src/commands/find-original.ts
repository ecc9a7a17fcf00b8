import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Original } from '../desk/desk-parts.js'
import { archivePath } from '../inbox/empty-inbox.js'
import { openDocument } from '../inbox/open-document.js'
import { pathsOf } from '../store/document-store.js'
import { findDocument } from '../store/read-desk.js'
import type { Settings } from './settings.js'

/**
 * A stored document's own bytes, from the archive, or for one that was read where it lay, from there if it is still the
 * same. Undefined where they are nowhere.
 */
export function findOriginal(database: Database, settings: Settings, sha256: string): Original | undefined {
  const document = findDocument(database, sha256)
  if (document === undefined) return undefined
  const mediaType = document.media_type as Original['mediaType'] | null
  if (mediaType === null) return undefined
  const places = [archivePath(settings.archive, sha256, mediaType), ...pathsOf(database, sha256)]
  for (const path of places.filter((one) => existsSync(one))) {
    const bytes = bytesAt(path, document.document, settings, sha256)
    if (bytes !== undefined) return { name: document.document, mediaType, bytes }
  }
  return undefined
}

function bytesAt(path: string, name: string, settings: Settings, sha256: string): Uint8Array | undefined {
  try {
    const opened = openDocument(path, settings.maximum_megabytes * 1_000_000, name)
    return opened?.sha256 === sha256 ? opened.bytes : undefined
  } catch {
    return undefined
  }
}
