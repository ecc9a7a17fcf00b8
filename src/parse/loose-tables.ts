import { isWellGrouped, readAmount } from './amount.js'
import { isFigureToken, splitTail } from './cut-figures.js'
import { isHeadLine, wordsBeforeDates } from './head-lines.js'
import type { Line, LineWord } from './line.js'
import { isPlainHead } from './plain-table.js'
import type { Region } from './region.js'
import { findTextHeads } from './text-heads.js'

/** A table without a heading of its own has at least this many rows with figures. */
const FEWEST_ROWS = 3
const LONGEST_ROW = 110
/** Lines of one label stand closer than this, in heights of a line. */
const CLOSE_GAP = 0.8

/** A word behind figures that was read with less confidence than this is a stroke of a pen. */
const UNSURE = 0.8

// "9:935 000", "<62128178": a figure of which only the second reader made one
function asSecond({ text, second }: LineWord): string {
  return second !== undefined && /\d/.test(text) && !isFigureToken(text) && isFigureToken(second) ? second : text
}

// "Totalt 547 322 566 141 ie"
function textOf({ words }: Line): string {
  const text = words.map(asSecond).join(' ')
  const last = words.at(-1)
  const isStroke = last !== undefined && last.confidence < UNSURE && /^\p{L}{1,3}$/u.test(last.text)
  return isStroke ? text.replace(/(?<=\d) \p{L}+$/u, '') : text
}

function figuresOf(line: Line): readonly string[] {
  if (line.tabs) return line.tabs.slice(1).filter((cell) => readAmount(cell) !== undefined)
  const { tokens, label } = splitTail(line.placed ? textOf(line) : line.text)
  return label.length <= 90 && !/[.;]$/.test(label) ? tokens : []
}

// "bostäder, per kvm från": the middle of a label over three lines
const MIDDLE_OF_LABEL = /^\p{Ll}[^.]{2,39}$/u

/** Whether a line goes on with the label that the line over it begins: it stands close below, and no sentence ends in it. */
function goesOnWithLabel({ text, gap, placed }: Line): boolean {
  return placed && gap < CLOSE_GAP && MIDDLE_OF_LABEL.test(text.trim())
}

// "insatser", "och insatser": the rest of a label
const REST_OF_LABEL = /^\p{Ll}[\p{L}\s-]{2,39}$/u

/** Whether a line holds but the rest of the label of the row over it: it stands close below, and nothing close below it. */
function endsLabel(lines: readonly Line[], index: number): boolean {
  const [row, line, next] = [lines[index - 1], lines[index], lines[index + 1]]
  if (!row || !line || line.page !== row.page || !REST_OF_LABEL.test(line.text.trim())) return false
  const isClose = ({ gap, placed }: Line) => gap < (placed ? CLOSE_GAP : 1)
  return isClose(line) && (!next || next.page !== line.page || !isClose(next))
}

/** Finds runs of rows with figures in running text: tables that no heading announces. */
export function findLooseTables(region: Region, mend: (text: string) => string): Region[] {
  const found: Region[] = []
  const { lines, note } = region
  // behind the text within a note its tables go on
  const kind = note === null ? 'other' : 'note'
  const textHeads = findTextHeads(lines)
  const worded = new Set(lines.filter((_, index) => textHeads[index]))
  const isDated = (line: Line) =>
    line.text.length < 120 && (line.placed ? isHeadLine(line, mend(line.text)) : isPlainHead(mend(line.text), line))
  const isHead = (line: Line) => worded.has(line) || isDated(line)
  let start = -1
  let rows = 0
  let miss = 0
  let end = -1
  const close = () => {
    const first = lines[start]
    // heads at the top of a page hold for the tables below it
    if (rows === 0 && first?.placed && isDated(first))
      found.push({ kind, note, title: null, rest: '', heading: null, lines: [first] })
    if (rows >= FEWEST_ROWS) {
      const body = lines.slice(start, endsLabel(lines, end + 1) ? end + 2 : end + 1)
      const large = body.filter(
        (line) =>
          /\d[ .]?\d{3}(?!\d)/.test(figuresOf(line).join(' ')) &&
          figuresOf(line).join('').replace(/\D/g, '').length >= 4,
      )
      if (large.length >= 2) {
        const firstRow = body.findIndex(
          (line) => figuresOf(line).length > 0 && !isHead(line) && !/[.]\s+\p{Lu}/u.test(line.text),
        )
        const above = [...lines.slice(Math.max(0, start - 4), start), ...body.slice(0, Math.max(0, firstRow))]
        const title = above.findLast(
          (line) =>
            line.text.length < 80 &&
            /\p{L}{3}/u.test(line.text) &&
            !/[.,:;\d]$/.test(line.text) &&
            !isHead(line) &&
            figuresOf(line).length === 0,
        )
        // "Resultat och ställning 2014 2013 2012": the title stands beside the heads
        const beside = body.slice(0, Math.max(0, firstRow)).map((line) => wordsBeforeDates(mend(line.text)))
        const own = beside.find((words) => words) ?? (title ? mend(title.text) : null)
        found.push({
          kind,
          note,
          title: note === null ? (own ?? region.title) : region.title,
          rest: '',
          heading: null,
          lines: body,
        })
      }
    }
    start = -1
    rows = 0
    miss = 0
  }
  lines.forEach((line, index) => {
    const figures = line.text.length <= LONGEST_ROW || line.tabs ? figuresOf(line) : []
    const head = isHead(line)
    const row =
      !head &&
      figures.length > 0 &&
      figures.some((figure) => /\d/.test(figure)) &&
      (figures.length > 1 || isWellGrouped(figures[0]!))
    if (row || head) {
      if (start === -1) start = index
      if (head && rows > 0 && line.page !== lines[start]!.page) {
        close()
        start = index
      }
      if (row) rows += 1
      miss = 0
      end = index
    } else if (start !== -1) {
      if (miss === 0 || !goesOnWithLabel(line)) miss += 1
      if (miss > 1 || line.text.length > 60 || line.page !== lines[start]!.page) close()
    }
  })
  close()
  return found
}
