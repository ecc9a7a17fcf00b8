import type { Amount } from '../model/report.js'
import { isNil, isWellGrouped, readAmount } from './amount.js'
import { type ColumnHead, findDates, isHeadText, readColumnHead } from './column-heads.js'
import type { Entry } from './entry.js'
import { withoutLeaderScraps } from './leaders.js'
import { boxOfWords, type Line, type LineWord } from './line.js'

/** A space wider than this many heights of a line parts two phrases, where figures do not tell better. */
const PHRASE_GAP = 0.95
/** The space between thousands, times this and a little more, parts two amounts. */
const WIDER = { times: 1.7, more: 0.1, least: 0.5, most: 2.2 }
/** Right edges of one column lie within this many heights of each other. */
const EDGE_REACH = 0.8
/** Scraps read with less confidence than this are specks. */
const UNSURE_WORD = 0.75
/** In a table of this many rows a column has more than one figure. */
const FEWEST_TO_JUDGE = 4
/** A label begins at most this many heights left of where most labels begin; what stands further out is a speck. */
const MARGIN_NOISE = 0.7
/** A note's number. */
const NOTE_REFERENCE = /^\(?(?:not(?:er)?\.?\s*)?(\d{1,2}\s?[a-z]?(?:\s?[,;&/–-]\s?\d{1,2}\s?[a-z]?)*)\)?\.?,?$/i

/** Entries of a table with the heads of its columns of amounts. */
export interface DraftTable {
  readonly entries: readonly Entry[]
  readonly heads: readonly ColumnHead[]
  /** Heads of its own behind the sum of a note: it may be the next note, whose heading was not read. */
  readonly detached?: boolean
}

interface Phrase {
  readonly words: readonly LineWord[]
  readonly text: string
  readonly x0: number
  readonly x1: number
}

interface Band {
  readonly x0: number
  readonly x1: number
}

/** How wide a space (in heights of a line) parts two amounts here: from the spaces inside them. */
function partingSpace(lines: readonly Line[]): number {
  const inner = lines.flatMap((line) =>
    line.words.slice(1).flatMap((word, index) => {
      const before = line.words[index]!
      const grouped = /^\d{3}$/.test(word.text) && /^[-–(]?\d{1,3}$/.test(before.text)
      return grouped && word.x0 > before.x1 ? [(word.x0 - before.x1) / line.height] : []
    }),
  )
  if (inner.length < 4) return PHRASE_GAP
  const usual = inner.sort((a, b) => a - b)[Math.floor(inner.length * 0.35)]!
  return Math.min(WIDER.most, Math.max(WIDER.least, WIDER.times * usual + WIDER.more))
}

function toPhrases(line: Line, space = PHRASE_GAP): Phrase[] {
  const groups: LineWord[][] = []
  for (const word of line.words) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const figures = before !== undefined && isFigureWord(before.text) && isFigureWord(word.text)
    if (last && before && word.x0 - before.x1 <= (figures ? space : PHRASE_GAP) * line.height) last.push(word)
    else groups.push([word])
  }
  return groups.map((words) => ({
    words,
    text: words.map((word) => word.text).join(' '),
    x0: words[0]!.x0,
    x1: words.at(-1)!.x1,
  }))
}

/** Whether a word may be part of a figure. */
export function isFigureWord(text: string): boolean {
  return /\d/.test(text)
    ? readAmount(text.replace(/^[,.]|[,.]$/g, '')) !== undefined
    : isNil(text) || /^[%O()]$/.test(text)
}

function isFigurePhrase(phrase: Phrase): boolean {
  return phrase.words.every((word) => isFigureWord(word.text)) && /\d|^[-–—]/.test(phrase.text)
}

// "Not 3", "Not 12a": a reference that is no figure by itself
function isNoteWord(phrase: Phrase): boolean {
  return /^not/i.test(phrase.text) && NOTE_REFERENCE.test(phrase.text)
}

/** Where the figures of a table stand across the page: from bands that overlap from row to row. */
function findBands(lines: readonly Line[], headLines: readonly Line[], space: number): Band[] {
  const phrases = lines.flatMap((line) =>
    toPhrases(line, space)
      .filter(
        (phrase, index) =>
          (index > 0 || line.words[0]!.x0 > 0.3) &&
          ((isFigurePhrase(phrase) && (isWellGrouped(phrase.text) || isNil(phrase.text))) || isNoteWord(phrase)),
      )
      .map((phrase) => ({ x0: phrase.x0, x1: phrase.x1, height: line.height })),
  )
  const bands: { x0: number; x1: number; count: number; height: number }[] = []
  for (const phrase of phrases.sort((a, b) => a.x1 - b.x1)) {
    const band = bands.find(
      (other) =>
        Math.abs(other.x1 - phrase.x1) <= EDGE_REACH * phrase.height || (phrase.x0 < other.x1 && other.x0 < phrase.x1),
    )
    if (band) {
      band.x0 = Math.min(band.x0, phrase.x0)
      band.x1 = Math.max(band.x1, phrase.x1)
      band.count += 1
    } else bands.push({ ...phrase, count: 1 })
  }
  bands.sort((a, b) => a.x0 - b.x0)
  const merged: typeof bands = []
  for (const band of bands) {
    const last = merged.at(-1)
    if (last && band.x0 < last.x1 - 0.2 * band.height) {
      last.x1 = Math.max(last.x1, band.x1)
      last.count += band.count
    } else merged.push({ ...band })
  }
  const most = Math.max(0, ...merged.map((band) => band.count))
  const isNamed = (band: Band) =>
    headLines.some((line) => line.words.some((word) => word.x1 > band.x0 && word.x0 < band.x1))
  // a single mark among rows of figures is a speck, unless a head stands over it
  return merged.filter((band) => band.count > 1 || most < FEWEST_TO_JUDGE || isNamed(band))
}

function bandOf(word: LineWord, bands: readonly Band[], height: number): number {
  let best = -1
  let most = 0
  bands.forEach((band, index) => {
    const overlap = Math.min(word.x1, band.x1) - Math.max(word.x0, band.x0)
    if (overlap > most) {
      most = overlap
      best = index
    }
  })
  if (best >= 0) return best
  // figures stand to the right: what ends where a column ends is of it, what ends before one begins is its first digits
  const ends = bands.findIndex((band) => Math.abs(word.x1 - band.x1) <= 0.35 * height)
  if (ends >= 0) return ends
  const next = bands.findIndex((band) => band.x0 >= word.x1 && band.x0 - word.x1 <= 0.8 * height)
  return next >= 0 ? next : bands.findIndex((band) => Math.abs(word.x1 - band.x1) <= height)
}

function wordsToAmount(printed: readonly LineWord[], page: number): Amount | null {
  // "= -7 000 004": a stray mark before a figure that has its sign
  const stray = printed.length > 1 && isNil(printed[0]!.text) && /^[-–—−(]/.test(printed[1]!.text)
  const words = stray ? printed.slice(1) : printed
  const text = words.map((word) => word.text).join(' ')
  const raw = words.map((word) => word.raw).join(' ')
  const read = readAmount(text)
  const digits = text.replace(/\D/g, '')
  if (!read && digits === '') return null
  const doubts: string[] = []
  if (!read) doubts.push(`"${raw}" is not a figure that can be read`)
  else if (read.guessed) doubts.push(`letters in "${raw}" were taken for digits`)
  else if (!isNil(text) && !isWellGrouped(text)) doubts.push(`the digits of "${raw}" do not stand in groups of three`)
  const second = secondReading(words)
  return {
    value: read ? read.value : Number(digits.slice(0, 15)),
    decimals: read?.decimals ?? 0,
    raw,
    page,
    box: boxOfWords(words),
    confidence: Math.min(...words.map((word) => word.confidence)),
    alternatives: otherValues(printed, words, read?.value),
    second,
    typed: words.every((word) => word.typed),
    doubts,
  }
}

function secondReading(words: readonly LineWord[]): number | null {
  if (words.every((word) => word.second === undefined)) return null
  const read = readAmount(words.map((word) => word.second ?? word.text).join(' '))
  return read ? read.value : null
}

/** Marks that a rule over a sum leaves behind look like a minus. */
const UNSURE_SIGN = /^[=~«_—]|^[-–—=]{2}/

function otherValues(printed: readonly LineWord[], words: readonly LineWord[], value: number | undefined): number[] {
  const values: number[] = []
  const unsure =
    printed.length > words.length ||
    UNSURE_SIGN.test(words[0]?.raw ?? '') ||
    (words[0]?.second !== undefined && /^\d/.test(words[0].second))
  if (value !== undefined && value < 0 && unsure) values.push(-value)
  words.forEach((word, index) => {
    for (const alternative of word.alternatives) {
      const read = readAmount(words.map((other, place) => (place === index ? alternative : other.text)).join(' '))
      if (read && read.value !== value && !values.includes(read.value)) values.push(read.value)
    }
  })
  return values.slice(0, 8)
}

/** Whether a printed line holds the heads of columns rather than amounts. */
export function isHeadLine(line: Line, mended: string): boolean {
  return isHeadText(mended) &&
    (findDates(mended).length > 0 || readColumnHead(mended).scenario !== null || /\bnot\b/i.test(mended))
    ? !line.words.some((word) => /^\d{1,3}$/.test(word.text) && Number(word.text) > 31)
    : false
}

/** A date that the first reader did not make out may stand in the second reading. */
function headWord(word: LineWord): string {
  const isDate = (text: string) => findDates(text).length > 0
  return word.second !== undefined && !isDate(word.text) && isDate(word.second) ? word.second : word.text
}

/** A word that only the second reader took for a figure, as that reader has it. */
function asFigure(word: LineWord): LineWord {
  if (isFigureWord(word.text) || word.second === undefined || !/^[-–(]?\d[\d.,)]*$/.test(word.second)) return word
  return { ...word, text: word.second, raw: word.second, second: undefined, confidence: Math.min(word.confidence, 0.3) }
}

function readHeads(headLines: readonly Line[], bands: readonly Band[]): ColumnHead[] {
  const labels: string[][] = bands.map(() => [])
  for (const line of headLines) {
    toPhrases(line).forEach((phrase, place) => {
      for (const word of phrase.words) {
        const middle = (word.x0 + word.x1) / 2
        const band = bands.findIndex((one) => middle <= one.x1 + 0.5 * line.height)
        const index = band === -1 ? bands.length - 1 : band
        const reach = bands[index]
        if (!reach) continue
        // words over the labels ("Belopp i kr") stand far to the left of the first column
        if (place === 0 && phrase.x1 < reach.x0 - 2 * line.height && !/^not/i.test(phrase.text) && index === 0) continue
        labels[index]?.push(headWord(word))
      }
    })
  }
  return labels.map((label) => readColumnHead(label.join(' ')))
}

/** Finds rows and columns of a table from where its words stand; `rest` are heads of columns on the heading's own line. */
export function placedTable(
  lines: readonly Line[],
  rest: Line | null,
  mend: (text: string) => string,
  mayHoldNotes: boolean,
): DraftTable {
  const isHead = lines.map((line) => isHeadLine(line, mend(line.text)))
  const headLines = lines.filter((_, index) => isHead[index])
  const space = partingSpace(lines)
  const bands = findBands(
    lines.filter((_, index) => !isHead[index]),
    rest ? [rest, ...headLines] : headLines,
    space,
  )
  const oneSet = headLines.filter((line) => line.page === headLines[0]?.page)
  const heads = readHeads(rest && oneSet.length === 0 ? [rest] : oneSet, bands)
  const noteBand = mayHoldNotes ? findNoteBand(lines, bands, heads) : heads.findIndex((head) => head.isNote)
  const columns = bands.map((_, index) => index).filter((index) => index !== noteBand)
  const margin = labelMargin(lines)
  const entries: Entry[] = []
  lines.forEach((line, index) => {
    if (isHead[index]) return
    const cells: LineWord[][] = bands.map(() => [])
    const label: LineWord[] = []
    const left = bands[0]?.x0 ?? 1
    for (const phrase of toPhrases(line, space)) {
      const inFigures = phrase.x1 > left - line.height && (isFigurePhrase(phrase) || NOTE_REFERENCE.test(phrase.text))
      const reference =
        noteBand >= 0 &&
        NOTE_REFERENCE.test(phrase.text) &&
        bandOf(phrase.words.at(-1)!, bands, line.height) === noteBand
      if (reference) {
        cells[noteBand]?.push(...phrase.words)
        continue
      }
      for (const read of phrase.words) {
        const band = bandOf(read, bands, line.height)
        const word = band >= 0 && read.x0 > left - 3 * line.height ? asFigure(read) : read
        if (
          band >= 0 &&
          (inFigures || isFigureWord(word.text) || /\d/.test(word.text)) &&
          word.x0 > left - 3 * line.height
        )
          cells[band]?.push(word)
        else if (word.x0 < left || (phrase.x0 < left && /\p{L}{2}/u.test(word.text))) label.push(word)
      }
    }
    const own = withoutSpecks(withoutLeaderScraps(label), margin, line.height)
    const note = noteBand >= 0 ? (cells[noteBand] ?? []).map((word) => word.text).join(' ') : ''
    const amounts = columns.map((band) => {
      const words = cells[band] ?? []
      return words.length > 0 ? wordsToAmount(words, line.page) : null
    })
    const filled = amounts.some((amount) => amount !== null)
    entries.push({
      page: line.page,
      label: own.map((word) => word.raw).join(' '),
      options: filled
        ? [{ cells: amounts, noteRef: NOTE_REFERENCE.exec(note)?.[1]?.replace(/\s/g, '') ?? null, cost: 0 }]
        : [],
      gap: line.gap,
      bold: own.length > 0 && own.every((word) => word.bold),
      confidence: labelConfidence(own),
    })
  })
  return { entries, heads: columns.map((index) => heads[index] ?? readColumnHead('')) }
}

/** Where most labels begin. */
function labelMargin(lines: readonly Line[]): number {
  const starts = lines
    .flatMap((line) => line.words.find((word) => /\p{L}{3}/u.test(word.text))?.x0 ?? [])
    .sort((a, b) => a - b)
  return starts[Math.floor(starts.length * 0.2)] ?? 0
}

/** The label without specks: short scraps in the margin, and behind its end. */
function withoutSpecks(label: readonly LineWord[], margin: number, height: number): readonly LineWord[] {
  const isScrap = (word: LineWord) => word.text.replace(/[^\p{L}\d]/gu, '').length <= 2
  let start = 0
  while (start < label.length - 1 && isScrap(label[start]!) && label[start]!.x1 < margin - MARGIN_NOISE * height)
    start += 1
  let end = label.length
  while (end > start + 1) {
    const [before, last] = [label[end - 2]!, label[end - 1]!]
    const apart = last.x0 - before.x1 > PHRASE_GAP * height
    if (apart && isScrap(last) && last.confidence < UNSURE_WORD) end -= 1
    else break
  }
  return label.slice(start, end)
}

/** The reader's confidence in the words of a label, by their length; 1 where it has none. */
function labelConfidence(words: readonly LineWord[]): number {
  const lettered = words.filter((word) => /\p{L}{2}/u.test(word.text))
  const length = lettered.reduce((sum, word) => sum + word.text.length, 0)
  return length === 0 ? 1 : lettered.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / length
}

/** The column that holds numbers of notes: its head says so, or it is the first and holds nothing else. */
function findNoteBand(lines: readonly Line[], bands: readonly Band[], heads: readonly ColumnHead[]): number {
  const named = heads.findIndex((head) => head.isNote)
  if (named >= 0) return named
  const first = bands[0]
  if (!first || bands.length < 2) return -1
  const within = lines
    .flatMap((line) => toPhrases(line))
    .filter((phrase) => phrase.x0 < first.x1 && first.x0 < phrase.x1)
  const figures = within.filter((phrase) => /\d/.test(phrase.text))
  const notes = figures.filter((phrase) => NOTE_REFERENCE.test(phrase.text))
  return notes.length > 0 && notes.length === figures.length && (heads[0]?.periodEnd ?? null) === null ? 0 : -1
}
