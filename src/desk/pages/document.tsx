import { lastDecisionOf, loadDecisions } from '../../store/decision-store.js'
import { loadReportsOf } from '../../store/report-store.js'
import { addressOf, pageAddress } from '../addresses.js'
import type { DeskPage, DeskParts } from '../desk-parts.js'
import { FigurePanel, type OtherReadings } from '../document/figure-panel.js'
import { KeyHelp } from '../document/key-help.js'
import { PagePicture } from '../document/page-picture.js'
import { PageText } from '../document/page-text.js'
import { Statements } from '../document/statements.js'
import { type AskedPage, type DeskView, readDeskView } from '../read-desk-view.js'

/** One page of a document on the desk: the paper on the left, its statements on the right, and one figure in hand. */
export function documentPage(parts: DeskParts, sha256: string, asked: AskedPage): DeskPage | undefined {
  const view = readDeskView(parts.reading, sha256, asked)
  if (view === undefined) return undefined
  const { document, chosen, page } = view
  const content = (
    <div class="desk" data-document={sha256} data-undo={lastDecisionOf(parts.reading, sha256)}>
      <Heading view={view} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard too */}
      <section class="paper" aria-label={`Page ${view.number}`} tabIndex={0}>
        {page?.kind === 'picture' ? <PagePicture view={view} page={page} /> : null}
        {page?.kind === 'plain' ? <PageText view={view} page={page} /> : null}
        {page === undefined ? <p class="quiet">Nothing was read of this document.</p> : null}
      </section>
      <section class="reading" aria-label="What was read">
        <p class="said" role="status" aria-live="polite" />
        {chosen && <FigurePanel view={view} chosen={chosen} read={otherReadings(parts, view)} />}
        <Statements view={view} />
      </section>
      <KeyHelp />
    </div>
  )
  return { title: document.document, place: 'Documents', content }
}

/** What was seen of the figure in hand, as it was read; nothing once somebody has decided about it. */
function otherReadings({ reading, applyDecisions }: DeskParts, view: DeskView): OtherReadings | undefined {
  const figure = view.chosen?.figure
  const { sha256 } = view.document
  if (figure === undefined || figure.decision_id !== null || sha256 === null) return undefined
  const stored = loadReportsOf(reading, sha256)
  const reports = stored.map(({ report }) => report)
  const { cameFrom } = applyDecisions(reports, loadDecisions(reading, sha256))
  const { report, cell } = cameFrom({
    report: stored.findIndex(({ id }) => id === figure.report_id),
    cell: { table: figure.table_no - 1, row: figure.row_no - 1, column: figure.column_no - 1 },
  })
  return reports[report]?.tables[cell.table]?.rows[cell.row]?.cells[cell.column] ?? undefined
}

function Heading({ view }: { readonly view: DeskView }) {
  const { document, reports, number, pageCounts, doubts, chosen } = view
  const report = reports.find(({ first_page, last_page }) => first_page <= number && number <= last_page) ?? reports[0]
  const at = doubts.findIndex(({ fact_id }) => fact_id === chosen?.figure.fact_id)
  const next = doubts[at + 1]
  const before = at > 0 ? doubts[at - 1] : undefined
  const pages = document.pages ?? pageCounts.at(-1)?.page ?? 1
  return (
    <header class="heading">
      <h1>{document.document}</h1>
      <p>
        {report?.organisation ?? 'Organisation unknown'}
        <span class="quiet">
          {' '}
          {report?.org_number} {report?.kind} {report?.period_end}
        </span>
        {report && <span class={`outcome ${report.outcome}`}>{report.outcome}</span>}
      </p>
      <nav aria-label="What waits" class="waiting">
        {before && (
          <a href={addressOf(before)} data-go="before">
            ‹ <kbd>k</kbd>
          </a>
        )}
        <span>
          {doubts.length === 0
            ? 'Nothing here waits for a person'
            : at < 0
              ? `${doubts.length} wait`
              : `${at + 1} of ${doubts.length} that wait`}
        </span>
        {next && (
          <a href={addressOf(next)} data-go="next">
            <kbd>j</kbd> ›
          </a>
        )}
      </nav>
      <nav aria-label="Pages" class="pages">
        {Array.from({ length: pages }, (_, index) => index + 1).map((one) => {
          const count = pageCounts.find(({ page }) => page === one)
          const waiting = count?.doubts ?? 0
          return (
            <a
              key={one}
              href={pageAddress({ sha256: document.sha256!, page: one })}
              class={waiting > 0 ? 'suspect' : count ? 'some' : 'none'}
              aria-current={one === number ? 'page' : undefined}
              aria-label={`Page ${one}: ${count?.figures ?? 0} figures, ${waiting} wait`}
            >
              {one}
            </a>
          )
        })}
      </nav>
    </header>
  )
}
