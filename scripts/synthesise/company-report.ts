import type { Unit } from '../../src/model/report.js'
import type { CompanyYear } from './company-ledger.js'
import { makeCompanyBalance, makeCompanyCashFlow, makeCompanyIncome, propertyTable } from './company-statements.js'
import type { CompanyWording } from './company-wording.js'
import type { Entry } from './coordination-ledger.js'
import { draftTable } from './draft-table.js'
import { columnOf, periodOf } from './ledger-columns.js'
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

/** The report of the last of the given years; the one before it is the comparative. */
export function makeCompanyReport(
  random: Random,
  organisation: { name: string; number: string; wording: CompanyWording; unit: Unit },
  books: readonly CompanyYear[],
): MadeReport {
  const { wording, unit } = organisation
  const now = books.at(-1)
  const before = books.at(-2)
  if (now === undefined || before === undefined) throw new Error('Expected at least two years of books')
  const both = [now, before]
  const columns = both.map(({ year }) => columnOf(year, 'actual', wording.broken))
  const note = (number: string, title: string, value: (year: CompanyYear) => Entry[]): MadeTable => {
    const table = draftTable({ kind: 'note', title, note: number, columns })
    const printed = both.map(value)
    const rows = (printed[0] ?? []).map(({ label }, index) =>
      table.line(
        label,
        printed.map((entries) => entries[index]?.ore ?? null),
      ),
    )
    table.sum(wording.noteSum, 'total', rows, { key: 'note_total' })
    return table.print(unit)
  }
  const tables = [
    makeCompanyIncome(both, wording, NOTES).print(unit),
    makeCompanyBalance(both, wording, NOTES).print(unit),
    ...(wording.cashFlow && books.length > 2 ? [makeCompanyCashFlow(books.slice(-3), wording).print(unit)] : []),
    note(NOTES.revenue, wording.revenue, (year) => year.revenue),
    note(NOTES.operating, wording.operating, (year) => year.operating),
    note(NOTES.external, wording.external, (year) => year.external),
    note(NOTES.staff, wording.housing ? 'Personalkostnader och arvoden' : 'Personalkostnader', (year) => year.staff),
    propertyTable(both, wording, NOTES.property).print(unit),
    note(NOTES.accruedIncome, 'Förutbetalda kostnader och upplupna intäkter', (year) => year.accruedIncome),
    note(NOTES.accruedCosts, 'Upplupna kostnader och förutbetalda intäkter', (year) => year.accruedCosts),
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
