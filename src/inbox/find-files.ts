import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { basename, join } from 'node:path'
import { StopError } from '../errors.js'

/** Files under the paths, each once, and what lies there and is not followed. */
export interface FoundFiles {
  readonly files: readonly string[]
  /** Symbolic links, pipes, sockets and devices, and folders that may not be listed. */
  readonly notFollowed: readonly string[]
}

/** Finds the files under the paths, sorted by code point; throws a StopError where a path does not exist. */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files = new Set<string>()
  const notFollowed = new Set<string>()
  for (const path of paths) {
    const status = statusOf(path)
    if (status.isDirectory()) walk(path, files, notFollowed)
    else if (status.isFile()) files.add(path)
    else notFollowed.add(path)
  }
  return { files: [...files].sort(), notFollowed: [...notFollowed].sort() }
}

/** Whether a name is one that systems leave behind, or a download under way: passed over without a word. */
export function isLeftover(name: string): boolean {
  // ._scan.pdf, report.pdf.part, Thumbs.db
  return /^(\._.*|thumbs\.db|\.ds_store|desktop\.ini|@eadir)$|\.(part|tmp|crdownload)$/i.test(name)
}

function walk(folder: string, files: Set<string>, notFollowed: Set<string>): void {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    notFollowed.add(folder)
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (isLeftover(entry.name)) continue
    if (entry.isDirectory()) walk(path, files, notFollowed)
    else if (entry.isFile()) files.add(path)
    else notFollowed.add(path)
  }
}

function statusOf(path: string): Stats {
  try {
    return lstatSync(path)
  } catch (error) {
    throw new StopError('usage', `There is nothing at ${path}.`, `Look for a slip in “${basename(path)}”.`, error)
  }
}
