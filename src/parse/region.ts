import type { StatementKind } from '../model/report.js'
import { findHeading } from './headings.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'

/** The lines under one heading; `kind` is null where no heading says what they are. */
export interface Region {
  readonly kind: StatementKind | null
  readonly note: string | null
  readonly title: string | null
  /** What stands on the heading's own line behind it: heads of columns. */
  readonly rest: string
  readonly heading: Line | null
  readonly lines: readonly Line[]
}

/** Lines longer than this (in characters) are running text. */
export const LONGEST_ROW = 150

/** Cuts a report's lines at its headings, in reading order. */
export function linesToRegions(lines: readonly Line[], words: ParseWords): Region[] {
  const regions: Region[] = []
  let open: { kind: StatementKind | null; note: string | null; title: string | null; rest: string; heading: Line | null; lines: Line[] } = {
    kind: null,
    note: null,
    title: null,
    rest: '',
    heading: null,
    lines: [],
  }
  let inNotes = false
  const close = () => {
    if (open.lines.length > 0 || open.rest !== '') regions.push(open)
  }
  for (const line of lines) {
    const label = line.tabs ? line.tabs.filter((cell) => cell !== '').join(' ') : line.text
    const heading = /\p{L}{2}/u.test(label) && label.length <= LONGEST_ROW ? findHeading(words.mendText(label), inNotes) : undefined
    if (!heading) {
      open.lines.push(line)
      continue
    }
    close()
    const fresh = { kind: null, note: null, title: null, rest: '', heading: line, lines: [] }
    if (heading.opens === 'notes') {
      inNotes = true
      open = { ...fresh, rest: label }
    } else if (heading.opens === 'note') {
      inNotes = true
      open = { ...fresh, kind: 'note', note: heading.note, title: heading.title, rest: heading.rest }
    } else if (heading.opens === 'table') {
      inNotes = false
      open = { ...fresh, kind: heading.kind, title: heading.title, rest: heading.rest }
    } else {
      if (!/principer/i.test(heading.title)) inNotes = false
      open = { ...fresh, title: heading.title }
    }
  }
  close()
  return regions
}
