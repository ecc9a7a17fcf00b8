import { boxOfWords, type LineWord } from './line.js'

/** A typewriter sets öre at most this many heights of a line behind their comma. */
const NEAR = 1.6
// "953.238,": a figure whose comma ends the word; a note's number in a list, "8, 13", has fewer digits
const OPEN = /\d{3},$/
// "00"
const ORE = /^\d\d$/

/** The words of a line with öre put to the kronor that a reader parted from them at the comma: "953.238," and "00". */
export function joinDecimals(words: readonly LineWord[], height: number): LineWord[] {
  const joined: LineWord[] = []
  for (const word of words) {
    const before = joined.at(-1)
    const isOre = before !== undefined && OPEN.test(before.text) && ORE.test(word.text)
    if (isOre && word.x0 - before.x1 <= NEAR * height) joined[joined.length - 1] = join(before, word)
    else joined.push(word)
  }
  return joined
}

function join(kronor: LineWord, ore: LineWord): LineWord {
  const isReadTwice = kronor.second !== undefined || ore.second !== undefined
  return {
    ...kronor,
    text: kronor.text + ore.text,
    raw: `${kronor.raw} ${ore.raw}`,
    x1: ore.x1,
    box: boxOfWords([kronor, ore]),
    confidence: Math.min(kronor.confidence, ore.confidence),
    alternatives: [],
    second: isReadTwice ? (kronor.second ?? kronor.text) + (ore.second ?? ore.text) : undefined,
    typed: kronor.typed && ore.typed,
  }
}
