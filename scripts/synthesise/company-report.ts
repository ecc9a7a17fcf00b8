import type { Unit } from '../../src/model/report.js'
import { planYear } from './company-budget.js'
import { makeCompanyCashFlow } from './company-cash-flow.js'
import type { CompanyYear } from './company-ledger.js'
import { equityTable, loansTable, partsTable, propertyTable } from './company-notes.js'
import { makeCompanyBalance, makeCompanyIncome } from './company-statements.js'
import type { CompanyWording } from './company-wording.js'
import type { Entry } from './coordination-ledger.js'
import { draftTable } from './draft-table.js'
import { companyColumns, periodOf } from './ledger-columns.js'
import type { MadeReport, MadeTable } from './made-report.js'
import { companyProse, housingProse } from './prose.js'
import type { Random } from './random.js'

/** Numbers of the notes, in the order in which the statements call for them. */
export type CompanyNotes = {
  revenue: string
  operating: string
  external: string
  staff: string
  property: string
  accruedIncome: string
  accruedCosts: string
}

const NOTES: CompanyNotes = {
  revenue: '2',
  operating: '3',
  external: '4',
  staff: '5',
  property: '6',
  accruedIncome: '7',
  accruedCosts: '8',
}

/** The books of one or more bodies that report together, each of consecutive years. */
export type CompanyBooks = readonly (readonly CompanyYear[])[]

/** The last year and the one before it of each body's books. */
function lastTwo(books: CompanyBooks): CompanyYear[] {
  return books.flatMap((years) => years.slice(-2).reverse())
}

/** The report of the last of the given years; the one before it is the comparative. */
export function makeCompanyReport(
  random: Random,
  organisation: { name: string; number: string; wording: CompanyWording; unit: Unit; wideNotes: boolean },
  books: CompanyBooks,
): MadeReport {
  const { wording, unit } = organisation
  const shown = lastTwo(books)
  const [now, before] = shown
  if (now === undefined || before === undefined) throw new Error('Expected at least two years of books')
  const planned = wording.budget ? [now, planYear(random.fork('budget'), now), before] : shown
  const columns = companyColumns(shown, wording)
  const note = (number: string, title: string, value: (year: CompanyYear) => Entry[]): MadeTable => {
    const table = draftTable({ kind: 'note', title, note: number, columns })
    const printed = shown.map(value)
    const rows = (printed[0] ?? []).map(({ label }, index) =>
      table.line(
        label,
        printed.map((entries) => entries[index]?.ore ?? null),
      ),
    )
    table.sum(wording.noteSum, 'total', rows, { key: 'note_total' })
    return table.print(unit)
  }
  const steps = books.flatMap((years) =>
    years
      .slice(-2)
      .map((year, index) => ({ year, last: years.at(index - 3) ?? year }))
      .reverse(),
  )
  const tables = [
    makeCompanyIncome(planned, wording, NOTES).print(unit),
    makeCompanyBalance(shown, wording, NOTES).print(unit),
    ...(wording.cashFlow && (books[0]?.length ?? 0) > 2 ? [makeCompanyCashFlow(steps, wording).print(unit)] : []),
    note(NOTES.revenue, wording.revenue, (year) => year.revenue),
    note(NOTES.operating, wording.operating, (year) => year.operating),
    note(NOTES.external, wording.external, (year) => year.external),
    note(NOTES.staff, wording.housing ? 'Personalkostnader och arvoden' : 'Personalkostnader', (year) => year.staff),
    propertyTable(shown, wording, NOTES.property).print(unit),
    note(NOTES.accruedIncome, 'Förutbetalda kostnader och upplupna intäkter', (year) => year.accruedIncome),
    note(NOTES.accruedCosts, 'Upplupna kostnader och förutbetalda intäkter', (year) => year.accruedCosts),
    ...(organisation.wideNotes ? makeWideNotes(shown, wording, unit) : []),
  ]
  const result = tables[0]?.rows.at(-1)?.cells[0] ?? null
  const prose = (wording.housing ? housingProse : companyProse)(random, {
    name: organisation.name,
    year: now.year,
    result,
    unit,
  })
  return {
    organisation: organisation.name,
    orgNumber: organisation.number,
    period: periodOf(now.year, wording.broken),
    tables,
    prose: prose.paragraphs,
    chapters: [],
    quoted: prose.quoted,
    planted: [],
  }
}

/** Notes that no line of a statement points to, two of them with columns of their own. */
function makeWideNotes(shown: readonly CompanyYear[], wording: CompanyWording, unit: Unit): MadeTable[] {
  const [now, before] = shown
  if (now === undefined || before === undefined) return []
  return [
    { ...equityTable(now, before, wording, '9').print(unit), loose: true },
    loansTable(shown, wording, '10', ['Stadshypotek', 'Swedbank Hypotek', 'SBAB']).print(unit),
    { ...partsTable(now, wording, '11', ['Byggnader', 'Mark', 'Inventarier']).print(unit), loose: true },
  ]
}
