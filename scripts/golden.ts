import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseReports } from '../src/parse/parse-reports.js'
import { parsingWords } from '../test/support/parsing-words.js'
import { goldenFixtures } from './golden/golden-fixtures.js'
import { printReports } from './golden/print-reports.js'

const HELP = `Parses the recorded pages and archived texts of fixtures/ and compares with fixtures/golden.

  tsx scripts/golden.ts             names what is read otherwise
  tsx scripts/golden.ts --update    writes fixtures/golden; git diff shows what has changed
  --only WORD                       fixtures whose name holds the word`

function main(words: readonly string[]): void {
  const update = words.includes('--update')
  const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '') : ''
  if (words.some((word) => word.startsWith('-') && !['--update', '--only'].includes(word))) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = words.includes('--help') ? 0 : 2
    return
  }
  for (const { name, golden, pages } of goldenFixtures().filter((fixture) => fixture.name.includes(only))) {
    const printed = printReports(parseReports(pages(), parsingWords))
    if (existsSync(golden) && readFileSync(golden, 'utf8') === printed) continue
    process.stdout.write(`${name}: ${update ? 'written anew' : 'read otherwise'}\n`)
    if (update) {
      mkdirSync(dirname(golden), { recursive: true })
      writeFileSync(golden, printed)
    } else process.exitCode = 1
  }
}

main(process.argv.slice(2))
