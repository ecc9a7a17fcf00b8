import type { Unit } from '../../src/model/report.js'
import { makeCompanyBalance } from './company-balance.js'
import { planYear } from './company-budget.js'
import { makeCompanyCashFlow } from './company-cash-flow.js'
import { makeCompanyIncome } from './company-income.js'
import type { CompanyYear } from './company-ledger.js'
import {
  boardPay,
  employeesTable,
  equityTable,
  loansTable,
  mortgagesTable,
  partsTable,
  portfolioTable,
  propertyTable,
} from './company-notes.js'
import { makeCompanyOverview, makeDisposition } from './company-overview.js'
import type { CompanyWording } from './company-wording.js'
import type { Entry } from './coordination-ledger.js'
import { draftTable } from './draft-table.js'
import { companyColumns, periodOf } from './ledger-columns.js'
import type { MadeReport, MadeTable } from './made-report.js'
import { writeProse } from './prose.js'
import type { Random } from './random.js'

const NOTED = [
  ...(['revenue', 'operating', 'external', 'staff', 'property', 'holdings'] as const),
  ...(['accruedIncome', 'accruedCosts'] as const),
]

/** Numbers of the notes, in the order in which the statements call for them; null where the statement itself is detailed. */
export type CompanyNotes = Record<(typeof NOTED)[number], string | null> & { after: number }

/** The first note tells the principles, unless the statements are all that there is. */
function numberNotes({ detailed, currentFirst, portfolio }: CompanyWording): CompanyNotes {
  const first = detailed ? -3 : 2
  const names = NOTED.filter((name) => portfolio || name !== 'holdings')
  const [liquid, fixed] = [names.indexOf('accruedIncome'), names.indexOf('property')]
  const numbers = names.map((name, index) => {
    const at = currentFirst && index === liquid ? fixed : currentFirst && index === fixed ? liquid : index
    return [name, first + at > 0 ? String(first + at) : null] as const
  })
  const noted = { holdings: null, ...Object.fromEntries(numbers) } as Record<(typeof NOTED)[number], string | null>
  return { ...noted, after: first + names.length }
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
  organisation: {
    name: string
    number: string
    wording: CompanyWording
    unit: Unit
    decimals: number
    wideNotes: boolean
  },
  books: CompanyBooks,
): MadeReport {
  const { wording, unit, decimals } = organisation
  const shown = lastTwo(books)
  const [now, before] = shown
  if (now === undefined || before === undefined) throw new Error('Expected at least two years of books')
  const notes = numberNotes(wording)
  const plans = [
    ...(wording.budget ? [planYear(random.fork('budget'), now)] : []),
    ...(wording.nextBudget ? [{ ...planYear(random.fork('next budget'), now), year: now.year + 1 }] : []),
  ]
  const planned = plans.length === 0 ? shown : [now, ...plans, before]
  const columns = companyColumns(shown, wording)
  const note = (
    number: string | null,
    title: string,
    value: (year: CompanyYear) => Entry[],
    ofWhich: string | null = null,
  ): MadeTable[] => {
    if (number === null) return []
    const table = draftTable({ kind: 'note', title, note: number, columns })
    const printed = shown.map(value)
    const rows = (printed[0] ?? []).map(({ label }, index) =>
      table.line(
        label,
        printed.map((entries) => entries[index]?.ore ?? null),
      ),
    )
    table.sum(wording.noteSum, 'total', rows, { key: 'note_total' })
    if (ofWhich !== null) table.line(ofWhich, shown.map(boardPay))
    return [table.print(unit, decimals)]
  }
  const steps = books.flatMap((years) =>
    years
      .slice(-2)
      .map((year, index) => ({ year, last: years.at(index - 3) ?? year }))
      .reverse(),
  )
  const wide = organisation.wideNotes ? makeWideNotes(shown, wording, organisation, notes.after) : []
  const employees = String(notes.after + wide.length)
  const secured = String(notes.after + wide.length + (wording.employees ? 1 : 0))
  const staff = wording.employees && wording.employeesCalledFor ? `${notes.staff},${employees}` : notes.staff
  const income = makeCompanyIncome(planned, wording, { ...notes, staff }).print(unit, decimals)
  const statements = [
    ...(wording.overview === null
      ? []
      : [makeCompanyOverview(books[0]?.slice(-wording.overviewYears) ?? [], wording, wording.overview)]),
    ...(wording.equityAtBoard
      ? [{ ...equityTable(now, before, wording, null).print(unit, decimals), loose: true }]
      : []),
    ...(wording.disposition ? [makeDisposition(books.at(-1)?.at(-1) ?? now, wording, unit, decimals)] : []),
    income,
    makeCompanyBalance(shown, wording, notes).print(unit, decimals),
    ...(wording.cashFlow && (books[0]?.length ?? 0) > 2
      ? [makeCompanyCashFlow(steps, wording).print(unit, decimals)]
      : []),
  ]
  const noted = [
    ...note(notes.revenue, wording.revenue, (year) => year.revenue),
    ...note(notes.operating, wording.operating, (year) => year.operating),
    ...note(notes.external, wording.external, (year) => year.external),
    ...note(
      notes.staff,
      wording.housing ? 'Personalkostnader och arvoden' : 'Personalkostnader',
      (year) => year.staff,
      wording.ofWhich,
    ),
    propertyTable(shown, wording, notes.property ?? '').print(unit, decimals),
    ...(notes.holdings === null ? [] : [portfolioTable(shown, wording, notes.holdings).print(unit, decimals)]),
    ...note(notes.accruedIncome, 'Förutbetalda kostnader och upplupna intäkter', (year) => year.accruedIncome),
    ...note(notes.accruedCosts, 'Upplupna kostnader och förutbetalda intäkter', (year) => year.accruedCosts),
    ...wide,
    ...(wording.employees ? [employeesTable(shown, wording, employees).print('count')] : []),
    ...(wording.mortgages !== null && wording.mortgagesNoted
      ? [mortgagesTable(shown, wording, wording.mortgages, secured).print(unit, decimals)]
      : []),
  ].sort((one, other) => Number(one.note) - Number(other.note))
  const result = income.rows.find(({ key }) => key === 'result')?.cells[0] ?? null
  const prose = writeProse(random, wording.prose, {
    year: now.year,
    // The words of the board are in whole kronor, which a result told to the öre is not.
    result: decimals === 0 ? result : null,
    unit,
  })
  return {
    organisation: organisation.name,
    orgNumber: organisation.number,
    period: periodOf(now.year, wording.broken),
    tables: [...statements, ...noted],
    prose: prose.paragraphs,
    chapters: [],
    quoted: prose.quoted,
    planted: [],
  }
}

/** Notes that no line of a statement points to, two of them with columns of their own. */
function makeWideNotes(
  shown: readonly CompanyYear[],
  wording: CompanyWording,
  { unit, decimals }: { unit: Unit; decimals: number },
  first: number,
): MadeTable[] {
  const [now, before] = shown
  if (now === undefined || before === undefined) return []
  return [
    { ...equityTable(now, before, wording, String(first)).print(unit, decimals), loose: true },
    loansTable(shown, wording, String(first + 1), ['Stadshypotek', 'Swedbank Hypotek', 'SBAB']).print(unit, decimals),
    {
      ...partsTable(now, wording, String(first + 2), ['Byggnader', 'Mark', 'Inventarier']).print(unit, decimals),
      loose: true,
    },
  ]
}
