import type { DraftRow } from './draft-row.js'
import type { Entry } from './entry.js'
import { beginsLabelBelow, LONGEST_SECTION, labelOverLines } from './label-over-lines.js'
import type { ParseWords } from './parse-words.js'
import { doubtTornLabels, type LabelSpan } from './torn-labels.js'

/** No label is longer, in characters. */
const LONGEST_LABEL = 300
/** A label may begin so many lines over its figures. */
const LINES_ABOVE = 3
/** A label read with less confidence than this is not one. */
const UNREADABLE = 0.3
/** The same of a label of few letters, which a stamp or a speck is taken for too: "Tr", "SEN". */
const UNREADABLE_SHORT = 0.7
const FEW_LETTERS = 3

/** Of the spaces over rows, the one of which so many are smaller is the space between two rows of one section. */
const WITHIN_SECTION = 0.1

/** Joins labels that run over several lines and hands each row the heading over it. */
export function entriesToRows(entries: readonly Entry[], words: ParseWords): DraftRow[] {
  const rows: DraftRow[] = []
  const spans: LabelSpan[] = []
  const used = new Set<number>()
  const lines = { entries, words, usualGap: usualGap(entries), used }
  let section: string | null = null
  entries.forEach((entry, index) => {
    if (entry.options.length === 0) {
      const isFree = !used.has(index) && !beginsLabelBelow(index, lines)
      if (isFree && isSection(entry.label)) section = words.mendText(entry.label)
      return
    }
    const isShare = (text: string) => words.mendLabel(text).text.endsWith('(%)')
    const beside = withoutReference(withoutLeaders(entry.label.trim().slice(0, LONGEST_LABEL), words), isShare)
    const { label: printed, first, last } = labelOverLines(index, beside.own, lines)
    const whole = withoutReference(printed, isShare)
    const [label, noteRef] = [whole.own, whole.noteRef ?? beside.noteRef]
    for (let line = first; line <= last; line++) used.add(line)
    spans.push({ first, last })
    // what was taken for a heading is the beginning of this label
    const before = entries.slice(first, index).map((line) => words.mendText(line.label))
    if (section !== null && before.includes(section)) section = rows.at(-1)?.section ?? null
    // of the lines around, with which it may be joined
    const doubted = entries.slice(Math.max(0, index - LINES_ABOVE), index + 2).flatMap((one) => one.doubted ?? [])
    const labelRaw = withPercentSign(label)
    rows.push({
      page: entry.page,
      labelRaw: labelRaw === '' ? null : labelRaw,
      label: readLabel(labelRaw, entry.confidence, doubted, words),
      section,
      options: entry.options.map((option) => ({ ...option, noteRef: option.noteRef ?? noteRef })),
    })
  })
  return doubtTornLabels(rows, spans, lines)
}

/** The usual space over a new row, in heights of a line; 0 where places mean nothing. */
function usualGap(entries: readonly Entry[]): number {
  const at = (gaps: number[], share: number) => gaps.sort((a, b) => a - b)[Math.floor(gaps.length * share)] ?? 0
  const behindRow = entries
    .slice(1)
    .filter((entry, index) => entries[index]!.options.length > 0 && entry.gap > 0 && entry.gap < 5)
  const rows = behindRow.filter((entry) => entry.options.length > 0).map((entry) => entry.gap)
  if (rows.length > 1) return at(rows, WITHIN_SECTION)
  // where every label takes two lines, a row begins with a line of words alone; so does a heading, farther off
  return at(
    behindRow.map((entry) => entry.gap),
    0,
  )
}

function isSection(text: string): boolean {
  return /\p{L}{2}/u.test(text) && text.length <= LONGEST_SECTION && !/[.,;]$/.test(text.replace(/m\.m\.$/, ''))
}

// "Fordringar Not 3", "Fordringar (se not 3)", "Fordringar 3)", "Fordringar (3)": the reference stands behind the label where no column is for it
const REFERRING =
  /^(?<own>.*?\p{L}.*?)[\s.]+(?:\(?(?:se )?no[tlr!]\.?\s*(?:nr\.?\s*)?(?<noteRef>\d{1,2}[a-z]?)\)?[.,]?|\(?(?<marked>\d{1,2})\))$/iu
// "(not 2) Nettoomsättning": the reference stands before the label
const LED = /^\((?:se )?not\.?\s(?<noteRef>\d{1,2}[a-z]?)\)\s+(?<own>\p{L}.*)$/iu
// "Fordringar se", "Fordringar (not", "Fordringar not SS. ses": the number stands in the column of references, or was not read
const SEE = /[\s"']+\(?(?:se|(?:se )?not\.?(?: [^\s\d]{1,3}){0,2})$/i

// "Förutbetalda kostnader not 6. ss sc ss cc": leaders, read as letters, behind the reference
const REFERENCE_WITHIN = /^(?<referring>.*\p{L}.*?\s\(?(?:se )?not\.?\s?\d{1,2}[a-z]?)[.)]?\s/iu

/** A label that ends with its reference, where all that is behind that is leaders. */
function withoutLeaders(label: string, words: ParseWords): string {
  const referring = REFERENCE_WITHIN.exec(label)?.groups?.referring
  return referring !== undefined && words.mendLabel(label).text === words.mendLabel(referring).text ? referring : label
}

/**
 * A label without the reference behind it; `isShare` says that what stands in brackets is a percent sign, "Soliditet (70)".
 */
function withoutReference(label: string, isShare: (label: string) => boolean): { own: string; noteRef: string | null } {
  const { own = label, noteRef, marked } = (LED.exec(label) ?? REFERRING.exec(label))?.groups ?? {}
  if (marked !== undefined && isShare(label)) return { own: label, noteRef: null }
  return { own: own.replace(SEE, ''), noteRef: noteRef ?? marked ?? null }
}

/** "Soliditet, 20", "Soliditet. 26", "Soliditet, 926", "Soliditet,", "Soliditet (246)", "Hyresbortfall Yo": what the reader makes of a per cent sign that it does not know. */
function withPercentSign(label: string): string {
  return label
    .replace(/\s*[?!]+$/, '')
    .replace(/^(soliditet|kassalikviditet|likviditet)(?:,|[,.]\s*(?:\S{1,2}|[^\p{L}\s]{3}|Yo\s.*))$/iu, '$1, %')
    .replace(/^(soliditet|kassalikviditet|likviditet)\s*\([^\p{L})]{1,3}\)$/iu, '$1 (%)')
    .replace(/(\p{L}{3},?)\s+Y[oA0]$/u, '$1 %')
}

/** The mended label; null where it has no words, or which row it is cannot be told. */
function readLabel(raw: string, confidence: number, doubted: readonly string[], words: ParseWords): string | null {
  const { text, worded } = words.mendLabel(raw, doubted)
  // letters that the reader itself did not believe, and that make no words
  const isShort = raw.replace(/[^\p{L}\d]/gu, '').length <= FEW_LETTERS
  const isUnreadable = !worded && confidence < (isShort ? UNREADABLE_SHORT : UNREADABLE)
  return raw !== '' && !isUnreadable && /\p{L}.*\p{L}/u.test(text) ? text : null
}
