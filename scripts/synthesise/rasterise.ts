import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

const IN_PAGE = fileURLToPath(new URL('./in-page.js', import.meta.url))
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** How the error ends that tells of a table or figure which no sheet holds. */
export const CUT_BY_EDGE = 'got one cut by its edge'

/** A word of a sheet and where it stands, as fractions of the sheet. */
export type SheetWord = { text: string; x0: number; y0: number; x1: number; y1: number }

/** What stands on a sheet: tables of figures, perhaps with words, words alone, or nothing. */
export type SheetClass = 'tables' | 'prose' | 'blank'

/** A report laid out on sheets. */
export type LaidOut = {
  /** One PNG a leaf. */
  pictures: Buffer[]
  /** The words of each leaf. */
  words: SheetWord[][]
  classes: SheetClass[]
  /** The same leaves as a PDF with real text. */
  digital: Buffer
}

/** Whether the browser that draws the pages is installed. */
export async function hasChromium(): Promise<boolean> {
  return access(CHROMIUM).then(
    () => true,
    () => false,
  )
}

/** Starts the browser; the caller closes it. */
export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text']
  return chromium.launch({ executablePath: CHROMIUM, args })
}

async function load(
  browser: Browser,
  html: string,
  sheet: { width: number; height: number },
  dpi: number,
): Promise<Page> {
  const page = await browser.newPage({ viewport: sheet, deviceScaleFactor: dpi / 96 })
  await page.setContent(html)
  await page.addScriptTag({ path: IN_PAGE })
  await page.evaluate(`layOutSheets(${sheet.height})`)
  return page
}

/** Lays the report out on sheets, binds them, and takes a picture of each leaf, if they are wanted, at the given resolution. */
export async function rasterise(
  browser: Browser,
  html: string,
  sheet: { width: number; height: number },
  { dpi, pictured }: { dpi: number; pictured: boolean },
): Promise<LaidOut> {
  const page = await load(browser, html, sheet, dpi)
  try {
    const words = await page.evaluate<SheetWord[][]>('collectWords()')
    const classes = await page.evaluate<SheetClass[]>('classifySheets()')
    const pictures: Buffer[] = []
    for (const leaf of pictured ? await page.locator('.leaf').all() : []) {
      pictures.push(await leaf.screenshot({ type: 'png' }))
    }
    const digital = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    return { pictures, words, classes, digital }
  } finally {
    await page.close()
  }
}
