import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile } from './hash-file.js'

/** What is wrong in the archive: paths of files, and hashes of originals that are not there. */
export interface ArchiveFaults {
  readonly files: number
  /** Files whose bytes are no longer those that their name stands for, or cannot be read. */
  readonly rotten: readonly string[]
  readonly missing: readonly string[]
  /** Files that nobody knows of. */
  readonly extra: readonly string[]
}

/** Reads every file of the archive; `archived` are the hashes that should lie there, `known` all that may. */
export function checkArchive(
  archive: string,
  archived: ReadonlySet<string>,
  known: ReadonlySet<string>,
): ArchiveFaults {
  const files = existsSync(archive)
    ? readdirSync(archive, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ parentPath, name }) => ({ path: join(parentPath, name), name }))
        .sort((one, other) => (one.path < other.path ? -1 : 1))
    : []
  const rotten: string[] = []
  const extra: string[] = []
  const found = new Set<string>()
  for (const { path, name } of files) {
    const sha256 = hashInName(name)
    if (sha256 === undefined || !known.has(sha256)) {
      extra.push(path)
      continue
    }
    found.add(sha256)
    if (hashFile(path) !== sha256) rotten.push(path)
  }
  const missing = [...archived].filter((sha256) => !found.has(sha256)).sort()
  return { files: files.length, rotten, missing, extra }
}

function hashInName(name: string): string | undefined {
  // 8c1d…64 hex digits….pdf
  return /^([0-9a-f]{64})\.[a-z]+$/.exec(name)?.[1]
}

/** How one original lies in the archive; `rotten` where its bytes are others, or cannot be read. */
export function lookAtOriginal(archive: string, sha256: string): 'ok' | 'rotten' | 'missing' {
  const folder = join(archive, sha256.slice(0, 2))
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => hashInName(name) === sha256) : []
  if (names.length === 0) return 'missing'
  return names.every((name) => hashFile(join(folder, name)) === sha256) ? 'ok' : 'rotten'
}
