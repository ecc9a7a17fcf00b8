import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { archivePath } from '../inbox/empty-inbox.js'
import type { MediaType } from '../model/media-type.js'
import type { ViewRow } from '../model/view.js'
import type { DocumentRow } from '../store/read-views.js'

/** Where documents lie, and from where they are looked at. */
export interface Places {
  /** A folder or a web address under which they have their own names; undefined where only the archive has them. */
  readonly documents: string | undefined
  readonly archive: string
  /** The folder that addresses are relative to. */
  readonly from: string
}

// https://example.org/reports
const webAddress = /^[a-z][a-z0-9+.-]+:\/\//i

/** Tells a row's page as an address, relative to the folder it is looked at from; undefined where it lies nowhere. */
export function pageAddresses(
  { documents, archive, from }: Places,
  stored: readonly DocumentRow[],
): (row: ViewRow) => string | undefined {
  const mediaTypes = new Map(stored.map(({ sha256, media_type }) => [sha256, media_type as MediaType | null]))
  const known = new Map<unknown, string | undefined>()
  const find = ({ document, sha256 }: ViewRow): string | undefined => {
    const name = String(document)
    if (documents !== undefined && webAddress.test(documents)) {
      return `${documents.replace(/\/$/, '')}/${encodeURIComponent(name)}`
    }
    const archived = archivePath(archive, String(sha256), mediaTypes.get(String(sha256)) ?? undefined)
    const path = documents === undefined ? archived : join(documents, name)
    return existsSync(path) ? relative(from, path).split(sep).map(encodeURIComponent).join('/') : undefined
  }
  return (row) => {
    const key = documents === undefined ? row.sha256 : row.document
    if (!known.has(key)) known.set(key, find(row))
    const address = known.get(key)
    const isPdf = mediaTypes.get(String(row.sha256)) === 'application/pdf'
    return address !== undefined && isPdf ? `${address}#page=${row.page}` : address
  }
}
