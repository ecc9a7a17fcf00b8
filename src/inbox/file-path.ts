import { isUtf8 } from 'node:buffer'
import { basename, join } from 'node:path'

/** Where a file lies: text, or the bytes of a path that is no UTF-8, as old archives have it. */
export type FilePath = string | Buffer

/** The path as text; one that is no UTF-8 is taken for Latin 1. It may then not lead to the file. */
export function textOfPath(path: FilePath): string {
  return typeof path === 'string' ? path : path.toString('latin1')
}

/** A file's own name as text. */
export function nameOfPath(path: FilePath): string {
  return basename(textOfPath(path))
}

/** The path of what a folder's listing names. */
export function joinPath(folder: FilePath, name: Buffer): FilePath {
  if (typeof folder === 'string' && isUtf8(name)) return join(folder, name.toString('utf8'))
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), name])
}
