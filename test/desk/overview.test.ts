import type { Database } from 'better-sqlite3'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openForReading } from '../../src/store/open-database.js'
import { readScopedView, type ScopedView } from '../../src/store/read-scoped-view.js'
import { type OpenDesk, openDesk } from '../support/open-desk.js'
import { Workplace } from '../support/workplace.js'
import { type YearFigures, yearlyReport } from '../support/yearly-report.js'

const place = new Workplace()
let reading: Database
let opened: OpenDesk
let desk: Hono

const year = (revenue: number, costs: number, opening = 0): YearFigures => {
  return { revenue, costs, assets: 2 * revenue, equity: opening + revenue - costs }
}

beforeAll(async () => {
  const reports = [
    yearlyReport(2015, [year(500, 400, 10), year(450, 440)]),
    // restates 2015: revenue 520, and with it all that follows
    yearlyReport(2016, [year(600, 530, 130), year(520, 400, 10)]),
    yearlyReport(2019, [year(700, 690), year(650, 620)]),
    yearlyReport(2018, [year(900, 300), year(800, 200)], { organisation: 'Ängens & <i>Åsens</i> "förbund"' }),
    yearlyReport(2018, [year(9000, 300), year(800, 200)], { organisation: 'Zäta AB' }),
  ]
  reports.forEach((report, index) => {
    place.write(`in/${index}.txt`, JSON.stringify([report]))
  })
  await place.avstam(['run', place.at('in')])
  reading = openForReading(place.at('db.sqlite'))
  opened = await openDesk(place)
  desk = opened.desk
})
afterAll(() => {
  opened.close()
  reading.close()
  place.remove()
})

async function page(path: string): Promise<string> {
  const answer = await desk.request(`http://127.0.0.1${path}`)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const reportsOf = (name: string) =>
  reading.prepare<[string], string>('select report_id from reports where organisation = ?').pluck().all(name)

describe('views of one organisation', () => {
  it.each<ScopedView>(['series', 'statement_pivot', 'key_figures', 'quality'])('are those of all, in %s', (view) => {
    const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
    const named = view === 'quality' ? "document in ('0.txt', '1.txt', '2.txt')" : "organisation = 'Förbundet Å'"
    const expected = reading.prepare(`select * from ${view} where ${named}`).all()
    expect(expected.length).toBeGreaterThan(2)
    expect(sorted(readScopedView(reading, view, reportsOf('Förbundet Å')))).toEqual(sorted(expected))
  })
})

describe('organisations by year', () => {
  it('shows outcomes and the years that are missing, å ä ö after z', async () => {
    const html = await page('/organisations')
    const names = [...html.matchAll(/<a href="\/organisations\/[^"]*">([^<]*)<\/a>/g)].map(([, name]) => name)
    expect(names).toEqual(['Förbundet Å', 'Zäta AB', 'Ängens &amp; &lt;i>Åsens&lt;/i> &quot;förbund&quot;'])
    expect([...html.matchAll(/aria-label="(\d{4}) is missing"/g)].map(([, missing]) => missing)).toEqual([
      '2017',
      '2018',
    ])
    const marks = [...html.matchAll(/title="Förbundet Å, annual (\d{4}-\d\d-\d\d): (\w+)/g)]
    const outcomes = reading.prepare(
      "select period_end, outcome from reports where organisation = 'Förbundet Å' order by period_end",
    )
    expect(marks.map(([, period, outcome]) => [period, outcome])).toEqual(outcomes.raw().all())
  })

  it('keeps to what is asked for', async () => {
    const rows = async (query: string) =>
      ((await page(`/organisations?${query}`)).match(/<th scope="row">/g) ?? []).length
    expect(await rows('q=FÖRBUND')).toBe(2)
    expect(await rows('show=gaps')).toBe(1)
    expect(await rows('q=å&show=gaps&at=2')).toBe(0)
    expect(await rows('show=nonsense&at=-1&q=')).toBe(3)
  })
})

describe('an organisation', () => {
  const address = `/organisations/${encodeURIComponent('Förbundet Å')}`

  it('leads from each point of a series to the figure on paper', async () => {
    const html = await page(address)
    const fact = reading
      .prepare<[], { fact_id: string; sha256: string; page: number }>(
        `select fact_id, sha256, page from series
         where organisation = 'Förbundet Å' and statement = 'income_statement' and concept = 'net_result' and period_end = '2019-12-31'`,
      )
      .get()!
    const link = `/documents/${fact.sha256}?page=${fact.page}&amp;fact=${fact.fact_id}`
    expect(html).toContain(
      `<a href="${link}" aria-label="Årets resultat 2019-12-31: 10 kr, verified" class="point verified">`,
    )
    // missing 2017, its neighbours are joined by what tells so
    expect(html.match(/class="way broken"/g)).not.toBeNull()
    expect(textOf(html)).toMatch(/Soliditet % .* Kostnader/)
  })

  it('puts its statements side by side, and says what was restated', async () => {
    const html = await page(`${address}/statements`)
    const heads = [...html.matchAll(/<th scope="col" class="number">(\d{4})/g)].map(([, head]) => head)
    expect(heads.slice(0, 5)).toEqual(['2014', '2015', '2016', '2018', '2019'])
    const row = (label: string) => textOf(html.split(`<th scope="row">${label}</th>`)[1]!.split('</tr>')[0]!).trim()
    expect(row('Verksamhetens intäkter')).toMatch(/^450 \S 500 \S restated: 520 600 \S 650 \S 700 \S$/)
    expect(row('Verksamhetens kostnader')).toMatch(/^−440 \S −400 \S −530 \S −620 \S −690 \S$/)
  })

  it('leads from each figure side by side to that figure on paper, the next report’s too', async () => {
    const html = await page(`${address}/statements`)
    const row = html.split('<th scope="row">Verksamhetens intäkter</th>')[1]!.split('</tr>')[0]!
    const links = [...row.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, text]) => [href!, text!] as const)
    expect(links.map(([, text]) => text)).toEqual(['450', '500', '520', '600', '650', '700'])
    for (const [href, text] of links) {
      const target = await page(href.replaceAll('&amp;', '&'))
      const [, amount] = /class="panel"[^>]*data-amount="([^"]*)"/.exec(target) ?? []
      expect(amount, href).toBe(text)
    }
  })

  it('is not there where it is unknown', async () => {
    const answers = [
      '/organisations/nobody',
      '/organisations/nobody/statements',
      '/organisations/%00',
      '/organisations/..%2f',
    ]
    for (const path of answers) expect((await desk.request(`http://127.0.0.1${path}`)).status, path).toBe(404)
  })

  it('shows a name as it is written, whatever it is', async () => {
    const html = await page(`/organisations/${encodeURIComponent('Ängens & <i>Åsens</i> "förbund"')}`)
    expect(html).not.toContain('<i>Åsens')
    expect(html).toContain('<h1>Ängens &amp; &lt;i>Åsens&lt;/i> &quot;förbund&quot;</h1>')
  })
})

describe('documents', () => {
  it('are listed with their reports, screen by screen, and found by name', async () => {
    const rows = async (query: string) =>
      [...(await page(`/documents?${query}`)).matchAll(/<th scope="row"><a [^>]*>([^<]*)</g)].map(([, name]) => name)
    expect(await rows('')).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt'])
    expect(await rows('q=3.T')).toEqual(['3.txt'])
    expect(await rows('q=%25')).toEqual([])
    expect(await rows('show=troubled&q=txt')).toEqual([])
    expect(await rows('at=2')).toEqual([])
    expect(textOf(await page('/documents?q=4.txt'))).toMatch(/4\.txt done Zäta AB 2018-12-31 differs 1 \d/)
  })
})

describe('search', () => {
  it('lands on the page, and shows the words as they stand', async () => {
    const html = await page(`/search?${new URLSearchParams({ q: 'Åsens' })}`)
    const { sha256 } = reading
      .prepare<[], { sha256: string }>("select sha256 from documents where document = '3.txt'")
      .get()!
    expect(html).toContain(`href="/documents/${sha256}?page=1&amp;q=%C3%85sens"`)
    expect(html).toContain('&lt;i><mark>Åsens</mark>&lt;/i>')
  })

  it.each(['', '"', 'a AND', '<script>alert(1)</script>', '%'])('takes %j', async (q) => {
    expect(await page(`/search?${new URLSearchParams({ q })}`)).not.toContain('<script>alert')
  })
})
