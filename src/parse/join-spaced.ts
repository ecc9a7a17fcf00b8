import type { Word } from '../model/page.js'

/** A word and where it stands; `x0` and `x1` are fractions of the page's width, as `height` is. */
interface Placed {
  readonly word: Word
  readonly x0: number
  readonly x1: number
  readonly height: number
}

/** Letters of one heading, and its words, are nearer to each other than this many heights. */
const WIDEST_GAP = 2.5
/** Between words the gap is this many times that between letters, and wider by so many heights. */
const WORD_GAP = { times: 1.8, more: 0.2 }
/** Fewer letters in a row may be a list: "a b c". */
const FEWEST_LETTERS = 5
/** Letters that stand close, as "TI" does in "S TI F TE LS E", are read together; more of the run stands alone. */
const LEAST_ALONE = 0.5

// "VA R AV", "O C H": words that stand alone over the parts of a sum, or on a line of a narrow label, whose letters are few
const ALONE = /^(?:(?:var|där|här)av:?|och)$/i

// "R", "Ä", "(", ":", "1" of "R E S U L T A T R Ä K N I N G  ( t k r ) :  2 0 1 1", "TI"
const LETTER = /^(?:[\p{L}()/.,:&-]{1,4}|\d)$/u

function join<Item extends Placed>(letters: readonly Item[]): Item {
  const [first, last] = [letters[0]!, letters.at(-1)!]
  const boxes = letters.map(({ word }) => word.box)
  const box = {
    x0: first.word.box.x0,
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: last.word.box.x1,
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  }
  const raw = letters.map(({ word }) => word.raw).join(' ')
  const confidence = Math.min(...letters.map(({ word }) => word.confidence))
  const text = letters.map(({ word }) => word.text).join('')
  return {
    ...first,
    x1: last.x1,
    word: { ...first.word, text, raw, box, confidence, alternatives: [], second: undefined },
  }
}

/** Cuts a run of letters into words, where the gaps between them are wider. */
function toWords<Item extends Placed>(run: readonly Item[]): Item[] {
  const alone = run.filter(({ word }) => /^\p{L}$/u.test(word.text)).length
  const marks = run.filter(({ word }) => /^\P{L}$/u.test(word.text)).length
  if (run.length > 1 && ALONE.test(run.map(({ word }) => word.text).join(''))) return [join(run)]
  if (alone < FEWEST_LETTERS || alone + marks < LEAST_ALONE * run.length) return [...run]
  const gaps = run.slice(1).map((letter, index) => letter.x0 - run[index]!.x1)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0
  const parting = Math.max(WORD_GAP.times * usual, usual + WORD_GAP.more * run[0]!.height)
  const words: Item[][] = [[run[0]!]]
  for (const [index, letter] of run.slice(1).entries()) {
    if (gaps[index]! > parting) words.push([letter])
    else words.at(-1)!.push(letter)
  }
  return words.map(join)
}

/** The words of a line, left to right, with those whose letters are set apart (as headings are) put together. */
export function joinSpaced<Item extends Placed>(line: readonly Item[]): Item[] {
  const joined: Item[] = []
  let run: Item[] = []
  const close = () => {
    if (run.length > 0) joined.push(...toWords(run))
    run = []
  }
  for (const one of line) {
    const before = run.at(-1)
    if (!LETTER.test(one.word.text)) close()
    else if (before !== undefined && one.x0 - before.x1 > WIDEST_GAP * one.height) close()
    if (LETTER.test(one.word.text)) run.push(one)
    else joined.push(one)
  }
  close()
  return joined
}
