import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { openForReading } from '../../src/store/open-database.js'
import { Workplace } from '../support/workplace.js'
import { type YearFigures, yearlyReport } from '../support/yearly-report.js'

let place: Workplace
let database: Database | undefined
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => {
  database?.close()
  place.remove()
})

async function stored(reports: readonly Report[]): Promise<Database> {
  reports.forEach((report, index) => {
    place.write(`in/${index}.txt`, JSON.stringify([report]))
  })
  await place.avstam(['run', place.at('in')])
  database = openForReading(place.at('db.sqlite'))
  return database
}

/** Equity grows by each year's result, as the bookkeeping must have it. */
const year = (revenue: number, costs: number, opening = 0): YearFigures => {
  return { revenue, costs, assets: 2 * revenue, equity: opening + revenue - costs }
}

async function seriesOf(concept: string, reports: readonly Report[]): Promise<unknown[][]> {
  const rows = (await stored(reports)).prepare(
    `select substr(period_end, 1, 4), amount_sek, source, breaks, later_sek from series
     where statement = 'income_statement' and concept = ? order by period_end`,
  )
  return rows.raw().all(concept) as unknown[][]
}

describe('series', () => {
  it('takes each year from its own report, else from the next one’s comparatives, and tells which year is missing', async () => {
    const reports = [
      yearlyReport(2015, [year(500, 400), year(450, 440)]),
      yearlyReport(2016, [year(600, 530), year(500, 400)]),
      yearlyReport(2019, [year(700, 690), year(650, 620)]),
    ]
    expect(await seriesOf('net_result', reports)).toEqual([
      ['2014', 10, 'comparative', null, null],
      ['2015', 100, 'own', null, null],
      ['2016', 70, 'own', null, null],
      ['2018', 30, 'comparative', 'missing_year', null],
      ['2019', 10, 'own', null, null],
    ])
  })

  it('tells a restated figure from a regrouped line: under a regrouping the total stands', async () => {
    const restated = [
      yearlyReport(2015, [year(500, 400, 10), year(450, 440)]),
      yearlyReport(2016, [year(600, 530, 130), year(520, 400, 10)]),
    ]
    expect((await seriesOf('operating_revenue', restated))[1]).toEqual(['2015', 500, 'own', 'restated', 520])
    database?.close()
    place.remove()
    place = new Workplace()
    const regrouped = [
      yearlyReport(2015, [year(500, 400, 10), year(450, 440)]),
      yearlyReport(2016, [year(600, 530, 110), year(520, 420, 10)]),
    ]
    expect((await seriesOf('operating_revenue', regrouped))[1]).toEqual(['2015', 500, 'own', 'regrouped', 520])
    expect(database!.prepare("select breaks from series where concept = 'net_result'").pluck().all()).toEqual([
      null,
      null,
      null,
    ])
  })

  it('flags a change of unit, and takes a rounded comparative for the same figure', async () => {
    const reports = [
      yearlyReport(2015, [year(500_400, 400_100), year(450_000, 440_000)]),
      yearlyReport(2016, [year(600, 530), year(500, 400)], { unit: 'tkr' }),
    ]
    expect(await seriesOf('operating_revenue', reports)).toEqual([
      ['2014', 450_000, 'comparative', null, null],
      ['2015', 500_400, 'own', null, null],
      ['2016', 600_000, 'own', 'unit', null],
    ])
  })

  it('takes a comparative in whole kronor for what the year’s own report prints to the öre', async () => {
    const own = yearlyReport(2015, [year(50_050, 40_025), year(45_010, 44_000)])
    const inOre = own.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, decimals: 2 }) })),
    }))
    const reports = [{ ...own, tables: inOre }, yearlyReport(2016, [year(600, 530), year(500, 400)])]
    expect((await seriesOf('operating_revenue', reports))[1]).toEqual(['2015', 501, 'own', null, null])
  })

  it('leaves out what one statement prints twice with different amounts', async () => {
    const report = structuredClone(yearlyReport(2015, [year(500, 400), year(450, 440)])) as {
      tables: { rows: { concept: string }[] }[]
    } & Report
    report.tables[0]!.rows[1]!.concept = 'operating_revenue'
    expect(await seriesOf('operating_revenue', [report])).toEqual([])
  })
})

describe('key_figures', () => {
  it('gives the bounds that rounding leaves', async () => {
    const figures = { revenue: 2, costs: 1, assets: 3, equity: 2 }
    const rows = (await stored([yearlyReport(2015, [figures, figures], { unit: 'mkr' })]))
      .prepare('select key_figure, value, low, high, status from key_figures order by key_figure')
      .raw()
      .all()
    expect(rows).toContainEqual(['equity_ratio', 66.6667, 42.8571, 100, expect.any(String)])
    expect(rows).toContainEqual(['net_margin', 50, 20, 100, expect.any(String)])
  })

  it('bounds a loss from both sides too', async () => {
    const figures = { revenue: 4, costs: 6, assets: 3, equity: 2 }
    const [row] = (await stored([yearlyReport(2015, [figures, figures], { unit: 'mkr' })]))
      .prepare("select value, low, high from key_figures where key_figure = 'net_margin'")
      .raw()
      .all()
    expect(row).toEqual([-50, -71.4286, -33.3333])
  })
})

describe('statement_pivot', () => {
  it('puts the periods of a row side by side', async () => {
    const rows = (await stored([yearlyReport(2015, [year(500, 400, 10), year(450, 440)], { unit: 'tkr' })]))
      .prepare(
        "select label, this_year, this_year_status, last_year, budget from statement_pivot where statement = 'income_statement'",
      )
      .raw()
      .all()
    expect(rows).toEqual([
      ['Verksamhetens intäkter', 500_000, 'verified', 450_000, null],
      ['Verksamhetens kostnader', -400_000, 'verified', -440_000, null],
      ['Årets resultat', 100_000, 'verified', 10_000, null],
    ])
  })
})

describe('quality', () => {
  it('counts a document’s figures once, under the file that owns them', async () => {
    const report = yearlyReport(2015, [year(500, 400), year(450, 440)])
    const rows = (await stored([report, report]))
      .prepare('select document, state, amounts, verified + repaired + unverified + suspect from quality order by 1')
      .raw()
      .all()
    expect(rows).toEqual([
      ['0.txt', 'done', 16, 16],
      ['1.txt', 'duplicate', 0, 0],
    ])
  })
})
