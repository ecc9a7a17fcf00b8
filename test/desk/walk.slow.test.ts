import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type ServedDesk, serveDesk } from '../../src/desk/serve-desk.js'
import { drawPage } from '../../src/ocr/draw-page.js'
import { openForReading } from '../../src/store/open-database.js'
import { publicViews } from '../../src/store/public-views.js'
import { findFigure, versionOf } from '../../src/store/read-desk.js'
import { axeViolations, buildAssets, chromiumPath, createCamera, startBrowser } from '../support/browse-desk.js'
import { type OpenDesk, openDesk } from '../support/open-desk.js'
import { asText, numbersOnSheet, readByDuck, readXbrl, rowsInPackage, storedRows } from '../support/read-exports.js'
import { recordedStages } from '../support/recorded-stages.js'
import { Workplace } from '../support/workplace.js'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const papers = [
  ...readdirSync(root('fixtures/text')).flatMap((name) =>
    name.endsWith('.txt') ? [root(`fixtures/text/${name}`)] : [],
  ),
  root('fixtures/scans/leaders_2009_fax.pdf'),
]
const python = spawnSync('python3', ['--version']).status === 0
/** A figure of the made scan: the reader took 4 504 for 3 504. */
const doubted = {
  document: 'leaders_2009_fax.pdf',
  label: 'Summa tillgångar',
  period_end: '2009-12-31',
  statement: 'balance_sheet',
}

const place = new Workplace()
let browser: Browser
let page: Page
let desk: OpenDesk
let served: ServedDesk
let show: (step: string) => Promise<void>

function drop(): void {
  mkdirSync(place.at('inbox'), { recursive: true })
  for (const paper of papers) copyFileSync(paper, place.at('inbox', paper.slice(paper.lastIndexOf('/') + 1)))
}

const facts = () => storedRows(place.at('db.sqlite'), 'facts')
const settledFigure = () =>
  facts().find((row) => Object.entries(doubted).every(([name, value]) => row[name] === value))!
function versionNow(factId: string): string {
  const database = openForReading(place.at('db.sqlite'))
  const version = versionOf(findFigure(database, factId)!)
  database.close()
  return version
}
const run = () => place.avstam(['run'], undefined, recordedStages)

/** Goes from link to link by the tabulator until it stands on one that leads where it should. */
async function tabTo(wanted: RegExp): Promise<void> {
  const focus = () => page.evaluate<string>("document.activeElement?.getAttribute('href') ?? ''")
  for (let count = 0; count < 120 && !wanted.test(await focus()); count++) await page.keyboard.press('Tab')
  expect(await focus()).toMatch(wanted)
}

/** A key pressed while a dialog is going may be lost: it is pressed until the field is there. */
async function openEntry(): Promise<void> {
  const entry = page.locator('input[name="entry"]:focus')
  for (let count = 0; count < 10 && (await entry.count()) === 0; count++) {
    await page.keyboard.press('e')
    await page.waitForTimeout(500)
  }
  await entry.waitFor()
}

async function follow(wanted: RegExp): Promise<void> {
  await tabTo(wanted)
  await page.keyboard.press('Enter')
  await page.waitForURL(wanted)
  await page.waitForLoadState('networkidle')
}

describe.skipIf(!existsSync(chromiumPath))('from an inbox to a chart, by the keyboard alone', () => {
  beforeAll(async () => {
    browser = await startBrowser()
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
    page = await context.newPage()
    rmSync(root('test-output/walk'), { recursive: true, force: true })
    const photograph = createCamera(page, root('test-output/walk'))
    show = async (step) => {
      expect(await axeViolations(page), step).toEqual([])
      await photograph(step)
    }
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    desk?.close()
    place.remove()
  })

  test('what was dropped is read, and the inbox is empty', async () => {
    drop()
    const { code, out } = await run()
    expect(code).toBe(1)
    expect(out).toContain('leaders_2009_fax.pdf')
    expect(readdirSync(place.at('inbox'))).toEqual([])
    expect(storedRows(place.at('db.sqlite'), 'documents').map(({ state }) => state)).toEqual(papers.map(() => 'done'))
    expect(settledFigure()).toMatchObject({ amount: 3504, status: 'suspect' })
  })

  test('a figure of the queue is settled', async () => {
    desk = await openDesk(place, await buildAssets(place.at('assets')), drawPage)
    served = await serveDesk(desk.desk, 0)
    await page.goto(served.address)
    await show('what-waits')
    await follow(new RegExp(`/documents/[0-9a-f]{64}\\?page=\\d+&fact=${settledFigure().fact_id}`))
    expect(await page.locator('.panel h2').textContent()).toBe(doubted.label)
    await show('the-doubt')
    await page.keyboard.press('?')
    await show('the-keys')
    await page.keyboard.press('Escape')
    await page.locator('dialog#keys').waitFor({ state: 'hidden' })
    await openEntry()
    await page.keyboard.type('4 504')
    await show('what-stands-on-paper')
    await page.keyboard.press('Enter')
    await page.locator('.said').filter({ hasText: 'Decided' }).waitFor()
    await show('decided')
    expect(settledFigure()).toMatchObject({ amount: 4504, status: 'reviewed', raw_text: '3504' })
  })

  test('a decision takes less than 300 ms of the processor, and undoing it too', async () => {
    const timed = async (body: object) => {
      const before = process.cpuUsage()
      const answer = await desk.decide(body)
      const { user, system } = process.cpuUsage(before)
      expect(answer.status).toBe(201)
      return { milliseconds: (user + system) / 1000, decision: answer.body.decision }
    }
    const times: number[] = []
    for (let count = 0; count < 3; count++) {
      const { fact_id } = settledFigure()
      const made = await timed({
        ...{ kind: 'correct', figure: fact_id, version: versionNow(String(fact_id)), entry: '1' },
      })
      const undone = await timed({ kind: 'undo', decision: made.decision })
      times.push(Math.max(made.milliseconds, undone.milliseconds))
    }
    expect(Math.min(...times)).toBeLessThan(300)
  })

  test('a figure that was missed is added', async () => {
    await follow(/\/documents\/[0-9a-f]{64}\?page=2$/)
    await page.keyboard.press('a')
    await page.locator('.panel[data-missed]').waitFor()
    await show('an-empty-cell')
    const name = await page.locator('.panel h2').textContent()
    await page.keyboard.press('Enter')
    await page.locator('input[name="entry"]:focus').waitFor()
    await page.keyboard.type('3 757')
    await page.keyboard.press('Enter')
    await page.locator('.said').filter({ hasText: 'Decided' }).waitFor()
    await show('added')
    expect(facts().filter(({ raw_text }) => raw_text === '')).toMatchObject([
      { label: name, amount: 3757, status: 'reviewed', period_end: '2008-12-31' },
    ])
  })

  test('what was decided stays, whatever is run again', async () => {
    const before = facts()
    drop()
    await run()
    await place.avstam(['check'], undefined, recordedStages)
    expect(facts()).toEqual(before)
    await page.goto(`${served.address}decisions`)
    const decisions = await page.locator('.list tbody td:nth-child(3)').allTextContents()
    // and three times one that was undone
    expect(decisions).toHaveLength(8)
    expect([decisions[0], decisions.at(-1)]).toEqual([
      'Balansomslutning: 3\u2009757, which was missed',
      'Summa tillgångar: 4\u2009504, read as “3504”',
    ])
    await show('the-decisions')
    await follow(/\/documents\/[0-9a-f]{64}\?page=4&fact=/)
    expect(await page.locator('.panel .big').textContent()).toContain('4\u2009504')
    await show('still-settled')
  })

  test('its series are charts, and each point is a key away from its place on paper', async () => {
    await follow(/\/organisations$/)
    await show('organisations')
    await follow(/\/organisations\/222000-1818$/)
    await show('its-series')
    await follow(/\/documents\/[0-9a-f]{64}\?page=\d+&fact=/)
    expect(await page.locator('.panel h2').textContent()).toMatch(/resultat/i)
    await show('the-figure-on-paper')
    await page.goto(`${served.address}organisations/222000-1818/statements`)
    await show('side-by-side')
    await page.goto(`${served.address}search?q=${encodeURIComponent('Försäkringskassan')}`)
    await show('found')
  })

  test('every export is read back equal', async () => {
    const file = place.at('db.sqlite')
    const formats = ['csv', 'csv-excel', 'jsonl', 'json', 'parquet', 'package', 'xlsx', 'xbrl-json', 'datasette']
    for (const format of formats)
      expect((await place.avstam(['export', '--format', format, '--out', place.at(format)])).code, format).toBe(0)
    const expected = facts()
    const text = asText(expected)
    const comma = `read_csv('${place.at('csv', 'facts.csv')}', all_varchar = true, header = true, delim = ',')`
    expect(await readByDuck(comma)).toEqual(text)
    const semicolon = `read_csv('${place.at('csv-excel', 'facts.csv')}', all_varchar = true, header = true, delim = ';')`
    // numbers with a comma, and an apostrophe before what Excel would take for a formula
    const asExcel = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '').replace(/^(\d+),(\d+)$/, '$1.$2')
    const excel = (rows: Record<string, string>[]) => rows.map((row) => Object.values(row).map(asExcel))
    expect(excel(await readByDuck(semicolon))).toEqual(excel(text))
    const lines = readFileSync(place.at('jsonl', 'facts.jsonl'), 'utf8').trim().split('\n')
    const unpacked = expected.map((row) => ({ ...row, doubts: JSON.parse(String(row.doubts)) }))
    expect(lines.map((line) => JSON.parse(line))).toEqual(unpacked)
    expect(JSON.parse(readFileSync(place.at('json', 'facts.json'), 'utf8'))).toEqual(unpacked)
    const parquet = await readByDuck(`read_parquet('${place.at('parquet', 'facts.parquet')}')`)
    const amounts = (rows: Record<string, unknown>[]) =>
      rows.map(({ fact_id, amount, status }) => [fact_id, Number(amount), status])
    expect(amounts(parquet)).toEqual(amounts(expected))
    for (const [name, rows] of Object.entries(await rowsInPackage(place.at('package'))))
      expect(rows, name).toBe(storedRows(file, name.replaceAll('-', '_')).length)
    const [workbook] = readdirSync(place.at('xlsx')).filter((name) => name.endsWith('.xlsx'))
    const printed = expected
      .filter(({ statement }) => statement === 'balance_sheet')
      .map(({ amount }) => Number(amount))
    const shown = await numbersOnSheet(place.at('xlsx', workbook!), 'Balance sheets')
    // beside them stand numbers of notes
    for (const amount of new Set(printed)) {
      const times = (all: readonly number[]) => all.filter((one) => one === amount).length
      expect(times(shown), String(amount)).toBeGreaterThanOrEqual(times(printed))
    }
    const xbrl = readXbrl(place.at('xbrl-json'))
    expect(xbrl.faults).toEqual([])
    expect(xbrl.facts).toContainEqual(expect.objectContaining({ value: '4504000', 'avstam:status': 'reviewed' }))
    const metadata = parse(readFileSync(place.at('datasette', 'metadata.yaml'), 'utf8')) as {
      databases: Record<string, { tables: object }>
    }
    const tables = Object.values(metadata.databases).flatMap(({ tables: one }) => Object.keys(one))
    expect(tables.sort()).toEqual(publicViews.map(({ name }) => name).sort())
  })

  // where there is no Python, there is nothing to run the notebook
  test.skipIf(!python)('the notebook draws the series', async () => {
    const picture = place.at('series.svg')
    execFileSync('python3', [root('docs/examples/series.py'), place.at('db.sqlite'), 'net_result', picture])
    const points = storedRows(place.at('db.sqlite'), 'series').filter(
      ({ concept, kind, statement }) => concept === 'net_result' && kind === 'annual' && statement !== 'cash_flow',
    )
    const years = new Set(points.map(({ organisation, period_end }) => `${organisation} ${period_end}`))
    expect(readFileSync(picture, 'utf8').match(/<circle /g)).toHaveLength(years.size)
    expect(years.size).toBeGreaterThan(5)
    await page.goto(pathToFileURL(picture).href)
    await show('the-notebook')
  })
})
