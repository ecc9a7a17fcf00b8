import type { Database } from 'better-sqlite3'
import type { Concept } from '../../model/taxonomy.js'
import {
  type OrganisationFigures,
  readFigurePlaces,
  readOrganisationFigures,
} from '../../store/overview/organisation-figures.js'
import { type OrganisationReport, readReportsOf } from '../../store/overview/organisations.js'
import { organisationAddress, pageAddress } from '../addresses.js'
import { SeriesChart } from '../charts/series-chart.js'
import { StackedChart } from '../charts/stacked-chart.js'
import type { DeskPage } from '../desk-parts.js'
import { chartedLines, rowsOfLine, toCostParts, toPoints, toRatioPoints, unitOf } from '../overview-charts.js'

/** An organisation's figures through the years, each point a click from its place on paper; undefined where unknown. */
export function organisationPage(reading: Database, concepts: readonly Concept[], key: string): DeskPage | undefined {
  const reports = readReportsOf(reading, [key])
  if (reports.length === 0) return undefined
  const reportIds = reports.map(({ reportId }) => reportId)
  const figures = readOrganisationFigures(reading, reportIds)
  const name = nameOf(reading, reportIds) ?? key
  const charted = chartedLines.map((line) => ({ title: line.title, rows: rowsOfLine(line, figures.series) }))
  const places = readFigurePlaces(reading, [
    ...charted.flatMap(({ rows }) => rows.flatMap(({ later_fact_id }) => later_fact_id ?? [])),
    ...figures.keyFigures.map(({ numerator_fact_id }) => numerator_fact_id),
  ])
  const costs = toCostParts(figures, concepts)
  const content = (
    <section class="page">
      <h1>{name}</h1>
      <p class="quiet">
        {key === name ? '' : `${key} · `}
        <a href={organisationAddress(key, '/statements')}>Statements side by side</a> ·{' '}
        <a href={`/search?${new URLSearchParams({ q: `"${name}"` })}`}>Search its name</a>
      </p>
      <p class="quiet">
        Every point leads to its place on paper. A hollow point is in doubt: ? nothing confirms it, ! it is suspect. A
        square is what a later report prints for the same year; a dotted line passes over years that are missing.
      </p>
      <div class="charts">
        {charted.map(({ title, rows }) => {
          const unit = unitOf(rows.flatMap(({ amount_sek, later_sek }) => [amount_sek, later_sek ?? 0]))
          return <SeriesChart key={title} title={title} unit={unit.name} points={toPoints(rows, unit, places)} />
        })}
        <SeriesChart title="Soliditet" unit="%" points={toRatioPoints(figures, places)} />
        <StackedChart title="Kostnader" unit={costs.unit.name} layers={costs.layers} parts={costs.parts} />
      </div>
      <h2>Reports</h2>
      <ReportTable reports={reports} figures={figures} />
    </section>
  )
  return { title: name, place: 'Organisations', content }
}

function ReportTable({ reports, figures }: { reports: readonly OrganisationReport[]; figures: OrganisationFigures }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Document</th>
          <th scope="col">Outcome</th>
          <th scope="col" class="number">
            Amounts
          </th>
          <th scope="col" class="number">
            Sure
          </th>
          <th scope="col" class="number">
            Suspect
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ reportId, kind, periodEnd, outcome, mismatches, sha256, firstPage, isFirst }) => {
          const quality = figures.quality.find((row) => row.sha256 === sha256)
          return (
            <tr key={reportId}>
              <th scope="row">
                {periodEnd}
                {kind === 'annual' ? '' : ` (${kind})`}
              </th>
              <td>
                <a href={pageAddress({ sha256, page: firstPage })}>{quality?.document ?? sha256.slice(0, 12)}</a>
              </td>
              <td>
                <span class={`outcome ${outcome}`}>
                  {outcome}
                  {mismatches > 0 ? `, ${mismatches} ${mismatches === 1 ? 'check does' : 'checks do'} not hold` : ''}
                  {isFirst ? '' : ', another version of the same report'}
                </span>
              </td>
              <td class="number">{quality?.amounts}</td>
              <td class="number">{quality?.sure_share == null ? '' : `${Math.round(quality.sure_share * 100)} %`}</td>
              <td class="number">{quality?.suspect}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The one canonical name of the organisation that the reports are of. */
export function nameOf(reading: Database, reportIds: readonly string[]): string | null {
  return (
    reading
      .prepare<[string], string | null>(
        'select max(organisation) from report where report_id in (select value from json_each(?))',
      )
      .pluck()
      .get(JSON.stringify(reportIds)) ?? null
  )
}
