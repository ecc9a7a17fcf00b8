import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/errors.js'
import { soundReport, unsoundReport } from '../support/small-report.js'
import { readReportsAsWritten, Workplace } from '../support/workplace.js'

const longName = `${'En mycket lång förening med många ord i sitt namn '.repeat(4)}<script>alert(1)</script>`
let place: Workplace
let browser: Browser
let server: Server
let asked: string[]

beforeAll(async () => {
  place = new Workplace()
  await spendTwoNights()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  server = createServer(({ url = '/' }, answer) => {
    asked.push(url)
    const found = readdirSync(place.at('summaries')).find((name) => `/${name}` === url)
    if (found === undefined) answer.writeHead(404).end()
    else {
      const type = found.endsWith('.json') ? 'application/json' : 'text/html'
      answer.writeHead(200, { 'content-type': type }).end(readFileSync(place.at('summaries', found)))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  place.remove()
})

/** A night with nothing but good news, and one with some of each: a gap, a difference, a refusal, one out of time. */
async function spendTwoNights(): Promise<void> {
  const year = (year: number) => JSON.stringify([soundReport({ year })])
  place.write('inbox/2011.txt', year(2011))
  await place.avstam(['nightly'])
  place.write('inbox/2013.txt', year(2013))
  place.write('inbox/2013 again.txt', `${year(2013)} `)
  place.write('inbox/late.txt', year(2016))
  place.write('inbox/refused.pdf', 'no pdf')
  place.write('inbox/unsound.txt', JSON.stringify([unsoundReport({ organisation: longName, year: 2019 })]))
  const begun = new Set(readdirSync(place.at('summaries')))
  // the night's name has seconds, and the second night must not take the first one's
  while (begun.has(`${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.json`)) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await place.avstam(['nightly'], undefined, async (...given) => {
    const stages = await readReportsAsWritten(...given)
    return {
      ...stages,
      readPages: (document, mediaType) =>
        document.name === 'late.txt'
          ? Promise.reject(new DocumentError('timeout', 'Time ran out.'))
          : stages.readPages(document, mediaType),
    }
  })
}

async function open(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  asked = []
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true })
  const page = await context.newPage()
  page.on('dialog', () => asked.push('a dialog'))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/latest.html`)
  return page
}

describe('the page of a night', () => {
  it('says what happened: each part of it is there', async () => {
    const page = await open(1200)
    const [text] = await page.locator('main').allInnerTexts()
    for (const words of [
      /5\s+files from the inbox/,
      /2013 missing|2012 missing/,
      /What differs, the largest first \(\d+\)/,
      /unsound\.txt\s+1\s+Årets resultat/,
      /refused\.pdf\s+rejected\s+not-a-pdf/,
      /late\.txt\s+failed\s+timeout/,
      /late\.txt\s+1\s+tried again from 20\d\d-/,
      /2013\.txt\s+2\s+Föreningen Provet\s+2013-12-31\s+2013 again\.txt/,
      /Sure amounts, night by night/,
      /reading\s+\d+\.\d/,
    ]) {
      expect(text).toMatch(words)
    }
    const row = page.locator('table.years tr', { hasText: 'Föreningen Provet' })
    expect((await row.locator('td').allInnerTexts()).slice(0, 3)).toEqual(['✓', '–', '✓'])
    await page.context().close()
  })

  it('fetches nothing and runs nothing, and all its links lead somewhere (F65)', async () => {
    const page = await open(1200)
    expect(asked.filter((url) => url !== '/favicon.ico')).toEqual(['/latest.html'])
    const links = await page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    expect(links.length).toBeGreaterThan(6)
    for (const link of links) {
      if (link.startsWith('#')) expect(await page.locator(link).count(), link).toBe(1)
      else expect((await page.request.get(new URL(link, page.url()).href)).status(), link).toBe(200)
    }
    expect(links.filter((link) => /^\d{4}-.*\.(json|html)$/.test(link))).toHaveLength(2)
    expect(asked).not.toContain('a dialog')
    expect(await page.getByText('<script>alert(1)</script>').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('fits a telephone: nothing but its tables is wider than the screen', async () => {
    const page = await open(360)
    const { scroll, client } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scroll: scrollWidth, client: clientWidth }
    })
    expect(scroll).toBeLessThanOrEqual(client)
    expect(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(16)
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe-core finds in the way of anybody, %s', async (scheme) => {
    for (const width of [360, 1200]) {
      const page = await open(width, scheme)
      await page.evaluate(axe.source)
      const { violations, passes } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([])
      expect(passes.length).toBeGreaterThan(10)
      await page.context().close()
    }
  })
})
