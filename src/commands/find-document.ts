import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { StopError } from '../errors.js'
import { type DocumentRow, readDocuments } from '../store/read-views.js'
import { printable } from './terminal.js'

// a3f09c: the beginning of a hash
const hashBeginning = /^[0-9a-f]{4,64}$/i

/** The stored document of a file name or the beginning of a hash; throws a StopError where that is none or several. */
export function findDocument(database: Database, wanted: string): DocumentRow {
  const documents = readDocuments(database)
  const name = basename(wanted)
  const named = documents.filter(({ document }) => document === wanted || document === name)
  const hashed = documents.filter(
    ({ sha256 }) => hashBeginning.test(wanted) && sha256?.startsWith(wanted.toLowerCase()),
  )
  const found = named.length > 0 ? named : hashed
  const contents = new Set(found.map(({ sha256 }) => sha256))
  if (contents.size > 1) {
    const choices = found.map(({ document, sha256 }) => `${printable(document)} ${sha256?.slice(0, 16)}`).join(', ')
    throw new StopError('usage', `“${printable(wanted)}” is several documents: ${choices}.`, 'Name one by its hash.')
  }
  const original = found.find(({ state }) => state !== 'duplicate') ?? found[0]
  if (original === undefined) {
    const advice = 'Name a document by its file name or the beginning of its hash, as `avstam run` lists them.'
    throw new StopError('usage', `No document called “${printable(wanted)}” is stored.`, advice)
  }
  return original
}
