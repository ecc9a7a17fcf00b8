import { Zip, ZipDeflate } from 'fflate'
import type { ExportedFile } from './exported-file.js'

/** A zip archive of files, each compressed while it is made. */
export function* zipChunks(files: Iterable<ExportedFile>): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error
    ready.push(bytes)
  })
  for (const { name, chunks } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    // the first moment that an archive can tell, which is written the same in every time zone
    entry.mtime = new Date(1980, 0, 1)
    archive.add(entry)
    for (const chunk of chunks()) {
      entry.push(Buffer.from(chunk as Uint8Array))
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  archive.end()
  yield* ready.splice(0)
}
