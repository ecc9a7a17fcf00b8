import type { Browser } from 'playwright-core'
import { type Codec, encodeImage } from './encode-image.js'
import type { Family } from './family.js'
import type { MadeReport } from './made-report.js'
import { sheetOf } from './page-style.js'
import type { Random } from './random.js'
import { rasterise, type SheetClass, type SheetWord } from './rasterise.js'
import { toGrey, turnPage, type WearGrade, wearPage } from './wear.js'
import { writeHtml } from './write-html.js'
import { type PdfPage, writePdf } from './write-pdf.js'

/** How the pages of a document come to be: scanned, as printed from a computer, a mixture, or scanned with old OCR. */
export type Form = 'scan' | 'digital' | 'mixed' | 'layer'
export const FORMS: readonly Form[] = ['scan', 'digital', 'mixed', 'layer']

export type DocumentPlan = {
  family: Family
  wear: WearGrade
  form: Form
  /** Null leaves it to the wear: JPEG for grey pages, bits for a fax. */
  codec: Codec | null
  dpi: number
  /** Index of a sheet that was fed the wrong way, and by how many quarters; null for none. */
  turned: { sheet: number; quarters: number } | null
}

/** What an OCR program without Swedish made of a word. */
function garble(random: Random, word: SheetWord): SheetWord {
  const lies: Record<string, string[]> = { å: ['a', 'A', '4'], ä: ['a', 'ii', '4', 'é'], ö: ['6', 'o', 'é'] }
  const text = [...word.text].map((letter) => {
    const wrong = lies[letter]
    return wrong === undefined ? letter : random.pick(wrong)
  })
  return {
    ...word,
    text: text.join('').replaceAll('–', '-').replaceAll('Å', 'A').replaceAll('Ä', 'A').replaceAll('Ö', 'O'),
  }
}

/** Lays out, scans and binds one report as a PDF. */
export async function makeDocument(
  browser: Browser,
  random: Random,
  report: MadeReport,
  plan: DocumentPlan,
): Promise<{ pdf: Uint8Array; classes: SheetClass[] }> {
  const sheet = sheetOf(plan.family)
  const digitalOnly = plan.form === 'digital'
  const laidOut = await rasterise(browser, writeHtml(report, plan.family), sheet, {
    dpi: plan.dpi,
    pictured: !digitalOnly,
  })
  if (digitalOnly) {
    const pages = laidOut.classes.map((_, index): PdfPage => ({ kind: 'digital', document: laidOut.digital, index }))
    return { pdf: await writePdf(pages), classes: laidOut.classes }
  }
  const greys = await Promise.all(laidOut.pictures.map(toGrey))
  const pages: PdfPage[] = []
  for (const [index, grey] of greys.entries()) {
    if (plan.form === 'mixed' && index % 2 === 1) {
      pages.push({ kind: 'digital', document: laidOut.digital, index })
      continue
    }
    const worn = await wearPage(random.fork(`sheet ${index}`), grey, plan.wear, greys[index + 1])
    const scanned = plan.turned?.sheet === index ? await turnPage(worn, plan.turned.quarters) : worn
    const codec = plan.codec ?? (scanned.bilevel ? 'flate1' : 'jpeg')
    const image = await encodeImage(scanned.picture, codec, scanned.quality)
    const words = laidOut.words[index] ?? []
    const liar = random.fork(`layer ${index}`)
    const hidden = plan.form === 'layer' ? { hidden: words.map((word) => garble(liar, word)) } : {}
    pages.push({ kind: 'image', image, dpi: plan.dpi * scanned.scale, ...hidden })
  }
  return { pdf: await writePdf(pages), classes: laidOut.classes }
}
