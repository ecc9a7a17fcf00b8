import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { MediaType } from '../src/model/media-type.js'
import { readDocument } from '../src/ocr/read-document.js'

const mediaTypes: Record<string, MediaType> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.txt': 'text/plain',
}

/** Records the pages of documents, so that parsing can be tried without reading: `tsx scripts/record.ts FILE… DIRECTORY`. */
async function main(): Promise<void> {
  const files = process.argv.slice(2)
  const directory = files.pop()
  if (!directory || files.length === 0) throw new Error('Usage: tsx scripts/record.ts FILE… DIRECTORY')
  mkdirSync(directory, { recursive: true })
  for (const file of files) {
    const extension = extname(file)
    const started = process.cpuUsage()
    try {
      const options = { engine: 'js', jobs: 1, allPages: true } as const
      const { pages } = await readDocument(readFileSync(file), mediaTypes[extension] ?? 'application/pdf', options)
      writeFileSync(join(directory, `${basename(file, extension)}.json`), `${JSON.stringify(pages)}\n`)
      const used = process.cpuUsage(started)
      const seconds = (used.user + used.system) / 1e6
      console.log(`${basename(file)}: ${pages.length} pages, ${(seconds / pages.length).toFixed(1)} CPU s a page`)
    } catch (error) {
      console.log(`${basename(file)}: ${error instanceof Error ? error.message : error}`)
    }
  }
}

await main()
