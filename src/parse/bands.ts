import { isNil, isWellGrouped } from './amount.js'
import type { Line, LineWord } from './line.js'
import { isFigurePhrase, isNoteWord, isUnitBehind, type Phrase, toPhrases } from './phrases.js'

/** Right edges of one column lie within this many heights of each other. */
const EDGE_REACH = 0.8
/** In a table of this many rows a column has more than one figure. */
const FEWEST_TO_JUDGE = 4

// what is no scrap of ink among heads: "2014", "Not", "kr", "%"
const SAYS_HEAD = /\d|\p{L}{3}|^[tkm]?kr\.?$|%/iu

/** Where a column stands across the page. */
export interface Band {
  readonly x0: number
  readonly x1: number
}

// "6 208000", "12 249920", "6 208000,50", "254 839 90": spaces between thousands lost, or the mark before öre
const UNEVEN = /^[-–(]?\d{1,3}(?: ?\d{3})+(?:[.,: ]\d\d)?\)?$/

/** How far behind its figure a unit may stand, in heights of a line. */
const UNIT_GAP = 1.6
/** How far in front of its figure a sign may stand, in heights of a line. */
const SIGN_REACH = 1.6

/** Whether a dash may be the sign of the figure behind it, though it stands apart. */
export function isSign(dash: Phrase, figure: Phrase | undefined, height: number, reach = SIGN_REACH): boolean {
  return (
    figure !== undefined &&
    isNil(dash.text) &&
    /^\d/.test(figure.text) &&
    isFigurePhrase(figure) &&
    figure.x0 - dash.x1 <= reach * height
  )
}

/** A phrase of a line with its place across the page. */
interface Place extends Band {
  readonly height: number
}

interface Counted extends Place {
  readonly count: number
}

/** Where the figures of a table stand across the page: from bands that overlap from row to row. */
export function findBands(lines: readonly Line[], headLines: readonly Line[], space: number): Band[] {
  const isColumnOfNotes = standInColumn(lines, space)
  const places = lines
    .flatMap((line) =>
      toPhrases(line, space)
        // "601 kr" over "-": what ends at the edge of the column is the unit
        .map((phrase, index, all) => ({ ...phrase, x1: endOfUnit(all[index + 1], phrase, line.height) }))
        .filter(
          (phrase, index, all) =>
            (index > 0 || line.words[0]!.x0 > 0.3) &&
            !isSign(phrase, all[index + 1], line.height) &&
            ((isFigurePhrase(phrase) &&
              (isWellGrouped(phrase.text) || UNEVEN.test(phrase.text) || isNil(phrase.text))) ||
              (isColumnOfNotes && isNoteWord(phrase))),
        )
        .map((phrase) => ({ x0: phrase.x0, x1: phrase.x1, height: line.height })),
    )
    .sort((a, b) => a.x1 - b.x1)
  const merged = withoutBridge(places)
  const most = Math.max(0, ...merged.map((band) => band.count))
  const isNamed = (band: Band) =>
    headLines.some((line) =>
      line.words.some(({ text, x0, x1 }) => SAYS_HEAD.test(text) && x1 > band.x0 && x0 < band.x1),
    )
  // a single mark among rows of figures is a speck, unless a head stands over it
  return merged.filter((band) => band.count > 1 || most < FEWEST_TO_JUDGE || isNamed(band))
}

/** Share of the references to notes that begin or end at one edge where they have a column of their own. */
const IN_COLUMN = 0.6

/** Whether references to notes stand in a column: right behind labels, each as long as it is, they stand anywhere. */
function standInColumn(lines: readonly Line[], space: number): boolean {
  const notes = lines.flatMap((line) =>
    toPhrases(line, space)
      .filter(isNoteWord)
      .map(({ x0, x1 }) => ({ x0, x1, reach: EDGE_REACH * line.height })),
  )
  const alike = (edge: 'x0' | 'x1'): number => {
    const counts = notes.map((one) => notes.filter((other) => Math.abs(one[edge] - other[edge]) <= one.reach).length)
    return Math.max(0, ...counts)
  }
  return Math.max(alike('x0'), alike('x1')) >= IN_COLUMN * notes.length
}

/** The bands of places without the one, if any, that alone joins two columns: its box reaches too far. */
function withoutBridge(places: readonly Place[]): Counted[] {
  const joined = joinPlaces(places)
  for (const lone of standAlone(places)) {
    const apart = joinPlaces(places.filter((place) => place !== lone))
    const fresh = apart.filter((band) => !joined.some(({ x0, x1 }) => x0 === band.x0 && x1 === band.x1))
    if (apart.length > joined.length && fresh.every(({ count }) => count >= FEWEST_TO_JUDGE)) return apart
  }
  return joined
}

/** Where a figure with the unit behind it ends. */
function endOfUnit(next: Phrase | undefined, { x1 }: Phrase, height: number): number {
  return next && isUnitBehind(next.text) && next.x0 - x1 < UNIT_GAP * height ? next.x1 : x1
}

/** The places that somewhere across the page have no other over or under them: a bridge between columns does. */
function standAlone(places: readonly Place[]): ReadonlySet<Place> {
  const edges = places
    .flatMap((place) => [
      { at: place.x0, place, opens: true },
      { at: place.x1, place, opens: false },
    ])
    .sort((a, b) => a.at - b.at)
  const open = new Set<Place>()
  const alone = new Set<Place>()
  for (const { place, opens } of edges) {
    if (opens) open.add(place)
    else open.delete(place)
    const [only] = open
    if (only && open.size === 1) alone.add(only)
  }
  return alone
}

/** Bands of places that overlap or end at one edge; the places by their right edges. */
function joinPlaces(places: readonly Place[]): Counted[] {
  const bands: { x0: number; x1: number; count: number; height: number }[] = []
  for (const place of places) {
    const band = bands.find(
      (other) =>
        Math.abs(other.x1 - place.x1) <= EDGE_REACH * place.height || (place.x0 < other.x1 && other.x0 < place.x1),
    )
    if (band) {
      band.x0 = Math.min(band.x0, place.x0)
      band.x1 = Math.max(band.x1, place.x1)
      band.count += 1
    } else bands.push({ ...place, count: 1 })
  }
  bands.sort((a, b) => a.x0 - b.x0)
  const merged: typeof bands = []
  for (const band of bands) {
    const last = merged.at(-1)
    if (last && band.x0 < last.x1 - 0.2 * band.height) {
      last.x1 = Math.max(last.x1, band.x1)
      last.count += band.count
    } else merged.push({ ...band })
  }
  return merged
}

/** The index of the band that a word belongs to; -1 for none. */
export function bandOf(word: LineWord, bands: readonly Band[], height: number): number {
  let best = -1
  let most = 0
  bands.forEach((band, index) => {
    const overlap = Math.min(word.x1, band.x1) - Math.max(word.x0, band.x0)
    if (overlap > most) {
      most = overlap
      best = index
    }
  })
  if (best >= 0) return best
  // figures stand to the right: what ends where a column ends is of it, what ends before one begins is its first digits
  const ends = bands.findIndex((band) => Math.abs(word.x1 - band.x1) <= 0.35 * height)
  if (ends >= 0) return ends
  const next = bands.findIndex((band) => band.x0 >= word.x1 && band.x0 - word.x1 <= 0.8 * height)
  return next >= 0 ? next : bands.findIndex((band) => Math.abs(word.x1 - band.x1) <= height)
}
