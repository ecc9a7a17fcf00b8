import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { judgePage } from '../src/ocr/judge-page.js'
import type { Picture } from '../src/ocr/picture.js'
import { preparePage } from '../src/ocr/prepare-page.js'
import { blankBelow, toReadable } from '../src/ocr/read-picture.js'
import { pagePictures } from './bench/page-pictures.js'

const HELP = `Says of made reports how many pages are known for what they hold, before anything of them is read.

  tsx scripts/page-classes.ts DIRECTORY…    with PDFs and gold files as scripts/synthesise.ts writes them

Ends with 1 where a page with tables would be taken for another, or more than four in a thousand are wrong.`

const mostWrong = 0.004

type PageClass = 'tables' | 'prose' | 'blank'

async function classify(original: Picture): Promise<PageClass> {
  const { picture, measure, sized } = await toReadable(original)
  if (measure.ink < blankBelow) return 'blank'
  const page = await preparePage(picture, sized)
  if (page.look === 'lines') return 'prose'
  const { holds } = judgePage(page.picture, page.inkBelow)
  return holds === 'nothing' ? 'blank' : holds
}

async function main(directories: readonly string[]): Promise<void> {
  if (directories.length === 0 || directories.some((word) => word.startsWith('-'))) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = 2
    return
  }
  const counts = new Map<string, number>()
  let [pages, wrong, lost] = [0, 0, 0]
  for (const directory of directories) {
    for (const name of readdirSync(directory)
      .filter((one) => one.endsWith('.pdf'))
      .sort()) {
      const goldFile = join(directory, `${basename(name, '.pdf')}.json`)
      const gold = existsSync(goldFile) ? (JSON.parse(readFileSync(goldFile, 'utf8')) as { pages?: PageClass[] }) : {}
      if (gold.pages === undefined) continue
      let number = 0
      for await (const picture of pagePictures(readFileSync(join(directory, name)))) {
        const is = gold.pages[number++]!
        const taken = await classify(picture)
        counts.set(`${is} taken for ${taken}`, (counts.get(`${is} taken for ${taken}`) ?? 0) + 1)
        pages++
        if (taken === is) continue
        wrong++
        if (is === 'tables') lost++
        process.stdout.write(`${name} page ${number}: ${is} taken for ${taken}\n`)
      }
    }
  }
  for (const [what, count] of [...counts].sort()) process.stdout.write(`${String(count).padStart(6)}  ${what}\n`)
  process.stdout.write(
    `${pages} pages, ${((100 * (pages - wrong)) / pages).toFixed(2)} % right, ${lost} with tables lost\n`,
  )
  process.exitCode = lost > 0 || wrong > mostWrong * pages ? 1 : 0
}

await main(process.argv.slice(2))
