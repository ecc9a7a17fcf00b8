import { isNil } from './amount.js'
import { namesBody } from './bodies.js'
import { isUnitText } from './column-heads.js'
import { toHeadUnits } from './head-units.js'
import type { Line, LineWord } from './line.js'
import { isFigurePhrase, type Phrase, toPhrases } from './phrases.js'

/** A sign stands at the edge of its cell where this many heights or more part it from its figure. */
const LEAST_SPACE = 1
/** Signs at the edges of cells are as far from the right edge of their columns, within so many heights. */
const SAME_PLACE = 0.6
/** What ends where the figure behind a dash ends, within so many heights, is of that figure's column. */
const SAME_EDGE = 1
/** One dash alone may be a speck. */
const FEWEST_SIGNS = 2
/** Where the sign is put, in heights of the line: as near as one that is printed with its figure. */
const NEAR = 0.1

interface EdgeDash {
  readonly line: number
  readonly dash: LineWord
  readonly figure: Phrase
  /** From the dash to the right edge of its figure, in heights of the middling line. */
  readonly width: number
}

/**
 * The lines of a table with signs moved beside their figures where a sheet of calculation set them at the left edges of
 * the cells: `-    15 900`. They stand alike in cell after cell, where neither figures nor a head of their own stand,
 * which tells them from the dashes of a column that has nothing to say.
 */
export function withEdgeSigns(
  lines: readonly Line[],
  isHead: readonly boolean[],
  headLines: readonly Line[],
  space: number,
): readonly Line[] {
  const rows = lines.filter((_, index) => !isHead[index])
  // a rule in it makes a line seem higher than it is
  const height = rows.map((line) => line.height).sort((a, b) => a - b)[rows.length >> 1] ?? 0
  const phrases = lines.map((line, index) => (isHead[index] ? [] : toPhrases(line, space)))
  const apart = phrases.flat().filter(({ text }) => isNil(text))
  const isTrailed = signsTrail(rows)
  const lead = !isTrailed && signsLead(rows)
  /** Whether the dash behind a figure stands where others stand by themselves. */
  const standsApart = (dash: LineWord) =>
    apart.filter(({ x0 }) => Math.abs(x0 - dash.x0) <= SAME_PLACE * height).length >= FEWEST_SIGNS
  const isNext = ({ words }: Phrase) => lead || (!isTrailed && standsApart(words.at(-1)!))
  const figures = phrases.map((own) =>
    own.map((phrase) => (isNext(phrase) ? withoutLastDash(phrase) : phrase)).filter(isFigurePhrase),
  )
  const printed = figures.flat().filter(({ text }) => /\d/.test(text))
  // "Koncernen" and units stand over several columns, and over the edges of their cells
  const heads = headLines.flatMap(toHeadUnits).filter(({ text }) => !namesBody(text) && !isUnitText(text))
  const stands = (dash: LineWord) => (other: { x0: number; x1: number }) => other.x0 < dash.x1 && dash.x0 < other.x1
  const found = lines.flatMap((line, index) =>
    line.words.flatMap((dash, at): EdgeDash[] => {
      const next = line.words[at + 1]
      const figure = figures[index]!.find(({ words }) => words[0] === next)
      if (!isNil(dash.text) || !figure || !/^\d/.test(figure.text)) return []
      if (figure.x0 - dash.x1 < LEAST_SPACE * line.height) return []
      const isElsewhere = (other: Phrase) => Math.abs(other.x1 - figure.x1) > SAME_EDGE * line.height
      if ([...printed, ...heads].filter(stands(dash)).some(isElsewhere)) return []
      return [{ line: index, dash, figure, width: (figure.x1 - dash.x0) / height }]
    }),
  )
  const isAlike = (one: EdgeDash) =>
    found.filter(
      (other) =>
        Math.abs(other.width - one.width) <= SAME_PLACE || Math.abs(other.dash.x0 - one.dash.x0) <= SAME_PLACE * height,
    ).length >= FEWEST_SIGNS
  const signs = new Map(found.filter(isAlike).map(({ dash, figure }) => [dash, figure]))
  if (signs.size === 0) return lines
  return lines.map((line) => ({ ...line, words: line.words.map((word) => moved(word, signs.get(word), line.height)) }))
}

/** Whether lines begin their figures with a sign that stands apart. */
function signsLead(rows: readonly Line[]): boolean {
  const led = rows.filter(({ words, height }) => {
    const first = words.findIndex(({ text }, at) => /^\d/.test(text) && isDash(words[at - 1]))
    const before = words.slice(0, Math.max(0, first - 1))
    const [dash, figure] = [words[first - 1], words[first]]
    const isFirst = first > 0 && !before.some(({ text }) => /^\d{3}/.test(text))
    return isFirst && figure!.x0 - dash!.x1 >= LEAST_SPACE * height
  })
  return led.length >= FEWEST_SIGNS
}

/** Whether a line ends with a sign close behind its last figure. */
function signsTrail(rows: readonly Line[]): boolean {
  return rows.some(({ words, height }) => {
    const [figure, dash] = words.slice(-2)
    return isDash(dash) && /^\d/.test(figure!.text) && dash!.x0 - figure!.x1 < LEAST_SPACE * height
  })
}

function isDash(word: LineWord | undefined): boolean {
  return word !== undefined && isNil(word.text)
}

/** A dash close behind a figure is the next one's sign, where signs lead. */
function withoutLastDash(phrase: Phrase): Phrase {
  const words = phrase.words.slice(0, -1)
  const last = words.at(-1)
  if (last === undefined || !isNil(phrase.words.at(-1)!.text)) return phrase
  return { words, text: words.map(({ text }) => text).join(' '), x0: phrase.x0, x1: last.x1 }
}

function moved(word: LineWord, figure: Phrase | undefined, height: number): LineWord {
  if (!figure) return word
  const x1 = figure.x0 - NEAR * height
  return { ...word, x0: x1 - (word.x1 - word.x0), x1 }
}
