import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { formatNumber } from '../../model/format-amount.js'
import {
  countListedDocuments,
  type ListedDocument,
  type ListedReport,
  readListedDocuments,
  readListedReports,
} from '../../store/overview/documents.js'
import { Across } from '../across.js'
import type { DeskPage } from '../desk-parts.js'
import { Pager } from '../pager.js'

const rowsOnPage = 100

/** Which documents are shown, and which screen of them. */
export const DocumentRequest = z.object({
  q: z.string().max(200).catch(''),
  show: z.enum(['all', 'troubled']).catch('all'),
  at: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type DocumentRequest = z.infer<typeof DocumentRequest>

/** Every file ever met, and what became of it. */
export function documentsPage(reading: Database, asked: DocumentRequest): DeskPage {
  const total = countListedDocuments(reading, asked)
  const documents = readListedDocuments(reading, asked, rowsOnPage, (asked.at - 1) * rowsOnPage)
  const reports = readListedReports(
    reading,
    documents.flatMap(({ sha256 }) => sha256 ?? []),
  )
  const content = (
    <section class="page">
      <h1>Documents</h1>
      <FilterForm {...asked} />
      <p class="quiet">
        {formatNumber(total)} {total === 1 ? 'document' : 'documents'}.
      </p>
      {documents.length > 0 && (
        <Across label="Documents">
          <table class="list">
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">What became of it</th>
                <th scope="col">Report</th>
                <th scope="col" class="number">
                  Pages
                </th>
                <th scope="col" class="number">
                  Wait
                </th>
              </tr>
            </thead>
            <tbody>
              {documents.map((document) => (
                <DocumentLine
                  key={`${document.document}/${document.sha256}`}
                  document={document}
                  reports={reports.filter(({ sha256 }) => sha256 === document.sha256)}
                />
              ))}
            </tbody>
          </table>
        </Across>
      )}
      <Pager
        at={asked.at}
        pages={Math.ceil(total / rowsOnPage)}
        address={(at) => `/documents?${new URLSearchParams({ q: asked.q, show: asked.show, at: String(at) })}`}
      />
    </section>
  )
  return { title: 'Documents', place: 'Documents', content }
}

function FilterForm({ q, show }: DocumentRequest) {
  return (
    <form class="filter" method="get" action="/documents">
      <label>
        Name <input type="search" name="q" value={q} />
      </label>
      <label>
        Show{' '}
        <select name="show">
          <option value="all" selected={show === 'all'}>
            all
          </option>
          <option value="troubled" selected={show === 'troubled'}>
            what was not read whole
          </option>
        </select>
      </label>
      <button type="submit">Filter</button>
    </form>
  )
}

interface LineParts {
  readonly document: ListedDocument
  readonly reports: readonly ListedReport[]
}

function DocumentLine({ document: { document, sha256, state, reason, pages, waiting }, reports }: LineParts) {
  const own = state === 'duplicate' ? [] : reports
  return (
    <tr>
      <th scope="row">{sha256 === null ? document : <a href={`/documents/${sha256}`}>{document}</a>}</th>
      <td>{reason === null ? state : `${state}: ${reason}`}</td>
      <td>
        {own.map(({ organisation, periodEnd, outcome }, index) => (
          <div key={`${index} ${periodEnd}`}>
            {organisation ?? 'Organisation unknown'} <span class="quiet date">{periodEnd}</span>
            <span class={`outcome ${outcome}`}>{outcome}</span>
          </div>
        ))}
      </td>
      <td class="number">{pages}</td>
      <td class="number">{waiting === 0 || state === 'duplicate' ? '' : waiting}</td>
    </tr>
  )
}
