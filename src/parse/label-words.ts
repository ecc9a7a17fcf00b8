import type { Line, LineWord } from './line.js'
import { PHRASE_GAP } from './phrases.js'

/** Scraps read with less confidence than this are specks. */
const UNSURE_WORD = 0.75
/** A word of a label read with less confidence than this may be misread. */
const DOUBTED_WORD = 0.9
/** A label begins at most this many heights left of where most labels begin; what stands further out is a speck. */
const MARGIN_NOISE = 0.7

/** A mark in front of a label that points to a footnote stands left of the margin by at least this many heights. */
const MARK_NOISE = 0.2
// "* Vatten", "x Handelsbanken byggnadskreditiv", "+ Vatten"
const FOOTNOTE_MARK = /^[*+×x]$/

/** Where most labels begin. */
export function labelMargin(lines: readonly Line[]): number {
  const starts = lines
    .flatMap((line) => line.words.find((word) => /\p{L}{3}/u.test(word.text))?.x0 ?? [])
    .sort((a, b) => a - b)
  return starts[Math.floor(starts.length * 0.2)] ?? 0
}

/** A word is at least this high, as a share of the figures of its line; what is flatter is dust, or a piece of a rule or leader. */
const FLATTEST = 0.3

const highOf = ({ box }: LineWord) => (box ? box.y1 - box.y0 : Number.POSITIVE_INFINITY)

// the middle one: a fold or a stamp across a line is read as a word much higher than the line
function middleHeight(words: readonly LineWord[]): number {
  const heights = words.map(highOf).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

/** The label without what is too flat to be read: of dots that lead to the figures there may be more than of words. */
function withoutDust(label: readonly LineWord[], line: readonly LineWord[]): readonly LineWord[] {
  const lettered = label.filter((word) => /[\p{L}\d]/u.test(word.text))
  const figures = line.filter((word) => /^\P{L}*\d\P{L}*$/u.test(word.text) && !label.includes(word))
  const least = FLATTEST * middleHeight(figures.length > 0 ? figures : lettered)
  return label.filter((word) => !lettered.includes(word) || highOf(word) >= least)
}

/** Words that stand so many heights behind the others are none of the label: a stamp lies between it and the figures. */
const FAR_BEHIND = 6
// "28", "3 %", "kr": what may belong to a figure, or be one
const OF_FIGURE = /^[\d%]+$|^[tkm]?kr\.?$/i

function isScrap(word: LineWord): boolean {
  return word.text.replace(/[^\p{L}\d]/gu, '').length <= 2
}

/** The label without the scraps far behind it, "Summa          M 871"; digits and units alone stay. */
function withoutFarScraps(label: readonly LineWord[], height: number): readonly LineWord[] {
  const isFar = (at: number) => label[at]!.x0 - label[at - 1]!.x1 > FAR_BEHIND * height
  const from = [...label.keys()].find((at) => at > 0 && isFar(at) && label.slice(at).every(isScrap))
  if (from === undefined || label.slice(from).every(({ text }) => OF_FIGURE.test(text))) return label
  return label.slice(0, from)
}

/** The label of a line without specks: short scraps in the margin and behind its end, and what is too flat to be letters. */
export function withoutSpecks(
  read: readonly LineWord[],
  { words, height }: Pick<Line, 'words' | 'height'>,
  margin: number,
): readonly LineWord[] {
  const label = withoutFarScraps(withoutDust(read, words), height)
  const isOutside = (word: LineWord) =>
    word.x1 < margin - (FOOTNOTE_MARK.test(word.text) ? MARK_NOISE : MARGIN_NOISE) * height
  let start = 0
  while (start < label.length - 1 && isScrap(label[start]!) && isOutside(label[start]!)) start += 1
  let end = label.length
  while (end > start + 1) {
    const [before, last] = [label[end - 2]!, label[end - 1]!]
    const apart = last.x0 - before.x1 > PHRASE_GAP * height
    if (apart && isScrap(last) && last.confidence < UNSURE_WORD) end -= 1
    else break
  }
  return label.slice(start, end)
}

/** The words of a label, as printed, that were read with little confidence. */
export function doubtedWords(words: readonly LineWord[]): string[] {
  return words.filter(({ confidence }) => confidence < DOUBTED_WORD).map(({ raw }) => raw)
}

/** The reader's confidence in the words of a label, by their length; 1 where it has none. */
export function labelConfidence(words: readonly LineWord[]): number {
  const lettered = words.filter((word) => /\p{L}{2}/u.test(word.text))
  const length = lettered.reduce((sum, word) => sum + word.text.length, 0)
  return length === 0 ? 1 : lettered.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / length
}
