import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measurePage } from '../src/ocr/measure-page.js'
import type { Picture } from '../src/ocr/picture.js'
import { preparePage } from '../src/ocr/prepare-page.js'
import type { Reader, ReadWord } from '../src/ocr/reader.js'
import { createTesseractJsReader } from '../src/ocr/tesseract-js-reader.js'
import { loadReference } from '../src/reference.js'
import { labelsOfReference } from './readings/labels-of-reference.js'
import { pairLines } from './readings/pair-lines.js'
import { writeLabelSheet } from './readings/write-label-sheet.js'
import { TRAIN_FAMILIES } from './synthesise/families.js'
import { sheetOf } from './synthesise/page-style.js'
import { createRandom } from './synthesise/random.js'
import { openBrowser, rasterise } from './synthesise/rasterise.js'
import { toGrey, WEAR_GRADES, wearPage } from './synthesise/wear.js'

const HELP = `Draws sheets of labels, wears them as a scanner would, reads them, and appends what was read beside what is printed.

  tsx scripts/read-labels.ts --out FILE [--sheets N] [--first N] [--language swe|eng]

Each line of FILE: font, wear, language, what was read, what is printed; parted by tabs.`

const linesOfSheet = 62
const resolutions = [130, 150, 150, 200]

/** What a reader makes of a worn sheet, line by line from the top. */
async function readLines(reader: Reader, picture: Picture, language: 'swe' | 'eng'): Promise<string[]> {
  const prepared = await preparePage(picture, measurePage(picture), { mayLie: false, inFull: true })
  const words = await reader.read(prepared.picture, { language, mode: 4 })
  return linesOf(words)
}

function linesOf(words: readonly ReadWord[]): string[] {
  const lines: { middle: number; words: ReadWord[] }[] = []
  for (const word of words) {
    const middle = (word.box.y0 + word.box.y1) / 2
    const last = lines.at(-1)
    const follows = last?.words.at(-1)
    if (last && follows && word.box.x0 >= follows.box.x1 - 5 && Math.abs(middle - last.middle) < 20)
      last.words.push(word)
    else lines.push({ middle, words: [word] })
  }
  return lines.sort((a, b) => a.middle - b.middle).map((line) => line.words.map((word) => word.text).join(' '))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      sheets: { type: 'string', default: '10' },
      first: { type: 'string', default: '0' },
      language: { type: 'string', default: 'swe' },
    },
  })
  if (values.out === undefined) throw new Error(HELP)
  const language = values.language === 'eng' ? 'eng' : 'swe'
  const labels = labelsOfReference(await loadReference())
  const browser = await openBrowser()
  const reader = createTesseractJsReader()
  try {
    for (let at = Number(values.first); at < Number(values.first) + Number(values.sheets); at++) {
      const random = createRandom(`labels ${language} ${at}`)
      const family = random.pick(TRAIN_FAMILIES.filter(({ spread }) => !spread))
      const wear = random.pick(WEAR_GRADES.filter((grade) => grade !== 'clean' && grade !== 'light'))
      const dpi = random.pick(resolutions)
      const printed = random.sample(labels, linesOfSheet)
      const { pictures } = await rasterise(
        browser,
        writeLabelSheet(printed, family, random.between(11, 15)),
        sheetOf(family),
        { dpi, pictured: true },
      )
      for (const [sheet, png] of pictures.entries()) {
        const { picture } = await wearPage(random.fork(`wear ${sheet}`), await toGrey(png), wear, undefined)
        const read = await readLines(reader, { ...picture, dpi }, language)
        const pairs = pairLines(read, printed)
        const rows = pairs.map(([raw, label]) => [family.font, wear, language, raw, label].join('\t'))
        appendFileSync(values.out, rows.map((row) => `${row}\n`).join(''))
        process.stderr.write(
          `${at}.${sheet} ${family.font} ${wear} ${dpi}: ${read.length} lines, ${pairs.length} pairs\n`,
        )
      }
    }
  } finally {
    await reader.close()
    await browser.close()
  }
}

await main()
