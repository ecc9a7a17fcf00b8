import type { Database } from 'better-sqlite3'
import { formatAmount, legend, markOf } from '../../model/format-amount.js'
import {
  type PivotRow,
  readSeriesRows,
  readStatementRows,
  readYearDifferences,
} from '../../store/overview/organisation-figures.js'
import { type OrganisationReport, readReportsOf } from '../../store/overview/organisations.js'
import { Across } from '../across.js'
import { organisationAddress, pageAddress } from '../addresses.js'
import { type AlignedCell, type AlignedRow, alignStatements, type YearColumn } from '../align-statements.js'
import type { DeskPage } from '../desk-parts.js'
import { nameOf } from './organisation.js'

const shownStatements = [
  ['income_statement', 'Resultaträkning'],
  ['balance_sheet', 'Balansräkning'],
  ['cash_flow', 'Kassaflödesanalys'],
] as const

const later = { restated: 'restated', regrouped: 'regrouped', unsure: 'other' } as const

/** An organisation's statements of several years side by side; undefined where it is not known. */
export function statementsPage(reading: Database, key: string): DeskPage | undefined {
  const reports = readReportsOf(reading, [key]).filter(({ kind, isFirst }) => kind === 'annual' && isFirst)
  if (reports.length === 0) return undefined
  const reportIds = reports.map(({ reportId }) => reportId)
  const pivot = readStatementRows(reading, reportIds)
  const series = readSeriesRows(reading, reportIds)
  const columns = toColumns(reports, pivot)
  const name = nameOf(reading, reportIds) ?? key
  const differences = readYearDifferences(reading, reportIds)
  const content = (
    <section class="page wide">
      <h1>
        <a href={organisationAddress(key)}>{name}</a>: statements side by side
      </h1>
      <p class="quiet">
        Whole kronor, as each year’s own report prints them; each figure leads to its place on paper. {legend}.
      </p>
      {shownStatements.map(([statement, title]) => (
        <StatementTable
          key={statement}
          title={title}
          columns={columns}
          rows={alignStatements(
            pivot.filter((row) => row.statement === statement),
            columns,
            series,
          )}
        />
      ))}
      {differences.length > 0 && (
        <>
          <h2>What the next year’s report prints otherwise</h2>
          <ul>
            {differences.map(({ explanation, periodEnd, sha256, page, factId }) => (
              <li key={`${periodEnd} ${explanation}`}>
                {page === null || factId === null ? (
                  explanation
                ) : (
                  <a href={pageAddress({ sha256, page, factId })}>{explanation}</a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
  return { title: `${name}: statements`, place: 'Organisations', content }
}

interface TableParts {
  readonly title: string
  readonly columns: readonly YearColumn[]
  readonly rows: readonly AlignedRow[]
}

function StatementTable({ title, columns, rows }: TableParts) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <Across label={title}>
        <table class="list side-by-side">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {columns.map(({ reportId, place, periodEnd }) => (
                <th key={`${reportId} ${place}`} scope="col" class="number">
                  {periodEnd}
                  {place === 'last_year' && <span class="quiet"> from the next report</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => [
              row.section !== null && row.section !== rows[index - 1]?.section && (
                <tr key={`over ${row.key}`} class="section">
                  <th scope="colgroup" colSpan={columns.length + 1}>
                    {row.section}
                  </th>
                </tr>
              ),
              <tr key={row.key} class={row.role}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, column) => (
                  <td key={columns[column]!.periodEnd} class="number">
                    {cell !== null && <Figure cell={cell} />}
                  </td>
                ))}
              </tr>,
            ])}
          </tbody>
        </table>
      </Across>
    </>
  )
}

function Figure({ cell }: { cell: AlignedCell }) {
  return (
    <>
      <a href={pageAddress(cell)}>{formatAmount(cell.amount)}</a>{' '}
      <span class={`status ${cell.status}`} title={cell.status}>
        {markOf[cell.status]}
      </span>
      {cell.later !== null && (
        <span class={`later-print ${cell.later.how}`}>
          {later[cell.later.how]}: <a href={pageAddress(cell.later)}>{formatAmount(cell.later.amount)}</a>
        </span>
      )}
    </>
  )
}

/** A column for each year that has a report, and for each that only the next report tells of. */
function toColumns(reports: readonly OrganisationReport[], rows: readonly PivotRow[]): YearColumn[] {
  return reports.flatMap(({ reportId, periodEnd, year, sha256 }, index): YearColumn[] => {
    const own: YearColumn = { reportId, periodEnd, sha256, place: 'this_year' }
    const before = reports[index - 1]
    const tellsOfGap =
      (before === undefined || before.year < year - 1) &&
      rows.some((row) => row.report_id === reportId && row.last_year !== null)
    const gap: YearColumn = { ...own, periodEnd: `${year - 1}${periodEnd.slice(4)}`, place: 'last_year' }
    return tellsOfGap ? [gap, own] : [own]
  })
}
