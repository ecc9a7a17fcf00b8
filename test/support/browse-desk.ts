import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildDesk } from '../../scripts/build-desk/bundle.js'
import type { DeskAssets } from '../../src/desk/desk-parts.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Debian's own; `AVSTAM_CHROMIUM` names another. */
export const chromiumPath = process.env.AVSTAM_CHROMIUM ?? '/usr/bin/chromium'

/** Starts the browser of the machine. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}

/** The desk's script and stylesheet, built from their sources into a folder. */
export async function buildAssets(folder: string): Promise<DeskAssets> {
  await buildDesk(folder)
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { script: read('desk.js'), style: read('style.css') }
}

/** What axe finds wrong with a page as it is shown, a line for each rule that is broken. */
export async function axeViolations(page: Page): Promise<string[]> {
  // the page's own policy lets no script in, so it is put there from outside
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** Takes pictures of each step, numbered, into the folder that `AVSTAM_SCREENSHOTS` names, else into `otherwise`, if any. */
export function createCamera(page: Page, otherwise?: string): (step: string) => Promise<void> {
  const folder = process.env.AVSTAM_SCREENSHOTS ?? otherwise
  let count = 0
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  return async (step) => {
    const name = `${String(++count).padStart(2, '0')}-${step}.png`
    if (folder === undefined) return
    await page.evaluate(async () => {
      const paths = [...document.querySelectorAll<SVGImageElement>('svg.sheet image')].map((one) => one.href.baseVal)
      await Promise.all(paths.map((path) => Object.assign(new Image(), { src: path }).decode()))
    })
    await page.screenshot({ path: join(folder, name) })
  }
}
