import type { Island } from './find-islands.js'
import { findLowIslands } from './find-low-islands.js'
import type { Picture } from './picture.js'

/** All in heights of a lower-case letter. */
const dotHeight = { least: 0.1, most: 0.4 }
const mostPitch = 1.6
/** How far up or down the next dot may stand, and how near over or under it no letter may. */
const mostStep = 0.15
const clearHeight = 0.4
const letterSpace = 0.35
const lineHeight = 0.8
/** Pixels at 200 dots to the inch that a dot's grey fringe reaches. */
const fringe = 2
const leastDots = 5
/** Dots in a row that may make it a dotted rule, pixels by which they may step, and pitches that a letter's tail may cover. */
const ruleDots = 20
const ruleStep = 1.5
const coveredPitches = 5
/** How near beside a rule's dot, in heights of a lower-case letter, no letter may stand. */
const ruleSpace = 0.5
/** Dots in a row may be missing: a gap is as many pitches wide, within a share of one. */
const mostPitches = 3
const pitchTolerance = 0.3
/** Share of the gaps in a row that must keep to the pitch. */
const regularShare = 0.6
/** Share of the islands in a row that must be single dots: dashes are none. */
const singleShare = 0.3
/** An island wider than this many heights is several dots that flowed together, or a dash. */
const roundWidth = 1.8
/** Share of a typed rule that is ink, and the same where there are so many dashes that nothing else can be meant. */
const dashCover = 0.55
const longRule = { dashes: 9, cover: 0.3 }

/** A dot, or several that flowed together: centres of the first and the last of them. */
interface Dot extends Island {
  readonly first: number
  readonly last: number
  readonly middle: number
}

/**
 * The dotted leaders between labels and figures, and the rules over and under sums that were typed with dashes or signs
 * of equality: 1 for each pixel that may be painted over, undefined where a page has none. A leader is five dots or more
 * on one line, evenly spaced but for what is missing, with no letter between, over or under them, and so is a typed rule
 * of dashes that stand closer than they are wide; a row of many goes on between close lines of text, where no letter stands
 * beside its dots. That leaves the dots of å, ä, ö and i, full stops, minus signs and short ellipses. The page should be
 * level.
 */
export function findLeaders(picture: Picture, inkBelow: number): Uint8Array | undefined {
  const { width, dpi } = picture
  const { letterHeight, low, high } = findLowIslands(picture, inkBelow, dotHeight.most)
  const page: InkPage = { width, high, letterHeight }
  const dots = low.filter((island) => isDotSized(island, letterHeight)).map(toDot)
  const clear = findRows(
    dots.filter((dot) => isClear(dot, page)),
    page,
  )
  if (clear.length === 0) return undefined
  const lines = linesOf(dots)
  const rows = clear.map((row) => (row.length < ruleDots ? row : goOn(row, lines, page)))
  const mask = new Uint8Array(high.length)
  const pad = Math.max(1, Math.round((fringe * dpi) / 200))
  for (const row of rows) {
    // The last dot is often cut by the edge of its cell.
    const end = row.at(-1)!
    const cut = { ...end, x1: end.x1 + Math.round(pitchOf(row, letterHeight)) }
    for (const [at, dot] of row.entries()) markSpan(mask, page, dot, row[at + 1] ?? cut, pad)
  }
  return mask
}

interface InkPage {
  readonly width: number
  /** 1 where there is ink of letters. */
  readonly high: Uint8Array
  readonly letterHeight: number
}

function isDotSized({ x0, x1, y0, y1 }: Island, letterHeight: number): boolean {
  const least = dotHeight.least * letterHeight
  const [wide, tall] = [x1 - x0 + 1, y1 - y0 + 1]
  // a dash is as low as its stroke
  return wide >= least && (tall >= least || wide >= roundWidth * tall)
}

function isClear({ x0, x1, y0, y1 }: Island, page: InkPage): boolean {
  const clear = Math.round(clearHeight * page.letterHeight)
  return !holdsLetter(page, x0, x1, y0 - clear, y1 + clear)
}

function toDot(island: Island): Dot {
  const { x0, x1, y0, y1 } = island
  const tall = y1 - y0 + 1
  const wide = x1 - x0 + 1
  const centre = (x0 + x1) / 2
  const [first, last] = wide > roundWidth * tall ? [x0 + (tall - 1) / 2, x1 - (tall - 1) / 2] : [centre, centre]
  return { ...island, first, last, middle: (y0 + y1) / 2 }
}

/** The dots by the row of pixels that their middles stand in, from left to right. */
function linesOf(dots: readonly Dot[]): Map<number, Dot[]> {
  const lines = new Map<number, Dot[]>()
  for (const dot of inOrder(dots)) {
    const line = lines.get(Math.floor(dot.middle))
    if (line) line.push(dot)
    else lines.set(Math.floor(dot.middle), [dot])
  }
  return lines
}

function inOrder(dots: readonly Dot[]): Dot[] {
  return [...dots].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)
}

function findRows(dots: readonly Dot[], page: InkPage): Dot[][] {
  const lines = linesOf(dots)
  const order = inOrder(dots)
  const taken = new Set<Dot>()
  const rows: Dot[][] = []
  for (const start of order) {
    if (taken.has(start)) continue
    const row = findBrokenRule(start, lines, page) ?? findRow(start, lines, page)
    if (!row) continue
    for (const dot of row) taken.add(dot)
    rows.push(row)
  }
  return rows
}

type DotLines = ReadonlyMap<number, readonly Dot[]>

/** The long rule of dashes or dots that begins with one, and goes on below words and figures. */
function findBrokenRule(start: Dot, lines: DotLines, page: InkPage): Dot[] | undefined {
  const row = leaveFullStops(followRow(start, lines, page, 0), page)
  if (row.length < longRule.dashes) return undefined
  const { width, pitch, gaps } = measureRow(row)
  return pitch <= mostPitch * page.letterHeight && width >= longRule.cover * pitch && areSpaced(gaps, pitch)
    ? row
    : undefined
}

function findRow(start: Dot, lines: DotLines, page: InkPage): Dot[] | undefined {
  const row = leaveFullStops(followRow(start, lines, page, lineHeight), page)
  if (row.length < leastDots) return undefined
  return isDashed(row, page.letterHeight) || isRegular(row, page.letterHeight) ? row : undefined
}

/** The dots to the right of a first one, each the nearest to the last, as far as nothing stands between or so high over them. */
function followRow(start: Dot, lines: DotLines, page: InkPage, clearOver: number): Dot[] {
  const { letterHeight } = page
  const step = Math.max(1.5, mostStep * letterHeight)
  const row = [start]
  for (;;) {
    const dot = row.at(-1)!
    let next: Dot | undefined
    for (let y = Math.floor(dot.middle - step); y <= dot.middle + step; y++) {
      const found = lines.get(y)?.find(({ x0, middle }) => x0 > dot.x1 && Math.abs(middle - dot.middle) <= step)
      if (found && (!next || found.x0 < next.x0)) next = found
    }
    if (!next || next.first - dot.last > mostPitches * mostPitch * letterHeight) return row
    const top = Math.min(dot.y0, next.y0) - Math.round(clearOver * letterHeight)
    const bottom = Math.max(dot.y1, next.y1) + Math.round(clearHeight * letterHeight)
    if (holdsLetter(page, dot.x1 + 1, next.x0 - 1, top, bottom)) return row
    row.push(next)
  }
}

/** A row of many dots may be a dotted rule: with what it goes on by over and under the letters of the lines beside it. */
function goOn(row: readonly Dot[], lines: DotLines, page: InkPage): Dot[] {
  const pitch = pitchOf(row, page.letterHeight)
  const follow = (end: Dot, gapTo: (dot: Dot, next: Dot) => number): Dot[] => {
    const found: Dot[] = []
    for (let next: Dot | undefined = end; next; ) {
      const last: Dot = next
      next = nextOfRule(lines, last, pitch, (dot) => gapTo(last, dot), page)
      if (next) found.push(next)
    }
    return found
  }
  const before = follow(row[0]!, (dot, next) => dot.first - next.last)
  const behind = follow(row.at(-1)!, (dot, next) => next.first - dot.last)
  return [...before.reverse(), ...row, ...behind]
}

/** The nearest dot on the level and the pitch of a rule's last one, with no letter beside it: a full stop has some. */
function nextOfRule(
  lines: DotLines,
  { middle }: Dot,
  pitch: number,
  gapTo: (dot: Dot) => number,
  page: InkPage,
): Dot | undefined {
  const space = Math.round(ruleSpace * page.letterHeight)
  let nearest: Dot | undefined
  for (let y = Math.floor(middle - ruleStep); y <= middle + ruleStep; y++) {
    for (const dot of lines.get(y) ?? []) {
      const gap = gapTo(dot)
      const pitches = Math.round(gap / pitch)
      if (pitches < 1 || pitches > coveredPitches || Math.abs(gap - pitches * pitch) > pitchTolerance * pitch) continue
      if (nearest && gapTo(nearest) <= gap) continue
      if (!holdsLetter(page, dot.x0 - space, dot.x1 + space, dot.y0, dot.y1)) nearest = dot
    }
  }
  return nearest
}

/** Without a dot at either end that stands close by a letter and off the pitch. */
function leaveFullStops(row: Dot[], page: InkPage): Dot[] {
  const pitch = pitchOf(row, page.letterHeight)
  const space = Math.round(letterSpace * page.letterHeight)
  const top = (dot: Dot): number => dot.y0 - Math.round(lineHeight * page.letterHeight)
  const isOff = (a: Dot | undefined, b: Dot | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(b.first - a.last - pitch) > pitchTolerance * pitch
  const [first, last] = [row[0]!, row.at(-1)!]
  const from = isOff(first, row[1]) && holdsLetter(page, first.x0 - space, first.x0 - 1, top(first), first.y1) ? 1 : 0
  const stops = isOff(row.at(-2), last) && holdsLetter(page, last.x1 + 1, last.x1 + space, top(last), last.y1)
  return row.slice(from, stops ? -1 : undefined)
}

/** The usual distance from a dot to the next; 0 where none stand close. */
function pitchOf(row: readonly Dot[], letterHeight: number): number {
  const gaps = gapsOf(row).filter((gap) => gap <= mostPitch * letterHeight)
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
}

function gapsOf(row: readonly Dot[]): number[] {
  return row.slice(1).map((dot, at) => dot.first - row[at]!.last)
}

/** The middling width and height of what is in a row, and how far each stands from the one before, by their middles. */
function measureRow(row: readonly Dot[]): { width: number; tall: number; pitch: number; gaps: number[] } {
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!
  const centre = ({ x0, x1 }: Dot): number => (x0 + x1) / 2
  const gaps = row.slice(1).map((dash, at) => centre(dash) - centre(row[at]!))
  return {
    width: middle(row.map(({ x0, x1 }) => x1 - x0 + 1)),
    tall: middle(row.map(({ y0, y1 }) => y1 - y0 + 1)),
    pitch: middle([...gaps]),
    gaps,
  }
}

/** Whether the islands are dashes that a typewriter set one beside the other: all as far apart, and not far. */
function isDashed(row: readonly Dot[], letterHeight: number): boolean {
  const { width, tall, pitch, gaps } = measureRow(row)
  const cover = row.length < longRule.dashes ? dashCover : longRule.cover
  if (pitch > mostPitch * letterHeight || width < cover * pitch || width < roundWidth * tall) return false
  return areSpaced(gaps, pitch)
}

/** Whether most of the gaps are a pitch wide, or as many pitches as there are dots missing. */
function areSpaced(gaps: readonly number[], pitch: number): boolean {
  const regular = gaps.filter((gap) => {
    const pitches = Math.round(gap / pitch)
    return pitches >= 1 && pitches <= mostPitches && Math.abs(gap - pitches * pitch) <= pitchTolerance * pitch
  })
  return regular.length >= leastDots - 1 && regular.length >= regularShare * gaps.length
}

function isRegular(row: readonly Dot[], letterHeight: number): boolean {
  const pitch = pitchOf(row, letterHeight)
  const singles = row.filter(({ first, last }) => first === last).length
  return pitch > 0 && singles >= singleShare * row.length && areSpaced(gapsOf(row), pitch)
}

function holdsLetter({ width, high }: InkPage, x0: number, x1: number, y0: number, y1: number): boolean {
  const [from, to] = [Math.max(0, x0), Math.min(width - 1, x1)]
  const bottom = Math.min(high.length / width - 1, y1)
  for (let y = Math.max(0, y0); y <= bottom; y++) {
    for (let i = y * width + from; i <= y * width + to; i++) if (high[i] === 1) return true
  }
  return false
}

/** Marks what lies from one dot to the next, but no letter that runs into it nor its fringe. */
function markSpan(mask: Uint8Array, page: InkPage, from: Dot, to: Dot, pad: number): void {
  const { width, high } = page
  const bottom = Math.min(high.length / width - 1, Math.max(from.y1, to.y1) + pad)
  for (let y = Math.max(0, Math.min(from.y0, to.y0) - pad); y <= bottom; y++) {
    for (let x = Math.max(0, from.x0 - pad); x <= Math.min(width - 1, to.x1 + pad); x++) {
      if (!holdsLetter(page, x - 1, x + 1, y - 1, y + 1)) mask[y * width + x] = 1
    }
  }
}
