import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open-database.js'
import { soundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const report = (change: { year?: number; organisation?: string } = {}) => JSON.stringify([soundReport(change)])

/** Makes it that files were met so many seconds apart, in this order. */
function spreadArrivals(...names: readonly string[]): void {
  const database = openDatabase(place.at('db.sqlite'))
  names.forEach((name, second) => {
    database.prepare('update file set first_seen = ? where name = ?').run(`2026-01-01T00:00:0${second}Z`, name)
  })
  database.close()
}
function versions(): unknown[] {
  const database = openDatabase(place.at('db.sqlite'))
  const found = database
    .prepare(
      `select v.document, v.version, earlier.document as supersedes, later.document as superseded_by
       from report_versions v left join reports earlier on earlier.report_id = v.supersedes
       left join reports later on later.report_id = v.superseded_by
       where v.period_end = '2020-12-31' and v.organisation = 'Föreningen Provet' order by v.version`,
    )
    .all()
  database.close()
  return found
}

describe('report_versions', () => {
  it('keeps each version of a report that comes again in other bytes, in the order of arrival (F9)', async () => {
    place.write('in/b-first.txt', report())
    place.write('in/a-corrected.txt', `${report()} `)
    place.write('in/c-scanned-again.txt', `${report()}  `)
    place.write('in/other-year.txt', report({ year: 2019 }))
    place.write('in/other-organisation.txt', report({ organisation: 'Bolaget Annat' }))
    await place.avstam(['run', place.at('in')])
    spreadArrivals('b-first.txt', 'a-corrected.txt', 'c-scanned-again.txt')
    expect(versions()).toEqual([
      { document: 'b-first.txt', version: 1, supersedes: null, superseded_by: 'a-corrected.txt' },
      { document: 'a-corrected.txt', version: 2, supersedes: 'b-first.txt', superseded_by: 'c-scanned-again.txt' },
      { document: 'c-scanned-again.txt', version: 3, supersedes: 'a-corrected.txt', superseded_by: null },
    ])
    // all stay, and two of them are marked in the view of the contract
    const again = viewRows(place.at('db.sqlite')).reports.filter(({ probable_duplicate_of }) => probable_duplicate_of)
    expect(again.map(({ document }) => document).sort()).toEqual(['b-first.txt', 'c-scanned-again.txt'])
  })

  it('never lets a version confirm another: each figure is as sure as in a report that came alone (F9)', async () => {
    place.write('alone/a.txt', report())
    await place.avstam(['run', place.at('alone')])
    const alone = viewRows(place.at('db.sqlite'))
    place.write('alone/b.txt', `${report()} `)
    await place.avstam(['run', place.at('alone')])
    const both = viewRows(place.at('db.sqlite'))
    const confirmations = (rows: typeof alone, document: string) =>
      rows.facts
        .filter((fact) => fact.document === document)
        .map(({ row_no, column_no, status, confirmations }) => `${row_no} ${column_no} ${status} ${confirmations}`)
        .sort()
    expect(confirmations(alone, 'a.txt')).not.toEqual([])
    for (const document of ['a.txt', 'b.txt']) {
      expect(confirmations(both, document)).toEqual(confirmations(alone, 'a.txt'))
    }
  })

  it('takes two reports within one file for one version', async () => {
    place.write('in/a.txt', JSON.stringify([soundReport(), { ...soundReport(), firstPage: 2, lastPage: 2 }]))
    await place.avstam(['run', place.at('in')])
    expect(versions()).toMatchObject([
      { version: 1, superseded_by: null },
      { version: 1, supersedes: null },
    ])
  })
})
