import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedDesk, serveDesk } from '../../src/desk/serve-desk.js'
import { drawPage } from '../../src/ocr/draw-page.js'
import { axeViolations, buildAssets, chromiumPath, createCamera, startBrowser } from '../support/browse-desk.js'
import { type OpenDesk, openDesk } from '../support/open-desk.js'
import { recordedStages } from '../support/recorded-stages.js'
import { smallReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { readReportsAsWritten, Workplace } from '../support/workplace.js'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
const evil = '<img src=x onerror=alert(1)>'

const place = new Workplace()
const hostile = new Workplace()
let browser: Browser
let page: Page
const opened: { desk: OpenDesk; served: ServedDesk }[] = []

/** Serves the desk of a workplace; returns its address. */
async function serve(of: Workplace): Promise<{ desk: OpenDesk; at: string }> {
  const assets = await buildAssets(of.at('assets'))
  const desk = await openDesk(of, assets, drawPage)
  const served = await serveDesk(desk.desk, 0)
  opened.push({ desk, served })
  return { desk, at: served.address }
}

async function freshPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
  return context.newPage()
}

const factsOf = (of: Workplace) => viewRows(of.at('db.sqlite')).facts
const misread = (of: Workplace) =>
  factsOf(of).find(
    ({ label, period_end, statement }) =>
      [label, period_end, statement].join() === 'Summa tillgångar,2009-12-31,balance_sheet',
  )

/** The share of a page's picture that is ink, within a figure's box. */
async function inkIn(address: string, { x0, y0, x1, y1 }: Record<string, unknown>): Promise<number> {
  const response = await fetch(address)
  expect(response.headers.get('content-type')).toBe('image/png')
  const picture = sharp(Buffer.from(await response.arrayBuffer())).greyscale()
  const { width, height } = await picture.metadata()
  const [left, top] = [Math.round(Number(x0) * width), Math.round(Number(y0) * height)]
  const [right, bottom] = [Math.round(Number(x1) * width), Math.round(Number(y1) * height)]
  const within = { left, top, width: right - left, height: bottom - top }
  const pixels = await picture.extract(within).raw().toBuffer()
  return pixels.filter((grey) => grey < 128).length / pixels.length
}

describe.skipIf(!existsSync(chromiumPath))('the desk in a browser', () => {
  let at: string

  beforeAll(async () => {
    browser = await startBrowser()
    const papers = [fixture('scans/leaders_2009_fax.pdf'), fixture('text/001_sofint_2020.txt')]
    await place.avstam(['run', ...papers], undefined, recordedStages)
    ;({ at } = await serve(place))
    page = await freshPage()
  })
  afterAll(async () => {
    await browser?.close()
    for (const { desk, served } of opened) {
      await served.close()
      desk.close()
    }
    place.remove()
    hostile.remove()
  })

  test('a doubt is settled with the keyboard alone, and stays settled', async () => {
    const photograph = createCamera(page)
    const said = page.locator('.said')
    await page.goto(at)
    await photograph('what-waits')
    await page.locator('.list a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.panel')
    await page.waitForLoadState('networkidle')
    await photograph('the-doubt')
    expect(await page.locator('.panel h2').textContent()).toBe('Summa tillgångar')
    expect(await page.locator('.broken strong').first().textContent()).toMatch(/1\u2009000 tkr/)
    expect(misread(place)).toMatchObject({ amount: 3504, status: 'suspect' })

    await page.keyboard.press('e')
    await page.keyboard.type('4 504x')
    await page.keyboard.press('Enter')
    await said.filter({ hasText: 'is no amount' }).waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('4\u00a0504')
    await photograph('the-amount-on-paper')
    await page.keyboard.press('Enter')
    await said.filter({ hasText: 'Decided' }).waitFor()
    expect(misread(place)).toMatchObject({ amount: 4504, status: 'reviewed' })
    await photograph('decided')

    await page.keyboard.press('u')
    await said.filter({ hasText: 'Undone' }).waitFor()
    expect(misread(place)).toMatchObject({ amount: 3504, status: 'suspect' })
    await page.goto(at)
    await page.locator('.list a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.panel')
    await page.keyboard.press('1')
    await said.filter({ hasText: 'Decided' }).waitFor()
    expect(misread(place)).toMatchObject({ amount: 4504, status: 'reviewed' })

    await page.keyboard.press('k')
    await page.keyboard.press('z')
    await page.waitForFunction(() => document.body.classList.contains('closer'))
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.locator('dialog#keys').isVisible()).toBe(true)
    await photograph('the-keys')
    await page.keyboard.press('Escape')

    const papers = [fixture('scans/leaders_2009_fax.pdf'), fixture('text/001_sofint_2020.txt')]
    for (const words of [['check'], ['run', ...papers]]) {
      await place.avstam(words, undefined, recordedStages)
      expect(misread(place)).toMatchObject({ amount: 4504, status: 'reviewed', raw_text: expect.any(String) })
    }
    await page.goto(`${at}decisions`)
    expect(await page.locator('.list tbody tr').count()).toBe(3)
    await photograph('the-decisions')
  })

  test('what the pointer or the focus is on is marked on paper and in the statement', async () => {
    const { sha256, fact_id, page: number } = misread(place)!
    await page.goto(`${at}documents/${sha256}?page=${number}&fact=${fact_id}`)
    const other = factsOf(place).find(
      (fact) => fact.sha256 === sha256 && fact.page === number && fact.fact_id !== fact_id,
    )
    await page.hover(`.statement [data-figure="${other!.fact_id}"]`)
    expect(await page.locator(`.box.linked[data-figure="${other!.fact_id}"]`).count()).toBe(1)
    await page.focus(`.statement [data-figure="${fact_id}"]`)
    expect(await page.locator(`.box.linked`).getAttribute('data-figure')).toBe(fact_id)
    const box = await page.locator(`.box[data-figure="${fact_id}"] rect`).boundingBox()
    expect(box!.width).toBeGreaterThan(20)
    const inked = await inkIn(`${at}documents/${sha256}/pages/${number}/picture`, misread(place)!)
    expect(inked).toBeGreaterThan(0.05)
  })

  test.each(['light', 'dark'] as const)('axe finds nothing wrong with any page, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    const { sha256, fact_id, page: number } = misread(place)!
    const text = factsOf(place).find(({ document }) => document === '001_sofint_2020.txt')!
    const paths = [
      ...['', 'documents', 'decisions', 'organisations', 'search?q=verksamhet', 'nothing-here'],
      `documents/${sha256}?page=${number}&fact=${fact_id}`,
      `documents/${text.sha256}?page=${text.page}&fact=${text.fact_id}`,
    ]
    const wrong: Record<string, string[]> = {}
    for (const path of paths) {
      await page.goto(`${at}${path}`)
      await page.waitForLoadState('networkidle')
      if (path.includes('fact=')) await page.keyboard.press('m')
      const violations = await axeViolations(page)
      if (violations.length > 0) wrong[path] = violations
    }
    expect(wrong).toEqual({})
  })

  test('F64: a page of another site changes nothing, whatever it knows', async () => {
    const before = viewRows(place.at('db.sqlite'))
    const foreign = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>foreign</title><p>foreign')
    })
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
    const other = await freshPage()
    await other.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`)
    const answers = await other.evaluate(async (target) => {
      const body = JSON.stringify({ kind: 'accept', figure: 'x', version: 'x' })
      const ways: RequestInit[] = [
        { method: 'POST', mode: 'no-cors', body },
        { method: 'POST', headers: { 'content-type': 'application/json', 'x-avstam-token': 'guessed' }, body },
        { method: 'GET' },
      ]
      return Promise.all(
        ways.map((way) =>
          fetch(`${target}decisions`, way).then(
            (one) => one.type,
            () => 'refused',
          ),
        ),
      )
    }, at)
    expect(answers).toEqual(['refused', 'refused', 'refused'])
    expect(viewRows(place.at('db.sqlite'))).toEqual(before)
    await other.close()
    foreign.close()
  })

  test('F67: an original is kept as a file, never shown', async () => {
    const { sha256 } = misread(place)!
    await page.goto(at)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate((path) => location.assign(path), `/documents/${sha256}/original`),
    ])
    expect(download.suggestedFilename()).toBe('leaders_2009_fax.pdf')
    const { headers } = await fetch(`${at}documents/${sha256}/original`)
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  test('F65: what was read, and what a file is called, is text and nothing else', async () => {
    const report = smallReport(
      [
        [evil, 'line', 100, 200],
        ['</script><script>alert(2)</script>', 'line', 5, 5],
        ['javascript:alert(3)', 'total', 999, 205],
      ],
      { organisation: `Föreningen ${evil}` },
    )
    const file = hostile.write(`${evil.replaceAll('/', '')}.txt`, JSON.stringify([report]))
    await hostile.avstam(['run', file], undefined, readReportsAsWritten)
    const { at: there } = await serve(hostile)
    const visitor = await freshPage()
    const seen: string[] = []
    visitor.on('dialog', (dialog) => {
      seen.push(dialog.message())
      void dialog.dismiss()
    })
    visitor.on('console', (message) => seen.push(message.text()))
    const { sha256, fact_id } = factsOf(hostile)[0]!
    for (const path of [
      '',
      'documents',
      `documents/${sha256}?page=1&fact=${fact_id}`,
      'organisations',
      `search?q=${encodeURIComponent(evil)}`,
    ]) {
      await visitor.goto(`${there}${path}`)
      await visitor.waitForLoadState('networkidle')
      expect(await visitor.locator('img[src="x"]').count(), path).toBe(0)
    }
    await visitor.goto(`${there}documents/${sha256}?page=1&fact=${fact_id}`)
    expect(await visitor.locator('.panel h2').textContent()).toBe(evil)
    expect(await visitor.locator('.heading').textContent()).toContain(evil)
    await visitor.keyboard.press('Enter')
    await visitor.locator('.said').filter({ hasText: 'Decided' }).waitFor()
    expect(seen).toEqual([])
    await visitor.close()
  })

  test('F63: nobody but this machine reaches it', async () => {
    const port = Number(new URL(at).port)
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
    const others = own.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address)
    for (const address of ['127.0.0.2', ...others]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(port, address, () => resolve(true))
        socket.once('error', () => resolve(false))
      })
      expect(reached, address).toBe(false)
    }
  })

  test('F68: whoever sends slowly or too much is let go', async () => {
    const port = Number(new URL(at).port)
    const began = performance.now()
    const ended = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '))
      let answer = ''
      socket.on('data', (data) => {
        answer += data
      })
      socket.on('close', () => resolve(answer))
    })
    expect(ended).toMatch(/^HTTP\/1\.1 408/)
    expect(performance.now() - began).toBeLessThan(40_000)
    const large = await fetch(`${at}decisions`, { method: 'POST', body: 'x'.repeat(1_000_000) })
    expect(large.status).toBe(413)
  })
})
