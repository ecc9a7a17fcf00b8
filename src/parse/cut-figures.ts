import type { Amount } from '../model/report.js'
import { isNil, readAmount } from './amount.js'
import type { CellOption } from './entry.js'

/** A figure is printed in at most this many words: a sign and four groups of thousands. */
const MOST_WORDS = 5
/** Lines that can be cut in more ways than can be gone through in this many steps are no rows of a table. */
const MOST_STEPS = 20_000
/** At most this many ways of cutting one line are kept. */
const MOST_OPTIONS = 24

interface Piece {
  readonly text: string
  readonly cost: number
}

// "1", "986", "3971903", "-145", "(12", "=725", "67", "0,5", "972:50", "972:-"
const OPENING = /^[-–—−~=«+(]*\d+(?:[.,:]\d+)*(?:[:,](?=[-–—]))?\)?[-–—]?%?$/
// "972", "972)", "972,50-", "972:-": a group of thousands, with the end of its figure
const GROUP = /^\d{3}(?:,\d{1,2}|[.:]\d\d|[:,](?=[-–—]))?\)?[-–—]?%?$/
// "972)", "972,50", "972:-": no group of thousands goes on behind it
const CLOSED = /\d[:,]?[)%–—-]+$|,\d{1,2}$|[.:]\d\d$/
// "-012": a nought in front of other digits; not "0,50"
const LEADING_NOUGHT = /^\D*0\d/

/** Whether a word of plain text may belong to the figures at the end of a line. */
export function isFigureToken(token: string): boolean {
  if (isNil(token) || /^%|^[[({][\dOo4]\)?[\])}]?$/.test(token)) return true
  return /\d/.test(token) && readAmount(token) !== undefined && !/^\d+[.:]$/.test(token)
}

// "Växjö den 20 oktober 2017", "Revisionsberättelse för år 2019"
const ENDS_WITH_DATE =
  /(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|år)\s+(?:19|20)\d\d$/i

// "364 192 kronor", "762 kr.": the unit behind a figure
const UNIT_BEHIND = /^kr(?:onor)?\.?$/i

/** Splits a line of plain text into its label and the figures at its end. */
export function splitTail(text: string): { label: string; tokens: string[] } {
  const tokens = text.split(' ').filter((token) => token !== '')
  if (ENDS_WITH_DATE.test(text)) return { label: text, tokens: [] }
  let start = tokens.length
  while (
    start > 0 &&
    (isFigureToken(tokens[start - 1]!) || (UNIT_BEHIND.test(tokens[start - 1]!) && start === tokens.length))
  )
    start -= 1
  // a dash with nothing but words around it is no figure: "Administration -"
  const tail = tokens.slice(start).filter((token) => !UNIT_BEHIND.test(token))
  if (!tail.some((token) => /\d/.test(token)) && tail.some((token) => token.length > 2))
    return { label: text, tokens: [] }
  return { label: tokens.slice(0, start).join(' '), tokens: tail }
}

/** All ways of cutting the tokens into printed figures, cheapest first. */
function cutTokens(tokens: readonly string[], most: number): Piece[][] {
  const results: { pieces: Piece[]; cost: number }[] = []
  let steps = 0
  const walk = (at: number, pieces: Piece[], cost: number) => {
    // a figure takes at most five words: what is left must still fit into the figures that are left
    const room = MOST_WORDS * (most + 1 - pieces.length)
    steps += 1
    if (results.length > 400 || steps > MOST_STEPS || pieces.length > most + 1 || tokens.length - at > room) return
    if (at === tokens.length) {
      results.push({ pieces, cost })
      return
    }
    const token = tokens[at]!
    const next = tokens[at + 1]
    if (/^[-–—−~=+]$/.test(token) && next !== undefined && /^\d/.test(next)) {
      // "- 32 356": a sign that stands apart, or a printed nil before a figure
      walk(at + 1, [...pieces, { text: token, cost: 1 }], cost + 1)
      extend(at + 2, `${token}${next}`, pieces, cost)
      return
    }
    if (isNil(token)) {
      walk(at + 1, [...pieces, { text: token, cost: 0 }], cost)
      return
    }
    if (token === '%') {
      const last = pieces.at(-1)
      walk(at + 1, last ? [...pieces.slice(0, -1), { ...last, text: `${last.text} %` }] : pieces, cost)
      return
    }
    if (!OPENING.test(token)) {
      walk(at + 1, [...pieces, { text: token, cost: 2 }], cost + 2)
      return
    }
    extend(at + 1, token, pieces, cost)
  }
  const extend = (at: number, figure: string, pieces: Piece[], cost: number) => {
    const digits = figure.replace(/\D/g, '')
    const closed = CLOSED.test(figure)
    const unsplit = /\d{4,}/.test(figure.replace(/ /g, '|').split('|')[0] ?? '')
    // digits set in one run beside others that are grouped: read so, but not the printer's habit
    const own = LEADING_NOUGHT.test(figure) ? 3 : unsplit ? 0.2 : 0
    walk(at, [...pieces, { text: figure, cost: own }], cost + own)
    const next = tokens[at]
    if (!closed && next !== undefined && GROUP.test(next) && digits.length < 13)
      extend(at + 1, `${figure} ${next}`, pieces, cost)
  }
  walk(0, [], 0)
  return results.sort((a, b) => a.cost - b.cost || a.pieces.length - b.pieces.length).map((result) => result.pieces)
}

/** Amounts beside each other are mostly of a size; each digit of difference speaks against a cut. */
const UNEVEN = 0.1
/** And they have decimals or have none. */
const UNFORMED = 0.4
// "234,50", "234.50-"
const WITH_DECIMALS = /[.,:]\d{1,2}\D*$/

function unevenness(pieces: readonly Piece[]): number {
  const amounts = pieces.filter((piece) => !/%/.test(piece.text) && /[1-9]/.test(piece.text)).map(({ text }) => text)
  const lengths = amounts.map((text) => text.replace(/\D/g, '').length)
  const formed = amounts.filter((text) => WITH_DECIMALS.test(text)).length
  const unformed = formed === 0 ? 0 : UNFORMED * (amounts.length - formed)
  return (
    unformed + lengths.slice(1).reduce((sum, length, index) => sum + UNEVEN * Math.abs(length - lengths[index]!), 0)
  )
}

/** How many figures the tokens most naturally hold. */
export function countFigures(tokens: readonly string[], mayRefer: boolean): number {
  const figures = mayRefer && tokens.length > 1 && REFERENCE.test(tokens[0]!) ? tokens.slice(1) : tokens
  const ways = cutTokens(figures, 12).map((pieces) => ({
    pieces,
    cost: pieces.reduce((sum, piece) => sum + piece.cost, unevenness(pieces)),
  }))
  return ways.sort((a, b) => a.cost - b.cost || a.pieces.length - b.pieces.length)[0]?.pieces.length ?? 0
}

function pieceToAmount(piece: Piece, page: number): Amount | null {
  const read = readAmount(piece.text)
  const digits = piece.text.replace(/\D/g, '')
  if (!read && digits === '') return null
  return {
    value: read ? read.value : Number(digits.slice(0, 15)),
    decimals: read?.decimals ?? 0,
    raw: piece.text,
    page,
    box: null,
    confidence: read && !read.guessed ? 1 : 0.5,
    alternatives: [],
    second: null,
    typed: false,
    doubts: read
      ? read.guessed
        ? [`letters in "${piece.text}" were taken for digits`]
        : []
      : [`"${piece.text}" is not a figure that can be read`],
  }
}

/** Ways of placing `count` figures in `columns` columns, in order. */
function placements(count: number, columns: number): number[][] {
  const ways: number[][] = []
  const walk = (from: number, chosen: number[]) => {
    if (chosen.length === count) {
      ways.push(chosen)
      return
    }
    for (let column = from; column <= columns - (count - chosen.length); column++) walk(column + 1, [...chosen, column])
  }
  walk(0, [])
  return ways
}

// "4", "12", "8a"
const REFERENCE = /^\d{1,2}[a-z]?$/

/**
 * The ways of reading the figures at the end of a line of plain text into `columns` columns, where each space may part
 * thousands or amounts; `mayRefer` tells that a note's number may stand first.
 */
export function cutFigures(tokens: readonly string[], columns: number, mayRefer: boolean, page: number): CellOption[] {
  const options: CellOption[] = []
  const add = (figures: readonly string[], noteRef: string | null, extra: number) => {
    for (const pieces of cutTokens(figures, columns)) {
      if (pieces.length === 0 || pieces.length > columns) continue
      const price = pieces.reduce((sum, piece) => sum + piece.cost, unevenness(pieces))
      const values = pieces.map((piece) => pieceToAmount(piece, page))
      const ways = placements(pieces.length, columns)
      ways.forEach((way, order) => {
        const cells: (Amount | null)[] = Array.from({ length: columns }, () => null)
        way.forEach((column, place) => {
          cells[column] = values[place] ?? null
        })
        // fewer figures than columns: some are blank, and which is not told
        const missing = (columns - pieces.length) * 1.5
        options.push({ cells, noteRef, cost: price + extra + missing + order * 0.01 })
      })
    }
  }
  const first = tokens[0]
  if (mayRefer && first !== undefined && REFERENCE.test(first) && tokens.length > 1) add(tokens.slice(1), first, 0)
  add(tokens, null, 0)
  return options.sort((a, b) => a.cost - b.cost).slice(0, MOST_OPTIONS)
}
