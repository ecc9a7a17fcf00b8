import { findHeading } from './headings.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { findOrgNumbers } from './report-identity.js'

/** The lines of one report of a document. */
export interface ReportLines {
  readonly lines: readonly Line[]
  /** True where the pages are enclosures without statements of their own. */
  readonly appendix: boolean
}

const COVER = /^(?:års|delårs|halvårs)(?:redovisning|rapport|bokslut)(?:en)?\b/i
const APPENDIX = /^bilaga\b/i
/** A cover holds few lines. */
const COVER_LINES = 25

interface PageMarks {
  readonly page: number
  readonly lines: readonly Line[]
  readonly cover: string | null
  readonly appendix: boolean
  readonly opensReport: boolean
  readonly statements: boolean
  readonly orgNumbers: readonly string[]
}

function markPage(page: number, lines: readonly Line[], words: ParseWords): PageMarks {
  const top = lines.slice(0, 8).map((line) => words.mendText(line.text))
  const title = lines.length <= COVER_LINES ? top.find((text) => text.length < 70 && COVER.test(text)) : undefined
  const opensReport = top.some(
    (text) => /^(?:\d\.?\s*)?(?:förvaltningsberättelse|årsredovisning)\b/i.test(text) && text.length < 50,
  )
  const statements = lines.some((line) => {
    if (line.text.length > 60) return false
    const heading = findHeading(words.mendText(line.text), false)
    return heading?.opens === 'table' && (heading.kind === 'income_statement' || heading.kind === 'balance_sheet')
  })
  return {
    page,
    lines,
    cover: title ? (/(?:19|20)\d\d/.exec(lines.map((line) => line.text).join(' '))?.[0] ?? '') : null,
    appendix: top.slice(0, 3).some((text) => APPENDIX.test(text)),
    opensReport,
    statements,
    orgNumbers: findOrgNumbers(lines),
  }
}

/** Cuts a document where a new report begins: a cover of another year or body, or a report behind loose appendices. */
export function splitReports(lines: readonly Line[], words: ParseWords): ReportLines[] {
  const byPage = new Map<number, Line[]>()
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line])
  const pages = [...byPage].map(([page, own]) => markPage(page, own, words))
  const parts: {
    pages: PageMarks[]
    cover: string | null
    orgNumber: string | undefined
    statements: boolean
    appendix: boolean
  }[] = []
  for (const page of pages) {
    const part = parts.at(-1)
    const number = page.orgNumbers[0]
    const otherCover =
      page.cover !== null && part?.statements === true && part.cover !== null && page.cover !== part.cover
    const otherBody =
      (page.cover !== null || page.opensReport) &&
      part?.statements === true &&
      number !== undefined &&
      part.orgNumber !== undefined &&
      number !== part.orgNumber
    const behindAppendices =
      part?.appendix === true && !part.statements && (page.opensReport || page.cover !== null) && !page.appendix
    if (!part || otherCover || otherBody || behindAppendices) {
      parts.push({
        pages: [page],
        cover: page.cover,
        orgNumber: number,
        statements: page.statements,
        appendix: page.appendix,
      })
      continue
    }
    part.pages.push(page)
    part.cover ??= page.cover
    part.orgNumber ??= number
    part.statements ||= page.statements
  }
  return parts.map((part) => ({
    lines: part.pages.flatMap((page) => page.lines),
    appendix: part.appendix && !part.statements,
  }))
}
