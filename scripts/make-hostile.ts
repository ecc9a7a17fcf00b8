import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { activeContent } from './hostile/active-content.js'
import { beyondMeasure } from './hostile/beyond-measure.js'
import { brokenStructure } from './hostile/broken-structure.js'
import { closedDocuments, oddCharacters } from './hostile/closed-documents.js'

const HELP = `Writes the hostile PDFs that the tests of faults are about, to look at or to try on another program.

  npx tsx scripts/make-hostile.ts FOLDER`

const [folder] = process.argv.slice(2)
if (folder === undefined || folder === '--help') {
  process.stderr.write(`${HELP}\n`)
  process.exitCode = folder === undefined ? 2 : 0
} else {
  const canary = { file: join(folder, 'canary'), address: 'http://127.0.0.1:9/canary' }
  const made = { ...brokenStructure, ...beyondMeasure, ...activeContent(canary), ...closedDocuments, ...oddCharacters }
  mkdirSync(folder, { recursive: true })
  for (const [name, make] of Object.entries(made)) writeFileSync(join(folder, name), await make())
  process.stderr.write(`${Object.keys(made).length} files in ${folder}\n`)
}
