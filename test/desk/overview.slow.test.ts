import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDesk } from '../../scripts/build-desk/bundle.js'
import { fillDatabase } from '../../scripts/make-large/fill-database.js'
import { pagesToTime, timePage } from '../../scripts/make-large/time-page.js'
import { hasChromium, openBrowser } from '../../scripts/synthesise/rasterise.js'
import { createDesk } from '../../src/desk/create-desk.js'
import { type ServedDesk, serveDesk } from '../../src/desk/serve-desk.js'
import { loadTaxonomy } from '../../src/reference.js'
import { openDatabase, openForReading } from '../../src/store/open-database.js'

const reports = 100
const mostMilliseconds = 300
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const drawn = await hasChromium()
const reason = drawn ? '' : ': skipped, chromium is not installed'

const folder = mkdtempSync(join(tmpdir(), 'avstam-overview-'))
let reading: Database
let desk: ReturnType<typeof createDesk>

beforeAll(async () => {
  const database = openDatabase(join(folder, 'large.sqlite'))
  database.pragma('synchronous = OFF')
  fillDatabase(database, reports)
  database.close()
  await buildDesk(join(folder, 'assets'))
  const asset = (name: string) => readFileSync(join(folder, 'assets', name), 'utf8')
  reading = openForReading(join(folder, 'large.sqlite'))
  const assets = { script: asset('desk.js'), style: asset('style.css') }
  desk = createDesk({ reading, token: 'token', assets, concepts: loadTaxonomy().concepts })
})
afterAll(() => {
  reading.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('pages over many reports', () => {
  it(`take less than ${mostMilliseconds} ms of the processor each, with ${reports} reports`, async () => {
    for (const path of pagesToTime(reading)) {
      const { status, processor } = await timePage(desk, path)
      expect(status, path).toBe(200)
      expect(processor, path).toBeLessThan(mostMilliseconds)
    }
  })

  it('are asked of indexes: no page goes through all reports or facts', () => {
    const plan = (sql: string) =>
      (reading.prepare(`explain query plan ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('\n')
    expect(plan("select report_id from report where coalesce(org_number, organisation) = 'x'")).toMatch(
      /SEARCH report USING (COVERING )?INDEX report_by_organisation/,
    )
    expect(plan('select count(*) from reports where probable_duplicate_of is null')).toMatch(
      /SEARCH other USING COVERING INDEX report_by_period/,
    )
  })
})

describe.skipIf(!drawn)(`overview pages in a browser${reason}`, () => {
  let browser: Browser
  let served: ServedDesk
  beforeAll(async () => {
    browser = await openBrowser()
    served = await serveDesk(desk, 0)
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })

  async function open(path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${served.address}${path}`)
    return page
  }
  const key = () =>
    reading.prepare<[], string>("select min(org_number) from series where concept = 'net_result'").pluck().get()!

  it.each(['light', 'dark'] as const)('have nothing that axe complains of, in %s', async (scheme) => {
    const paths = [
      'organisations',
      `organisations/${key()}`,
      `organisations/${key()}/statements`,
      'search?q=f%C3%B6rs%C3%A4kringskassan',
    ]
    for (const path of paths) {
      const page = await open(path, scheme)
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
      await page.addScriptTag({ content: axe })
      const found = await page.evaluate<string[]>(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' ')))",
      )
      expect(found, path).toEqual([])
      await page.context().close()
    }
  })

  it('lead from a point of a chart to its page by the keyboard alone', async () => {
    const page = await open(`organisations?q=${key()}`)
    await page.keyboard.press('Tab')
    const focus = () => page.evaluate<string>("document.activeElement.getAttribute('href') ?? ''")
    const tabTo = async (wanted: RegExp) => {
      for (let count = 0; count < 60 && !wanted.test(await focus()); count++) await page.keyboard.press('Tab')
      expect(await focus()).toMatch(wanted)
    }
    await tabTo(/^\/organisations\/\d/)
    await Promise.all([page.waitForURL(/\/organisations\/\d/), page.keyboard.press('Enter')])
    await tabTo(/^\/documents\/[0-9a-f]{64}\?page=\d+&fact=/)
    const address = await focus()
    await Promise.all([page.waitForURL(/\/documents\//), page.keyboard.press('Enter')])
    expect(page.url()).toContain(address)
    await page.context().close()
  })

  it('run no script of their own and none of the text’s', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    for (const path of [
      `organisations/${key()}`,
      `search?${new URLSearchParams({ q: '"><img src=x onerror=alert(1)>' })}`,
    ])
      await page.goto(`${served.address}${path}`)
    expect(complaints).toEqual([])
    await context.close()
  })
})
