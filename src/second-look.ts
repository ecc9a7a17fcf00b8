import { StopError } from './errors.js'
import type { OpenedDocument } from './inbox/open-document.js'
import type { MediaType } from './model/media-type.js'
import type { Box, DoubtfulPage, Page, PicturePage } from './model/page.js'
import type { Report, Table } from './model/report.js'
import type { IdentifiedReport, SettledReport } from './model/settled.js'
import { findDoubtfulPages } from './reconcile/doubtful-pages.js'

/** What a second look at a document is taken with. */
export interface LookingStages {
  parseReports(pages: readonly Page[]): readonly Report[]
  /** The places of words in a page's tables that are none. */
  findDoubtfulWords(page: PicturePage, tables: readonly Table[]): readonly Box[]
  settleOrganisation(reports: readonly IdentifiedReport[]): readonly SettledReport[]
  /** The doubtful pages with what further looks at their figures and words gave. */
  readAgain(document: OpenedDocument, mediaType: MediaType, doubtful: readonly DoubtfulPage[]): Promise<readonly Page[]>
}

/**
 * The pages of a document with its doubtful figures looked at again, once: what its own identities put in doubt; and the
 * words of its tables that are none. What was read stays, and what the further looks gave stands beside it.
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
function findDoubt(pages: readonly Page[], stages: LookingStages): DoubtfulPage[] {
  const seen = pages.flatMap((page) =>
    page.kind === 'picture' && page.source === 'ocr' && page.again === undefined ? page : [],
  )
  if (seen.length === 0) return []
  try {
    const reports = stages.parseReports(pages)
    const settled = reports.flatMap((report, index) => stages.settleOrganisation([{ id: String(index), report }]))
    const figures = new Map<Page, readonly Box[]>(
      findDoubtfulPages(seen, settled).map(({ page, boxes }) => [page, boxes]),
    )
    const tables = reports.flatMap((report) => report.tables)
    return seen.flatMap((page) => {
      const one = { page, boxes: figures.get(page) ?? [], words: stages.findDoubtfulWords(page, tables) }
      return one.boxes.length + one.words.length === 0 ? [] : [one]
    })
  } catch (error) {
    if (error instanceof StopError) throw error
    return []
  }
}
