import type { Column } from '../../model/report.js'
import { lastDecisionOf } from '../../store/decision-store.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf, pageAddress } from '../addresses.js'
import type { DeskPage, DeskParts } from '../desk-parts.js'
import { FigurePanel, type OtherReadings } from '../document/figure-panel.js'
import { KeyHelp } from '../document/key-help.js'
import { MissedPanel } from '../document/missed-panel.js'
import { PagePicture } from '../document/page-picture.js'
import { PageText } from '../document/page-text.js'
import { Statements } from '../document/statements.js'
import { type DecidedDocument, missedCellsOf, parsedPlaceOf, readDecided } from '../read-decided.js'
import { type AskedPage, type DeskView, readDeskView } from '../read-desk-view.js'

/** One page of a document on the desk: the paper on the left, its statements on the right, and one figure in hand. */
export function documentPage(parts: DeskParts, sha256: string, asked: AskedPage): DeskPage | undefined {
  const view = readDeskView(parts.reading, sha256, asked)
  if (view === undefined) return undefined
  const { document, chosen, page, number } = view
  const decided = readDecided(parts, sha256)
  const missed = missedCellsOf(decided).filter((cell) => cell.page === number)
  const empty = missed.find(({ factId }) => factId === asked.fact)
  const content = (
    <div class="desk" data-document={sha256} data-undo={lastDecisionOf(parts.reading, sha256)}>
      <Heading view={view} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard too */}
      <section class="paper" aria-label={`Page ${number}`} tabIndex={0}>
        {page?.kind === 'picture' ? <PagePicture view={view} page={page} missed={empty?.box ?? null} /> : null}
        {page?.kind === 'plain' ? <PageText view={view} page={page} /> : null}
        {page === undefined ? <p class="quiet">Nothing was read of this document.</p> : null}
      </section>
      <section class="reading" aria-label="What was read">
        <p class="said" role="status" aria-live="polite" />
        {chosen && (
          <FigurePanel
            view={view}
            chosen={chosen}
            read={otherReadings(decided, chosen.figure)}
            columns={columnsBeside(decided, chosen.figure)}
          />
        )}
        {empty && <MissedPanel view={view} missed={empty} />}
        <Statements view={view} missed={missed} chosen={asked.fact ?? chosen?.figure.fact_id} />
      </section>
      <KeyHelp />
    </div>
  )
  return { title: document.document, place: 'Documents', content }
}

/** What was seen of the figure in hand, as it was read; nothing once somebody has decided about it. */
function otherReadings(document: DecidedDocument, figure: FigureRow): OtherReadings | undefined {
  if (figure.decision_id !== null) return undefined
  const { report, cell } = parsedPlaceOf(document, figure)
  return document.parsed[report]?.tables[cell.table]?.rows[cell.row]?.cells[cell.column] ?? undefined
}

/** The columns of the figure's table. */
function columnsBeside({ ids, decided }: DecidedDocument, { report_id, table_no }: FigureRow): readonly Column[] {
  return decided.reports[ids.indexOf(report_id)]?.tables[table_no - 1]?.columns ?? []
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
          <span class="date">{report?.org_number}</span> {report?.kind} <span class="date">{report?.period_end}</span>
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
