import { isWellGrouped } from './amount.js'
import { type Band, bandOf } from './bands.js'
import type { LineWord } from './line.js'
import { isFigurePhrase, type Phrase } from './phrases.js'

/** The phrases of a row, and the columns of those of its figures that are told by their order. */
export interface OrderedPhrases {
  readonly phrases: readonly Phrase[]
  readonly inOrder: ReadonlyMap<Phrase, number>
}

/** The space between two amounts is wider than any inside them by this factor. */
const PARTING = 1.5

function toPhrase(words: readonly LineWord[]): Phrase {
  return { words, text: words.map(({ text }) => text).join(' '), x0: words[0]!.x0, x1: words.at(-1)!.x1 }
}

/** The figures with the one that is two amounts parted at its widest space; as they are where no space tells. */
function partWidest(figures: readonly Phrase[]): Phrase[] {
  const spaces = figures
    .flatMap((figure) =>
      figure.words.slice(1).map((word, at) => ({ figure, at: at + 1, width: word.x0 - figure.words[at]!.x1 })),
    )
    .sort((a, b) => b.width - a.width)
  const [widest, next] = spaces
  if (!widest || !next || widest.width < PARTING * next.width) return [...figures]
  const { figure, at } = widest
  const parts = [figure.words.slice(0, at), figure.words.slice(at)].map(toPhrase)
  return figures.flatMap((one) => (one === figure ? parts : [one]))
}

/**
 * The phrases of a row, and the columns of its figures where one is so wide that it reaches under its neighbour's,
 * "126 660 122 017" under "12 928 12 966", and there are as many as columns. Figures that stand under one column each
 * are not asked.
 */
export function figuresInOrder(
  phrases: readonly Phrase[],
  columns: readonly number[],
  bands: readonly Band[],
  height: number,
): OrderedPhrases {
  const left = (bands[0]?.x0 ?? 1) - height
  const isFigure = (phrase: Phrase) => phrase.x0 > left && isFigurePhrase(phrase)
  const printed = phrases.filter(isFigure)
  const figures = printed.length === columns.length - 1 ? partWidest(printed) : printed
  const isTorn = ({ words }: Phrase) => new Set(words.map((word) => bandOf(word, bands, height))).size > 1
  const isUnder = ({ x0, x1 }: Phrase, band: Band) => x0 < band.x1 && band.x0 < x1
  const isTold =
    figures.length === columns.length &&
    figures.some(isTorn) &&
    figures.every((figure, index) => isWellGrouped(figure.text) && isUnder(figure, bands[columns[index]!]!))
  if (!isTold) return { phrases, inOrder: new Map() }
  return {
    phrases: [...phrases.filter((phrase) => !printed.includes(phrase)), ...figures],
    inOrder: new Map(figures.map((figure, index) => [figure, columns[index]!])),
  }
}
