import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, normalize } from 'node:path'
import { StopError } from '../errors.js'
import { type FilePath, joinPath, nameOfPath, textOfPath } from './file-path.js'

/** Files under the paths, each once, and what lies there and is not looked into. */
export interface FoundFiles {
  readonly files: readonly FilePath[]
  /** Symbolic links inside the folders, pipes, sockets and devices. */
  readonly notFollowed: readonly FilePath[]
  /** Folders that may not be listed. */
  readonly unlisted: readonly FilePath[]
}

/**
 * Finds the files under the paths, sorted; throws a StopError where a path does not exist. A link is followed where it
 * is itself the path that was named, and nowhere else. Names like those of `ignore`, where `*` and `?` stand for any
 * characters and any one, are passed over in the folders.
 */
export function findFiles(paths: readonly string[], ignore: readonly string[] = []): FoundFiles {
  const isIgnored = ignoring(ignore)
  const found: Found = { files: new Map(), notFollowed: new Map(), unlisted: new Map() }
  for (const named of paths) {
    const status = statusOf(named)
    const path = lstatSync(named).isSymbolicLink() ? realpathSync(named) : normalize(named)
    if (status.isDirectory()) walk(path, found, isIgnored)
    else keep(status.isFile() ? found.files : found.notFollowed, path)
  }
  return { files: sorted(found.files), notFollowed: sorted(found.notFollowed), unlisted: sorted(found.unlisted) }
}

/** Whether a name is one that systems leave behind, or a download under way: passed over without a word. */
export function isLeftover(name: string): boolean {
  // ._scan.pdf, report.pdf.part, Thumbs.db
  return /^(\._.*|thumbs\.db|\.ds_store|desktop\.ini|@eadir)$|\.(part|tmp|crdownload)$/i.test(name)
}

type Found = { readonly [Kind in keyof FoundFiles]: Map<string, FilePath> }

/** Whether a name is like one of the patterns, whatever its case. */
function ignoring(patterns: readonly string[]): (name: string) => boolean {
  const expressions = patterns.map((pattern) => {
    // ~$*.pdf → ^~\$.*\.pdf$
    const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'isu')
  })
  return (name) => expressions.some((expression) => expression.test(name))
}

function walk(folder: FilePath, found: Found, isIgnored: (name: string) => boolean): void {
  let entries: Dirent<Buffer>[]
  try {
    entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
  } catch {
    keep(found.unlisted, folder)
    return
  }
  for (const entry of entries) {
    const path = joinPath(folder, entry.name)
    if (isLeftover(entry.name.toString('latin1')) || isIgnored(nameOfPath(path))) continue
    if (entry.isDirectory()) walk(path, found, isIgnored)
    else keep(entry.isFile() ? found.files : found.notFollowed, path)
  }
}

/** Keyed by the bytes, since two paths may read alike as text. */
function keep(among: Map<string, FilePath>, path: FilePath): void {
  among.set(Buffer.from(path).toString('latin1'), path)
}

function sorted(paths: ReadonlyMap<string, FilePath>): FilePath[] {
  return [...paths.values()].sort((one, other) => (textOfPath(one) < textOfPath(other) ? -1 : 1))
}

function statusOf(path: string): Stats {
  try {
    return statSync(path)
  } catch (error) {
    throw new StopError('usage', `There is nothing at ${path}.`, `Look for a slip in “${basename(path)}”.`, error)
  }
}
