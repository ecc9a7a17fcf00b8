import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Check } from '../../src/model/check.js'
import type { SettledReport } from '../../src/model/settled.js'
import { meetFile } from '../../src/store/document-store.js'
import { openDatabase } from '../../src/store/open-database.js'
import { readChecks, readFacts, readRepairs, readReports } from '../../src/store/read-views.js'
import { loadReportsOf, storeReports } from '../../src/store/report-store.js'
import { storeSettlement } from '../../src/store/settlement-store.js'
import { unsoundReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
let database: Database
beforeEach(() => {
  place = new Workplace()
  database = openDatabase(place.at('db.sqlite'))
})
afterEach(() => {
  database.close()
  place.remove()
})

const content = 'ab'.repeat(32)
const cell = { table: 0, row: 2, column: 0 }

const check: Check = {
  ...{ rule: 'statement_sum', subject: 'Årets resultat', statement: 'income_statement', note: null },
  ...{ periodEnd: '2020-12-31', scenario: 'actual', expected: 234_246, actual: 234_246, difference: 0, tolerance: 0 },
  ...{ unit: 'tkr', verdict: 'repaired', explanation: 'It holds once it is mended.', subjectCell: cell, terms: [] },
  ...{ confirms: true, other: null },
}

/** The report with its wrong sum mended by hand, as the last step would deliver it. */
function settled(): SettledReport {
  meetFile(database, 'a.txt', content, 'text/plain')
  storeReports(database, content, [unsoundReport({ unit: 'tkr' })])
  const { id, report } = loadReportsOf(database, content)[0]!
  const mended = structuredClone(report) as { tables: { rows: { cells: { value: number }[] }[] }[] } & typeof report
  mended.tables[0]!.rows[2]!.cells[0]!.value = 234_246
  const { before, after } = { before: 777_777, after: 234_246 }
  return {
    id,
    report: mended,
    checks: [check, { ...check, verdict: 'mismatch', expected: 65.3, actual: 64, difference: 1.3, unit: '%' }],
    repairs: [{ cell, before, after, fault: 'digits', evidence: [0], cost: 1, margin: 2.5, decision: 'auto' }],
    judgements: [[[], [], [{ status: 'repaired', confirmations: 2 }]]],
  }
}

const store = (report: SettledReport, onlyChanged = false) => {
  const group = { name: 'Förbundet', orgNumber: '222000-1818', reportIds: [report.id] }
  storeSettlement(database, { group, reports: [report], digest: 'one', failure: null }, onlyChanged)
}

describe('storeSettlement', () => {
  it('writes facts with their status, in kronor, and what was read beside what it was changed to', () => {
    const report = settled()
    store(report)
    const [first, , , , mended] = readFacts(database, report.id) as unknown as Record<string, unknown>[]
    expect(first).toMatchObject({
      label: 'Intäkter',
      amount: 1_234_567,
      amount_sek: 1_234_567_000,
      status: 'unverified',
    })
    expect(mended).toMatchObject({ amount: 234_246, raw_text: '777777', status: 'repaired', confirmations: 2 })
    expect(mended).toMatchObject({ organisation: 'Förbundet', org_number: '222000-1818', table_no: 1, row_no: 3 })
  })

  it('writes checks in order, whole amounts as integers and shares as they are', () => {
    const report = settled()
    store(report)
    const types = database.prepare('select typeof(expected) from checks order by check_id').pluck().all()
    expect(types.sort()).toEqual(['integer', 'real'])
    expect(readChecks(database, report.id).map(({ expected }) => expected)).toEqual([234_246, 65.3])
    expect(readReports(database)).toMatchObject([{ outcome: 'differs', checks_repaired: 1, checks_mismatch: 1 }])
  })

  it('writes a repair with its evidence, and does not date it anew', () => {
    const report = settled()
    store(report)
    const [repair] = readRepairs(database, report.id)
    const [made] = readChecks(database, report.id)
    expect(repair).toMatchObject({ amount_before: 777_777, amount_after: 234_246, decision: 'auto', margin: 2.5 })
    expect(JSON.parse(repair!.evidence)).toMatchObject({ checks: [made!.check_id], fault: 'digits' })
    database.exec("update repair_made set decided_at = '2020-01-01T00:00:00Z'")
    store(report)
    expect(readRepairs(database, report.id)).toMatchObject([{ decided_at: '2020-01-01T00:00:00Z' }])
  })

  it('leaves what came to the same as it is, if it is asked to', () => {
    const report = settled()
    store(report)
    const marked = () => database.prepare("select count(*) from fact where raw_text = 'mark'").pluck().get()
    database.exec("update fact set raw_text = 'mark'")
    store(report, true)
    expect(marked()).toBe(6)
    store({ ...report, judgements: [[[], [], [{ status: 'repaired', confirmations: 3 }]]] }, true)
    expect(marked()).toBe(0)
    database.exec("update fact set raw_text = 'mark'")
    store({ ...report, judgements: [[[], [], [{ status: 'repaired', confirmations: 3 }]]] })
    expect(marked()).toBe(0)
  })

  it('is all or nothing (F47)', () => {
    const report = settled()
    store(report)
    const broken = { ...report, judgements: [[[{ status: 'guessed' as never, confirmations: 0 }]]] }
    expect(() => store(broken)).toThrow(/CHECK constraint/)
    expect(readFacts(database, report.id)).toHaveLength(6)
    expect(readRepairs(database, report.id)).toHaveLength(1)
  })

  it('loses the facts of a report that is no longer found', () => {
    const report = settled()
    store(report)
    storeReports(database, content, [])
    for (const view of ['reports', 'facts', 'checks', 'repairs']) {
      expect(database.prepare(`select count(*) from ${view}`).pluck().get(), view).toBe(0)
    }
  })
})
