import type { PicturePage, Word } from '../model/page.js'
import { withoutDoubledDigits } from './doubled-digits.js'
import { withoutFalsePercent } from './false-percent.js'
import { joinDecimals } from './join-decimals.js'
import { joinSpaced } from './join-spaced.js'
import type { Line, LineWord } from './line.js'

/** Words whose middles lie within this share of a letter's height stand on one line. */
const SAME_LINE = 0.55
/** Words that stand over no others, and nearer to a line than lines ever stand, are its other end: the page is bent. */
const SAME_BENT_LINE = 0.9
/** Neighbours on a line stand at most this many heights apart, for measuring the slope of lines. */
const NEIGHBOUR_GAP = 3
/** A slope beyond this is a picture that was never straightened; it is not trusted. */
const STEEPEST = 0.06

/** A scrap read with less confidence than this is a speck. */
const UNSURE = 0.8

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A word this many times as high as letters has a stroke of a pen on it, which hangs below or stands above. */
const WITH_STROKE = 1.6
/** Its own edge, the upper or the lower, lies within this share of a letter's height of the line's. */
const SAME_EDGE = 0.35

interface Placed {
  readonly word: Word
  readonly x0: number
  readonly x1: number
  readonly middle: number
  readonly height: number
}

/** How much lines fall per unit of width, both in units of the page's width: what deskewing has left over. */
function slopeOfLines(words: readonly Placed[], height: number): number {
  const slopes: number[] = []
  const byPlace = [...words].sort((a, b) => a.x0 - b.x0)
  for (const [index, left] of byPlace.entries()) {
    for (let next = index + 1; next < byPlace.length; next++) {
      const right = byPlace[next]!
      if (right.x0 - left.x1 > NEIGHBOUR_GAP * height) {
        if (right.x0 > left.x1 + 8 * height) break
        continue
      }
      const fall = right.middle - left.middle
      if (right.x0 >= left.x1 && Math.abs(fall) < SAME_LINE * height) {
        const run = (right.x0 + right.x1) / 2 - (left.x0 + left.x1) / 2
        if (run > 2 * height) slopes.push(fall / run)
      }
    }
  }
  const slope = slopes.length >= 12 ? median(slopes) : 0
  return Math.abs(slope) <= STEEPEST ? slope : 0
}

// ".........", "· · ·", "....Not": dotted leaders between a label and its figures
const LEADERS = /[.…·]{4,}/g

/** The words without dotted leaders, which are rules, not words. */
function withoutLeaders(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const text = word.text.replace(LEADERS, '')
    if (text === word.text) return [word]
    if (!/[\p{L}\d]/u.test(text)) return []
    // what stands before the dots keeps the left end of the box, what stands behind them the right one
    const share = (word.box.x1 - word.box.x0) * (text.length / word.text.length)
    const leads = LEADERS.test(word.text.slice(0, 4))
    LEADERS.lastIndex = 0
    const box = leads ? { ...word.box, x0: word.box.x1 - share } : { ...word.box, x1: word.box.x0 + share }
    return [{ ...word, text, box }]
  })
}

// "-----------", "======": a rule over a sum, as a typewriter sets it
const RULE = /^[-–—=_~]{5,}$/

/** Whether a word is a mark that prints nothing: no letter, no digit, no sign that stands for a figure. */
function isSpeck(word: Word): boolean {
  return !/[\p{L}\d%§=+–—−~«/&()-]/u.test(word.text)
}

/** A dash is flat: what is higher than a digit by this factor stands where the reader saw nothing that it knows. */
const INVENTED = 1.3
const DASH = /^[-–—=~«_]$/

/** Whether a dash is invented: the reader gives it the height of the whole line, "= 124 649" for 124 649. */
function isInvented({ word, height }: Placed, digits: number): boolean {
  return DASH.test(word.text) && digits > 0 && height > INVENTED * digits
}

/** Whether a line holds a single scrap that no table prints. */
function isScrap(words: readonly Placed[]): boolean {
  const text = words.map((one) => one.word.text).join('')
  return text.length <= 2 && !/\d/.test(text) && words.every((one) => one.word.confidence < UNSURE)
}

/** Left of a line stands what is no word of it where so many heights part them, and it was read with so little confidence. */
const BEFORE_LINE = { space: 1, confidence: 0.5 }

// "Resultaträkning,", "BALANSRÄKNING": the first word of a title or a label; what is shorter may be a scrap too
const BEGINS_LINE = /^\p{Lu}\p{L}{3}/u

/** The words of a line, from the left, without a scrap that stands apart before them: a hole or a fold at the margin. */
function withoutScrapBefore(words: readonly Placed[], height: number): readonly Placed[] {
  const [first, second] = words
  if (!first || !second || !BEGINS_LINE.test(second.word.text)) return words
  if (!isScrap([first]) || first.word.confidence >= BEFORE_LINE.confidence) return words
  return second.x0 - first.x1 > BEFORE_LINE.space * height ? words.slice(1) : words
}

function toLineWord(placed: Placed, typed: boolean): LineWord {
  const { word } = placed
  return {
    text: word.text,
    raw: word.raw,
    x0: placed.x0,
    x1: placed.x1,
    box: word.box,
    confidence: word.confidence,
    alternatives: word.alternatives,
    second: word.second,
    layer: word.layer,
    bold: word.bold ?? false,
    typed,
  }
}

interface Group {
  words: Placed[]
  level: number
}

/** The groups of words, top to bottom, with the two ends joined of lines that slope otherwise than the page. */
function joinBent(groups: readonly Group[], height: number): Group[] {
  const joined: Group[] = []
  for (const group of groups) {
    const over = joined.at(-1)
    const isApart = over?.words.every((a) => group.words.every((b) => a.x1 <= b.x0 || b.x1 <= a.x0))
    if (over && isApart && group.level - over.level <= SAME_BENT_LINE * height)
      joined[joined.length - 1] = {
        words: [...over.words, ...group.words],
        level:
          (over.level * over.words.length + group.level * group.words.length) /
          (over.words.length + group.words.length),
      }
    else joined.push(group)
  }
  return joined
}

/** The word as high as letters are, on the line whose upper or lower edge it shares, if a stroke of a pen made it higher. */
function withoutStroke(word: Placed, words: readonly Placed[], height: number): Placed {
  if (word.height <= WITH_STROKE * height || !/\d/.test(word.word.text)) return word
  const edges = [-1, 1].map((side) => word.middle + (side * (word.height - height)) / 2)
  const beside = words.find(
    (one) =>
      one.height < WITH_STROKE * height &&
      /\d/.test(one.word.text) &&
      one.x1 <= word.x0 &&
      word.x0 - one.x1 < height &&
      edges.some((middle) => Math.abs(one.middle - middle) <= SAME_EDGE * height),
  )
  return beside ? { ...word, middle: beside.middle, height } : word
}

/** Joins the words of one reading of a page into printed lines, top to bottom, left to right. */
export function wordsToRows(page: PicturePage, words: readonly Word[]): Line[] {
  const ratio = page.width > 0 ? page.height / page.width : Math.SQRT2
  const placed: Placed[] = withoutLeaders(page.source === 'ocr' ? withoutDoubledDigits(words) : words)
    .filter((word) => !isSpeck(word))
    .map((word) => ({
      word,
      x0: word.box.x0,
      x1: word.box.x1,
      middle: ((word.box.y0 + word.box.y1) / 2) * ratio,
      height: (word.box.y1 - word.box.y0) * ratio,
    }))
  if (placed.length === 0) return []
  const digits = median(placed.filter((one) => /^\d+$/.test(one.word.text)).map((one) => one.height))
  const shown = placed.filter((one) => !(page.source === 'ocr' && isInvented(one, digits)))
  const height = median(shown.filter((one) => /[\p{L}\d]/u.test(one.word.text)).map((one) => one.height)) || 0.01
  const slope = slopeOfLines(shown, height)
  const level = (one: Placed) => one.middle - slope * ((one.x0 + one.x1) / 2)
  const groups: Group[] = []
  const even = shown.map((one) => withoutStroke(one, shown, height))
  for (const one of even.sort((a, b) => level(a) - level(b))) {
    const own = level(one)
    const reach = SAME_LINE * Math.max(height, Math.min(one.height, 1.6 * height))
    const group = groups
      .slice(-3)
      .filter((other) => Math.abs(other.level - own) <= reach)
      .sort((a, b) => Math.abs(a.level - own) - Math.abs(b.level - own))[0]
    if (group) {
      group.words.push(one)
      group.level = group.words.reduce((sum, member) => sum + level(member), 0) / group.words.length
    } else groups.push({ words: [one], level: own })
  }
  groups.sort((a, b) => a.level - b.level)
  let above: number | undefined
  const printed = joinBent(
    groups.filter((group) => !isScrap(group.words)),
    height,
  )
  return printed.flatMap((group) => {
    const gap = above === undefined ? 9 : (group.level - above) / height - 1
    above = group.level
    const words = group.words.filter(({ word }) => !RULE.test(word.text))
    if (words.length === 0) return []
    const sorted = joinSpaced(
      withoutScrapBefore(
        words.sort((a, b) => a.x0 - b.x0),
        height,
      ),
    )
    const letters = median(sorted.map((one) => one.height))
    const read = sorted.map((one) => toLineWord(one, page.source === 'text_layer'))
    const line = joinDecimals(withoutFalsePercent(read, letters), letters)
    return {
      page: page.number,
      words: line,
      text: line.map(({ text }) => text).join(' '),
      tabs: null,
      gap,
      height: letters,
      placed: true,
    }
  })
}
