import { toHeadUnits } from './head-units.js'
import type { Line, LineWord } from './line.js'
import { isFigureWord } from './phrases.js'

/** A figure ends where the head of its column does to within so many heights. */
const ALIGNED = 0.3
/** So many figures that end under one head, with another behind them, tell how wide a space parts columns. */
const FEWEST = 3
/** And a little less parts them too. */
const SLACK = 0.9

/**
 * How wide a space (in heights of a line) parts two amounts where figures end under dated heads and the next column
 * begins close behind them; undefined where too few do, or where spaces inside amounts are as wide.
 */
export function spaceUnderHeads(rows: readonly Line[], headLines: readonly Line[]): number | undefined {
  const sets = headLines.map((line) => toHeadUnits(line).filter(({ isDated }) => isDated))
  const heads = sets.sort((a, b) => b.length - a.length)[0] ?? []
  const within: number[] = []
  const between: number[] = []
  for (const { words, height } of rows) {
    const under = ({ x1 }: LineWord) => heads.findIndex((head) => Math.abs(head.x1 - x1) <= ALIGNED * height)
    // heads that stand over the middle of their columns end over no figure's end
    if (heads.length < 2 || under(words.at(-1)!) !== heads.length - 1) continue
    words.slice(1).forEach((word, index) => {
      const before = words[index]!
      if (!isFigureWord(before.text) || !isFigureWord(word.text)) return
      const space = (word.x0 - before.x1) / height
      if (under(before) >= 0) between.push(space)
      else if (/^\d{3}$/.test(word.text) && /^[-–(]?\d{1,3}$/.test(before.text)) within.push(space)
    })
  }
  const space = SLACK * Math.min(...between)
  return between.length < FEWEST || within.some((inner) => inner >= space) ? undefined : space
}
