import { isWellGrouped, readAmount } from './amount.js'
import { isUnitText } from './column-heads.js'
import { isFigureToken, splitTail } from './cut-figures.js'
import { isHeadLine, wordsBeforeDates } from './head-lines.js'
import type { Line, LineWord } from './line.js'
import { isPlainHead } from './plain-table.js'
import type { Region } from './region.js'
import { findTextHeads } from './text-heads.js'

/** A table without a heading of its own has at least this many rows with figures. */
const FEWEST_ROWS = 3
/** So many of them hold amounts of thousands. */
const FEWEST_LARGE = 2
const MANY_FIGURES = 3
/** No row is longer, in characters, nor a line of heads, a title, or a line between two rows. */
const LONGEST_ROW = 110
const LONGEST_HEADS = 120
const LONGEST_TITLE = 80
const LONGEST_BETWEEN = 60
/** A title stands so many lines at most over its table. */
const LINES_ABOVE = 4
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
  // "Soliditet. % 68,5 63,2 64,8": so many figures end no sentence, a comma was misread
  const endsSentence = /[.;]$/.test(label) && tokens.filter((token) => /\d/.test(token)).length < MANY_FIGURES
  return label.length <= 90 && !endsSentence ? tokens : []
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

/** Lines that follow each other with figures, or heads of columns over such. */
interface Run {
  readonly start: number
  end: number
  rows: number
  /** How many lines behind its end are neither. */
  misses: number
}

/** Finds runs of rows with figures in running text: tables that no heading announces. */
export function findLooseTables(region: Region, mend: (text: string) => string): Region[] {
  const { lines, note } = region
  const textHeads = findTextHeads(lines)
  const dated = new Set(lines.filter((line) => saysPeriods(line, mend)))
  const heads = new Set(lines.filter((line, index) => textHeads[index] || dated.has(line)))
  // behind the text within a note its tables go on
  const kind = note === null ? 'other' : 'note'
  return findRuns(lines, heads).flatMap((run): Region[] => {
    const first = lines[run.start]!
    const table = { kind, note, rest: '', heading: null } as const
    // heads at the top of a page hold for the tables below it
    if (run.rows === 0 && first.placed && dated.has(first)) return [{ ...table, title: null, lines: [first] }]
    const body = lines.slice(run.start, endsLabel(lines, run.end + 1) ? run.end + 2 : run.end + 1)
    if (run.rows < FEWEST_ROWS || body.filter(isLarge).length < FEWEST_LARGE) return []
    const own = note === null ? titleOf(lines, run.start, body, heads, mend) : null
    // "Belopp i tusentals kronor": the unit between the title and the heads is the table's
    const isUnit = ({ text, page }: Line) => page === first.page && isUnitText(mend(text))
    const units = lines.slice(lines.findLastIndex((line, index) => index < run.start && !isUnit(line)) + 1, run.start)
    return [{ ...table, title: own ?? region.title, lines: [...units, ...body] }]
  })
}

/** Whether a line holds heads of columns that say of what time they are. */
function saysPeriods(line: Line, mend: (text: string) => string): boolean {
  if (line.text.length >= LONGEST_HEADS) return false
  const mended = mend(line.text)
  return line.placed ? isHeadLine(line, mended) : isPlainHead(mended, line)
}

function isRow(line: Line): boolean {
  const figures = line.text.length <= LONGEST_ROW || line.tabs ? figuresOf(line) : []
  return figures.some((figure) => /\d/.test(figure)) && (figures.length > 1 || isWellGrouped(figures[0]!))
}

/** The runs of rows and heads; a line between two rows ends none, nor do those of one label. */
function findRuns(lines: readonly Line[], heads: ReadonlySet<Line>): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  for (const [index, line] of lines.entries()) {
    const [isHead, isOnPage] = [heads.has(line), open !== undefined && line.page === lines[open.start]!.page]
    const isFigures = !isHead && isRow(line)
    if (isHead || isFigures) {
      if (open === undefined || (isHead && open.rows > 0 && !isOnPage)) {
        open = { start: index, end: index, rows: 0, misses: 0 }
        runs.push(open)
      }
      open.end = index
      open.rows += isFigures ? 1 : 0
      open.misses = 0
    } else if (open !== undefined) {
      if (open.misses === 0 || !goesOnWithLabel(line)) open.misses += 1
      if (open.misses > 1 || line.text.length > LONGEST_BETWEEN || !isOnPage) open = undefined
    }
  }
  return runs
}

/** Whether a row holds an amount of thousands. */
function isLarge(line: Line): boolean {
  const figures = figuresOf(line)
  return /\d[ .]?\d{3}(?!\d)/.test(figures.join(' ')) && figures.join('').replace(/\D/g, '').length >= 4
}

/** The words that stand as the title over the first row of a table, or beside its heads; null where none do. */
function titleOf(
  lines: readonly Line[],
  start: number,
  body: readonly Line[],
  heads: ReadonlySet<Line>,
  mend: (text: string) => string,
): string | null {
  const firstRow = body.findIndex(
    (line) => figuresOf(line).length > 0 && !heads.has(line) && !/[.]\s+\p{Lu}/u.test(line.text),
  )
  const over = body.slice(0, Math.max(0, firstRow))
  // "Resultat och ställning 2014 2013 2012": the title stands beside the heads
  const beside = over.map((line) => wordsBeforeDates(mend(line.text))).find((words) => words)
  if (beside !== undefined) return beside
  const isTitle = (line: Line) =>
    line.text.length < LONGEST_TITLE &&
    /\p{L}{3}/u.test(line.text) &&
    !/[.,:;\d]$/.test(line.text) &&
    !heads.has(line) &&
    !isUnitText(line.text) &&
    figuresOf(line).length === 0
  const title = [...lines.slice(Math.max(0, start - LINES_ABOVE), start), ...over].findLast(isTitle)
  return title ? mend(title.text) : null
}
