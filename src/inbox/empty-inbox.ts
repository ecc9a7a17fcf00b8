import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { failPoint } from '../fail-point.js'
import type { MediaType } from '../model/media-type.js'
import { identityOf, type OpenedDocument } from './open-document.js'

const extensionOf: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'text/plain': 'txt',
}

const longestNameBytes = 200
/** Originals are for reading, whoever looks into the archive. */
const readOnly = 0o444
const accountEnding = '.error.json'
/** One name for the drafts of a folder, so that a crash leaves one at most, and the next one takes its place. */
const draftName = '.avstam-draft'

/** Keeps a document's bytes in the archive under their hash, durably and read-only; returns where. Twice is once. */
export function archiveDocument(archive: string, document: OpenedDocument): string {
  const target = archivePath(archive, document.sha256, document.mediaType)
  if (!existsSync(target) || !readFileSync(target).equals(document.bytes)) {
    writeDurably(target, document.bytes, readOnly)
  }
  return target
}

/** Where the archive keeps a content, if it does. */
export function archivePath(archive: string, sha256: string, mediaType: MediaType | undefined): string {
  const extension = mediaType === undefined ? 'bin' : extensionOf[mediaType]
  return join(archive, sha256.slice(0, 2), `${sha256}.${extension}`)
}

/** Keeps a refused document in the folder of the day, with a file beside it that says why; returns where. */
export function refuseDocument(
  failed: string,
  document: OpenedDocument,
  refusal: { readonly state: string; readonly reason: string; readonly advice: string },
): string {
  const folder = join(failed, new Date().toISOString().slice(0, 10))
  const target = join(folder, freeName(folder, document))
  const { name, sha256, mediaType = null } = document
  const account = { document: name, sha256, media_type: mediaType, size: document.bytes.length, ...refusal }
  writeDurably(`${target}${accountEnding}`, Buffer.from(`${JSON.stringify(account, null, 2)}\n`))
  if (!existsSync(target)) writeDurably(target, document.bytes)
  return target
}

/** Lets a file go from the inbox, if it is still the one that was read. Call it once its bytes and outcome are durable. */
export function letGo(document: OpenedDocument): boolean {
  try {
    if (identityOf(lstatSync(document.path)) !== document.identity) return false
    unlinkSync(document.path)
    return true
  } catch {
    return false
  }
}

/** The document's own name where that is free or holds the same bytes, else one that begins with its hash. */
function freeName(folder: string, document: OpenedDocument): string {
  const path = join(folder, document.name)
  const isOurs = document.name === draftName || document.name.endsWith(accountEnding)
  const fits = Buffer.byteLength(document.name) <= longestNameBytes && !isOurs
  if (fits && (!existsSync(path) || readFileSync(path).equals(document.bytes))) return document.name
  return fits ? `${document.sha256.slice(0, 16)}-${document.name}` : document.sha256
}

function writeDurably(target: string, bytes: Uint8Array, mode?: number): void {
  const folder = dirname(target)
  const draft = join(folder, draftName)
  mkdirSync(folder, { recursive: true })
  try {
    // what a crash left there may be read-only
    rmSync(draft, { force: true })
    writeFileSync(draft, bytes, { mode })
    sync(draft)
    failPoint('kept half')
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  sync(folder)
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
