import { mkdirSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { unpackList } from '../src/store/packed-json.js'

const HELP = `Records the pages that a run read, so that parsing can be tried without reading.

  npx tsx scripts/record.ts DATABASE DIRECTORY [--plain]

Writes DIRECTORY/NAME.json.gz for every document with pictures of pages; with --plain not packed, NAME.json.`

interface Recorded {
  readonly name: string
  readonly pages: Buffer
}

/** Takes the pages as they were stored, further looks at their figures included. */
function main(words: readonly string[]): void {
  const [file, directory] = words.filter((word) => !word.startsWith('-'))
  if (file === undefined || directory === undefined) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = 2
    return
  }
  const database = new Database(file, { readonly: true, fileMustExist: true })
  const recorded = database
    .prepare<[], Recorded>(
      `select min(file.name) as name, page_reading.pages from page_reading join content using (content, reading)
       join file using (content) where content.media_type <> 'text/plain' group by content`,
    )
    .all()
  mkdirSync(directory, { recursive: true })
  for (const { name, pages } of recorded) {
    const text = `${JSON.stringify([...unpackList(pages)])}\n`
    const place = join(directory, parse(name).name)
    if (words.includes('--plain')) writeFileSync(`${place}.json`, text)
    else writeFileSync(`${place}.json.gz`, gzipSync(text, { level: 9 }))
  }
  database.close()
}

main(process.argv.slice(2))
