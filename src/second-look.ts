import { StopError } from './errors.js'
import type { OpenedDocument } from './inbox/open-document.js'
import type { MediaType } from './model/media-type.js'
import type { DoubtfulPage, Page } from './model/page.js'
import type { Report } from './model/report.js'
import type { IdentifiedReport, SettledReport } from './model/settled.js'
import { findDoubtfulPages } from './reconcile/doubtful-pages.js'

/** What a second look at a document is taken with. */
export interface LookingStages {
  parseReports(pages: readonly Page[]): readonly Report[]
  settleOrganisation(reports: readonly IdentifiedReport[]): readonly SettledReport[]
  /** The doubtful pages with what further looks at their figures gave. */
  readAgain(document: OpenedDocument, mediaType: MediaType, doubtful: readonly DoubtfulPage[]): Promise<readonly Page[]>
}

/**
 * The pages of a document with its doubtful figures looked at again, once: what its own identities put in doubt. What was
 * read stays, and what the further looks gave stands beside it.
 */
export async function takeSecondLook(
  pages: readonly Page[],
  document: OpenedDocument,
  mediaType: MediaType,
  stages: LookingStages,
): Promise<readonly Page[]> {
  const doubtful = findDoubt(pages, stages)
  if (doubtful.length === 0) return pages
  const again = new Map((await stages.readAgain(document, mediaType, doubtful)).map((page) => [page.number, page]))
  return pages.map((page) => again.get(page.number) ?? page)
}

/** A document that cannot be parsed or settled has no doubtful figures: it fails where it is parsed for good. */
function findDoubt(pages: readonly Page[], { parseReports, settleOrganisation }: LookingStages): DoubtfulPage[] {
  if (!pages.some((page) => page.kind === 'picture' && page.source === 'ocr')) return []
  try {
    const reports = parseReports(pages).map((report, index) => ({ id: String(index), report }))
    return findDoubtfulPages(
      pages,
      reports.flatMap((report) => settleOrganisation([report])),
    )
  } catch (error) {
    if (error instanceof StopError) throw error
    return []
  }
}
