import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  countUnplacedReports,
  type Organisation,
  type OrganisationReport,
  readOrganisations,
  readReportsOf,
} from '../../store/overview/organisations.js'
import { Across } from '../across.js'
import { organisationAddress, pageAddress } from '../addresses.js'
import type { DeskPage } from '../desk-parts.js'
import { Pager } from '../pager.js'

const rowsOnPage = 50

/** Which organisations are shown: those that a text is found in, and of them all, those with gaps or with doubts. */
export const OrganisationFilter = z.object({
  q: z.string().max(200).catch(''),
  show: z.enum(['all', 'gaps', 'open']).catch('all'),
  at: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type OrganisationFilter = z.infer<typeof OrganisationFilter>

const choices = [
  ['all', 'all'],
  ['gaps', 'with a year missing'],
  ['open', 'with a report that does not reconcile'],
] as const

/** Organisations down, years across: what is stored, what holds, and which years are missing. */
export function organisationsPage(reading: Database, filter: OrganisationFilter): DeskPage {
  const found = readOrganisations(reading).filter((one) => isWanted(one, filter))
  const shown = found.slice((filter.at - 1) * rowsOnPage, filter.at * rowsOnPage)
  const reports = readReportsOf(
    reading,
    shown.map(({ key }) => key),
  )
  const years = yearsOf(shown, reports)
  const unplaced = countUnplacedReports(reading)
  const content = (
    <section class="page wide">
      <h1>Organisations</h1>
      <FilterForm {...filter} />
      <p class="quiet">
        {found.length} {found.length === 1 ? 'organisation' : 'organisations'}.{' '}
        {unplaced > 0 &&
          `${unplaced} ${unplaced === 1 ? 'report names' : 'reports name'} no organisation or no period: see the documents.`}
      </p>
      {shown.length > 0 && (
        <Across label="Organisations and years">
          <table class="list years">
            <thead>
              <tr>
                <th scope="col">Organisation</th>
                {years.map((year) => (
                  <th scope="col" key={year}>
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <OrganisationLine
                  key={one.key}
                  organisation={one}
                  reports={reports.filter(({ key }) => key === one.key)}
                  years={years}
                />
              ))}
            </tbody>
          </table>
        </Across>
      )}
      <p class="quiet">
        ✓ reconciles · ! differs, with the number of sums that do not hold · ? lacks a term · – missing · d interim
      </p>
      <Pager
        at={filter.at}
        pages={Math.ceil(found.length / rowsOnPage)}
        address={(at) => addressOf({ ...filter, at })}
      />
    </section>
  )
  return { title: 'Organisations', place: 'Organisations', content }
}

function FilterForm({ q, show }: OrganisationFilter) {
  return (
    <form class="filter" method="get" action="/organisations">
      <label>
        Name or number <input type="search" name="q" value={q} />
      </label>
      <label>
        Show{' '}
        <select name="show">
          {choices.map(([value, words]) => (
            <option key={value} value={value} selected={value === show}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Filter</button>
    </form>
  )
}

interface LineParts {
  readonly organisation: Organisation
  readonly reports: readonly OrganisationReport[]
  readonly years: readonly number[]
}

function OrganisationLine({ organisation, reports, years }: LineParts) {
  const { key, name, orgNumber, firstYear, lastYear } = organisation
  return (
    <tr>
      <th scope="row">
        <a href={organisationAddress(key)}>{name}</a>
        {orgNumber !== null && orgNumber !== name && <span class="quiet"> {orgNumber}</span>}
      </th>
      {years.map((year) => {
        const own = reports.filter((report) => report.year === year)
        const isGap =
          firstYear !== null && lastYear !== null && year > firstYear && year < lastYear && !own.some(isAnnual)
        return (
          <td key={year} class={isGap ? 'gap' : undefined}>
            {isGap && (
              <span role="img" aria-label={`${year} is missing`}>
                –
              </span>
            )}
            {own.map((report) => (
              <ReportMark key={report.reportId} name={name} report={report} />
            ))}
          </td>
        )
      })}
    </tr>
  )
}

const marks: Readonly<Record<string, string>> = { reconciled: '✓', differs: '!', incomplete: '?', failed: '×' }

function ReportMark({ name, report }: { name: string; report: OrganisationReport }) {
  const { outcome, mismatches, kind, periodEnd, sha256, firstPage } = report
  const words = `${name}, ${kind} ${periodEnd}: ${outcome}${mismatches > 0 ? `, ${mismatches} do not hold` : ''}`
  return (
    <a class={`outcome ${outcome}`} href={pageAddress({ sha256, page: firstPage })} title={words}>
      <span aria-hidden="true">
        {isAnnual(report) ? '' : 'd'}
        {marks[outcome]}
        {mismatches > 0 ? mismatches : ''}
      </span>
      <span class="unseen">{words}</span>
    </a>
  )
}

function isAnnual({ kind }: OrganisationReport): boolean {
  return kind === 'annual'
}

function isWanted({ name, orgNumber, missingYears, open }: Organisation, { q, show }: OrganisationFilter): boolean {
  const sought = q.trim().toLocaleLowerCase('sv')
  const isNamed = [name, orgNumber ?? ''].some((text) => text.toLocaleLowerCase('sv').includes(sought))
  return isNamed && (show === 'all' || (show === 'gaps' ? missingYears > 0 : open > 0))
}

function yearsOf(shown: readonly Organisation[], reports: readonly OrganisationReport[]): number[] {
  const years = [
    ...shown.flatMap(({ firstYear, lastYear }) => [firstYear ?? [], lastYear ?? []].flat()),
    ...reports.map(({ year }) => year),
  ]
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function addressOf({ q, show, at }: OrganisationFilter): string {
  return `/organisations?${new URLSearchParams({ q, show, at: String(at) })}`
}
