import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDatabase } from '../../scripts/make-large/fill-database.js'
import { pagesToTime, timePage } from '../../scripts/make-large/time-page.js'
import { type ServedDesk, serveDesk } from '../../src/desk/serve-desk.js'
import { openDatabase, openForReading } from '../../src/store/open-database.js'
import { axeViolations, buildAssets, chromiumPath, startBrowser } from '../support/browse-desk.js'
import { type OpenDesk, openDesk } from '../support/open-desk.js'
import { Workplace } from '../support/workplace.js'

const reports = 100
const mostMilliseconds = 300
const drawn = existsSync(chromiumPath)
const reason = drawn ? '' : ': skipped, chromium is not installed'

const place = new Workplace()
let reading: Database
let desk: OpenDesk

beforeAll(async () => {
  const database = openDatabase(place.at('db.sqlite'))
  database.pragma('synchronous = OFF')
  fillDatabase(database, reports)
  database.close()
  reading = openForReading(place.at('db.sqlite'))
  desk = await openDesk(place, await buildAssets(place.at('assets')))
})
afterAll(() => {
  reading.close()
  desk.close()
  place.remove()
})

describe('pages over many reports', () => {
  it(`take less than ${mostMilliseconds} ms of the processor each, with ${reports} reports`, async () => {
    for (const path of pagesToTime(reading)) {
      const { status, processor } = await timePage(desk.desk, path)
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
    browser = await startBrowser()
    served = await serveDesk(desk.desk, 0)
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
      expect(await axeViolations(page), path).toEqual([])
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
