import { cleanWord, isMadeOfFigures } from './clean-word.js'
import { figureCharacters } from './cut-patch.js'
import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'
import type { PixelBox, Reader, ReadWord } from './reader.js'

const enlargedDpi = 300
/** All in heights of the cell. */
const joinsWithin = 0.9
const padding = { left: 0.75, right: 0.3, up: 0.2 }
const lineSpace = 0.7
const alignsWithin = 0.4
/** `Yo` for `%`; what was read worse than this may be a figure that was read as letters. */
const longestPercent = 2
const doubtfulConfidence = 0.8
const longestGarbled = 12
/** Cells on one sheet: more would make a picture that the reader shrinks from. */
const cellsToASheet = 120

/** Words of a first reading that stand side by side as one figure, and the patch of picture that they take up. */
interface Cell {
  readonly members: readonly number[]
  readonly box: PixelBox
}

/** Where a cell's patch was put on the sheet. */
interface Place {
  readonly cell: Cell
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/**
 * Reads the figures of a page a second time, from another preparation, with another model and nothing but figures to
 * choose from. Gives what was read for each word by its index; patches are stacked so that it takes one reading.
 */
export async function readFigures(
  words: readonly ReadWord[],
  twin: Picture,
  reader: Reader,
): Promise<Map<number, string>> {
  const cells = findCells(words, twin)
  const seconds = new Map<number, string>()
  for (let from = 0; from < cells.length; from += cellsToASheet) {
    const { sheet, places, scale } = await stackCells(cells.slice(from, from + cellsToASheet), twin)
    const read = await reader.read(sheet, { language: 'eng', mode: 6, characters: figureCharacters })
    for (const place of places) shareOut(place, read, words, scale, seconds)
  }
  return seconds
}

/** Groups figures on one line into cells; a patch reaches to the left for a minus, but never into another word. */
function findCells(words: readonly ReadWord[], page: Picture): Cell[] {
  const edges = words.filter(({ text }) => isMadeOfFigures(cleanWord(text))).map(({ box }) => box)
  const order = words.map((_, index) => index).filter((index) => mayBeFigure(words[index]!, edges))
  order.sort((a, b) => words[a]!.box.x0 - words[b]!.box.x0 || a - b)
  const groups: number[][] = []
  for (const index of order) {
    const { box } = words[index]!
    const group = groups.find((members) => {
      const last = words[members.at(-1)!]!.box
      const height = Math.max(last.y1 - last.y0, box.y1 - box.y0)
      return overlap(last, box) > 0.5 && box.x0 - last.x1 < joinsWithin * height
    })
    if (group) group.push(index)
    else groups.push([index])
  }
  return groups
    .map((members) => ({ members, box: padCell(members, words, page) }))
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)
}

/**
 * What is made of figures; what was badly read, and ends where the figures over and under it end; and what may be a
 * percent sign, which the first model does not know.
 */
function mayBeFigure({ text, confidence, box }: ReadWord, figures: readonly PixelBox[]): boolean {
  if (isMadeOfFigures(cleanWord(text))) return true
  const height = box.y1 - box.y0
  if (text.length <= longestPercent) {
    const follows = ({ x1, y0, y1 }: PixelBox): boolean =>
      box.x0 >= x1 && box.x0 - x1 < joinsWithin * height && y0 < box.y1 && y1 > box.y0
    if (figures.some(follows)) return true
  }
  if (confidence > doubtfulConfidence || text.length > longestGarbled) return false
  return figures.filter(({ x1 }) => Math.abs(x1 - box.x1) < alignsWithin * height).length >= 2
}

/** How much of the lower of two boxes' heights they share. */
function overlap(a: PixelBox, b: PixelBox): number {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  return shared / Math.max(1, Math.min(a.y1 - a.y0, b.y1 - b.y0))
}

function padCell(members: readonly number[], words: readonly ReadWord[], page: Picture): PixelBox {
  const boxes = members.map((index) => words[index]!.box)
  const tight = {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  }
  const height = tight.y1 - tight.y0
  let left = tight.x0 - padding.left * height
  let right = tight.x1 + padding.right * height
  for (const [index, { box }] of words.entries()) {
    if (members.includes(index) || overlap(box, tight) < 0.3) continue
    if (box.x1 <= tight.x0) left = Math.max(left, (box.x1 + tight.x0) / 2)
    if (box.x0 >= tight.x1) right = Math.min(right, (box.x0 + tight.x1) / 2)
  }
  return {
    x0: Math.max(0, Math.floor(left)),
    y0: Math.max(0, Math.floor(tight.y0 - padding.up * height)),
    x1: Math.min(page.width, Math.ceil(right)),
    y1: Math.min(page.height, Math.ceil(tight.y1 + padding.up * height)),
  }
}

async function stackCells(
  cells: readonly Cell[],
  twin: Picture,
): Promise<{ sheet: Picture; places: Place[]; scale: number }> {
  const margin = Math.round(twin.dpi / 10)
  const width = 2 * margin + Math.max(...cells.map(({ box }) => box.x1 - box.x0))
  const places: Place[] = []
  let top = margin
  for (const cell of cells) {
    const height = cell.box.y1 - cell.box.y0
    places.push({ cell, left: margin, top, bottom: top + height })
    top += Math.round(height * (1 + lineSpace))
  }
  const height = top + margin
  const data = new Uint8Array(width * height).fill(255)
  for (const { cell, top: at } of places) {
    const { x0, x1, y0, y1 } = cell.box
    for (let y = y0; y < y1; y++) {
      data.set(twin.data.subarray(y * twin.width + x0, y * twin.width + x1), (at + y - y0) * width + margin)
    }
  }
  const scale = Math.max(1, enlargedDpi / twin.dpi)
  const small = pictureToSharp({ width, height, data, dpi: twin.dpi })
  const large = small.resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill', kernel: 'cubic' })
  return { sheet: await sharpToPicture(large, twin.dpi * scale), places, scale }
}

/**
 * Gives each character that was read in a cell's place to its word: in order where there are as many as were read
 * first, else to the word that stands there, or nearest. A reader's boxes of characters may be out of order.
 */
function shareOut(
  { cell, left, top, bottom }: Place,
  read: readonly ReadWord[],
  words: readonly ReadWord[],
  scale: number,
  seconds: Map<number, string>,
): void {
  const inPlace = read.filter(({ box }) => {
    const middle = (box.y0 + box.y1) / 2 / scale
    return middle >= top && middle < bottom
  })
  const characters = inPlace.flatMap((word) => word.characters)
  const lengths = cell.members.map((index) => cleanWord(words[index]!.text).length)
  if (characters.length === lengths.reduce((sum, length) => sum + length, 0)) {
    let at = 0
    for (const [i, index] of cell.members.entries()) {
      const own = characters.slice(at, at + lengths[i]!)
      seconds.set(index, own.map(({ text }) => text).join(''))
      at += own.length
    }
    return
  }
  for (const index of cell.members) seconds.set(index, '')
  for (const { text, box } of characters) {
    const x = (box.x0 + box.x1) / 2 / scale + cell.box.x0 - left
    let nearest = cell.members[0]!
    for (const index of cell.members) {
      if (distance(words[index]!.box, x) < distance(words[nearest]!.box, x)) nearest = index
    }
    seconds.set(nearest, (seconds.get(nearest) ?? '') + text)
  }
}

function distance({ x0, x1 }: PixelBox, x: number): number {
  return Math.max(x0 - x, x - x1, 0)
}
