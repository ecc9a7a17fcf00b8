import type { Line } from './line.js'
import { isFigurePhrase, type Phrase, toPhrases } from './phrases.js'
import { asFigure } from './words-to-amount.js'

/** The first rows of a table stand within so many lines under its heads. */
const REACH = 6
/** So many of the first rows are looked at: not each fills all columns. */
const ROWS = 3
/** A head may stand beside its figures by this many heights of a letter. */
const SLACK = 0.6

// "kr", "Belopp i tkr", "(kkr)": units over columns are heads of any table
const UNIT = /^\(?(?:belopp i )?(?:t?kr|kkr|mkr|sek|kronor)[.,)]*$/i

function overlaps(a: Phrase, b: Phrase, slack: number): boolean {
  return a.x0 < b.x1 + slack && b.x0 < a.x1 + slack
}

/** Figures of the first rows below a line, those that stand behind a label. */
function figuresBelow(lines: readonly Line[], index: number): Phrase[] {
  const found: Phrase[][] = []
  for (const line of lines.slice(index + 1, index + 1 + REACH)) {
    if (line.page !== lines[index]!.page || found.length === ROWS) break
    const figures = toPhrases(line).filter((phrase, place) => place > 0 && isFigurePhrase(phrase))
    if (figures.length > 0) found.push(figures)
  }
  return found.some((figures) => figures.length > 1) ? found.flat() : []
}

// "3 821 848", "JAI 218": thousands, whatever the reader made of what stands before them
const THOUSANDS = /[\d\p{L}] \d{3}(?!\d)/gu
/** A line with so many of them, or one that is read well, holds figures. */
const FEWEST_DAMAGED = 2

/** Words over columns are no more than this; a sentence is longer, and begins left of all figures. */
const MOST_WORDS = 4

function isRunningText({ words, x0 }: Phrase, figures: readonly Phrase[]): boolean {
  return words.length > MOST_WORDS && figures.every((figure) => x0 < figure.x0)
}

/** The words of a line that stand over figures below; none where the line holds figures itself. */
function wordsOver(line: Line, figures: readonly Phrase[]): Phrase[] {
  // "Vol", which only the second reader made a figure, 961
  const phrases = toPhrases({ ...line, words: line.words.map(asFigure) })
  const holdsFigures = /\d{3} \d{3}/.test(line.text) || (line.text.match(THOUSANDS)?.length ?? 0) >= FEWEST_DAMAGED
  if (phrases.some((phrase) => isFigurePhrase(phrase) || isRunningText(phrase, figures)) || holdsFigures) return []
  return phrases.filter(
    (phrase) =>
      !UNIT.test(phrase.text) &&
      /\p{L}{2}/u.test(phrase.text) &&
      figures.some((figure) => overlaps(phrase, figure, SLACK * line.height)),
  )
}

/**
 * Which lines hold heads of columns in words: what stands over two columns of figures or more, "Låneinstitut Räntesats
 * Belopp", and the lines of the same heads above and below it.
 */
export function findTextHeads(lines: readonly Line[]): boolean[] {
  const over = lines.map((line, index) => (line.placed ? wordsOver(line, figuresBelow(lines, index)) : []))
  const isHead = over.map((phrases) => new Set(phrases.map((phrase) => phrase.text)).size > 1)
  const isPart = (index: number): boolean => {
    const phrases = toPhrases(lines[index]!)
    return over[index]!.length > 0 && over[index]!.length === phrases.length
  }
  return isHead.map((own, index) => {
    if (own) return true
    const above = isHead[index - 1] === true && lines[index]!.gap < 1
    const below = isHead[index + 1] === true && lines[index + 1]!.gap < 1
    return (above || below) && isPart(index)
  })
}
