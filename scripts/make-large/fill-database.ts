import type { Database } from 'better-sqlite3'
import { findDoubts } from '../../src/reconcile/find-doubts.js'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { checkYears } from '../../src/reconcile/years.js'
import { loadTaxonomy } from '../../src/reference.js'
import { beginContent, finishContent, meetFile } from '../../src/store/document-store.js'
import { reportIdOf, sha256Of } from '../../src/store/identifiers.js'
import { storePages } from '../../src/store/page-store.js'
import { storeReports } from '../../src/store/report-store.js'
import { storeSettlement } from '../../src/store/settlement-store.js'
import { FAMILIES } from '../synthesise/families.js'
import { KINDS, makeSeries } from '../synthesise/make-series.js'
import { createRandom } from '../synthesise/random.js'
import { printReport } from './print-report.js'

const yearsEach = 10
const missingShare = 0.06
const reading = 'made'

/**
 * Stores so many made reports, ten years of each organisation with some years missing and some rows misprinted,
 * reconciled by the rules but not repaired: nothing is read from a picture. The same number gives the same database,
 * times aside.
 */
export function fillDatabase(database: Database, reports: number, told: (stored: number) => void = () => {}): void {
  const taxonomy = loadTaxonomy()
  let stored = 0
  const numbers = new Set<string>()
  for (let number = 0; stored < reports; number++) {
    const random = createRandom(`large ${number}`)
    const family = FAMILIES[number % FAMILIES.length]!
    const made = makeSeries(
      {
        seed: `large ${number}`,
        kind: KINDS[number % KINDS.length]!,
        firstYear: random.between(2004, 2014),
        years: yearsEach,
        unit: random.pick(['kr', 'tkr']),
        rounded: false,
        plantedShare: 0.08,
        chapters: false,
      },
      family,
    )
      .filter(() => !random.chance(missingShare))
      .slice(0, reports - stored)
    const { organisation, orgNumber } = made[0] ?? { organisation: null, orgNumber: null }
    // two invented organisations may have one number, and would be one
    if (orgNumber === null || numbers.has(orgNumber)) continue
    numbers.add(orgNumber)
    const read = made.map((one) => {
      const name = `${number}_${one.period.end.slice(0, 4)}.pdf`
      const content = sha256Of(name)
      const { report, pages } = printReport(one, taxonomy, random)
      meetFile(database, name, content, 'application/pdf')
      beginContent(database, content, reading)
      storePages(database, content, reading, pages)
      storeReports(database, content, [report])
      finishContent(database, content, { state: 'done', reason: null, pages: pages.length })
      return { id: reportIdOf(content, report.firstPage, 0), report }
    })
    const checked = read.map((one, index) => ({
      ...one,
      checks: [...reconcileReport(one.report), ...(index === 0 ? [] : checkYears(read[index - 1]!, one))],
      repaired: [],
    }))
    const judgements = judge(checked)
    storeSettlement(database, {
      group: { name: organisation, orgNumber, reportIds: read.map(({ id }) => id) },
      reports: checked.map(({ id, report, checks }, index) => {
        const outcome = { report, checks, repairs: [], judgements: judgements[index]! }
        return { id, ...outcome, doubts: findDoubts(outcome) }
      }),
      digest: `made ${number}`,
      failure: null,
    })
    stored += made.length
    told(stored)
  }
}
