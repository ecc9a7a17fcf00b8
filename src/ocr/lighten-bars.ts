import type { Picture } from './picture.js'

/** Inches: a cell of the search, and how wide and high a bar is; photographs are higher. */
const cellInches = 0.04
const leastWidth = 1.2
const height = { least: 0.11, most: 0.6 }
/** A cell is dark whose mean is below this share of the grey of the paper around: light letters stand in it. */
const darkShare = 0.62
/** Inches over and under a cell in which there is bare paper, also where the light falls off. */
const paperWithin = 0.8
/** Share of a bar's cells that are dark. */
const leastDark = 0.7

interface Bar {
  /** Cells of each column of cells, from the first to the last that is dark. */
  readonly columns: ReadonlyMap<number, { top: number; bottom: number }>
}

/** The picture with dark on light what is printed light on dark in bars across the page: titles, heads of tables. */
export function lightenBars(picture: Picture, paper: number): Picture {
  const cell = Math.max(4, Math.round(cellInches * picture.dpi))
  const bars = findBars(picture, cell, paper)
  if (bars.length === 0) return picture
  const data = picture.data.slice()
  for (const bar of bars) turnBar(picture, data, bar, cell, paper)
  return { ...picture, data }
}

function findBars(picture: Picture, cell: number, paper: number): Bar[] {
  const { width, dpi } = picture
  const across = Math.floor(width / cell)
  const sums = sumCells(picture, cell)
  const size = cell * cell
  const greyAt = (at: number): number => Math.floor((sums[at] ?? 0) / size)
  const reach = across * Math.round((paperWithin * dpi) / cell)
  const isDark = new Uint8Array(sums.length)
  for (let at = 0; at < sums.length; at++) {
    const grey = greyAt(at)
    if (grey >= darkShare * paper) continue
    let around = grey
    for (let near = at - reach; near <= at + reach; near += across) around = Math.max(around, greyAt(near))
    if (grey < darkShare * Math.min(paper, around)) isDark[at] = 1
  }
  const bars: Bar[] = []
  for (let start = 0; start < isDark.length; start++) {
    if (isDark[start] !== 1) continue
    const cells = growPatch(isDark, start, across)
    const columns = new Map<number, { top: number; bottom: number }>()
    for (const at of cells) {
      const [x, y] = [at % across, Math.floor(at / across)]
      const { top, bottom } = columns.get(x) ?? { top: y, bottom: y }
      columns.set(x, { top: Math.min(top, y), bottom: Math.max(bottom, y) })
    }
    const area = [...columns.values()].reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)
    const inches = (cells: number): number => (cells * cell) / dpi
    const tall = inches(area / columns.size)
    if (inches(columns.size) < leastWidth || tall < height.least || tall > height.most) continue
    if (cells.length >= leastDark * area) bars.push({ columns })
  }
  return bars
}

/** The sum of the greys of each cell, row by row; what is less than a cell at the right and at the foot is left out. */
function sumCells({ width, height: rows, data }: Picture, cell: number): Uint32Array {
  const [across, down] = [Math.floor(width / cell), Math.floor(rows / cell)]
  const sums = new Uint32Array(across * down)
  for (let y = 0; y < down * cell; y++) addRow(data, y * width, cell, sums, Math.floor(y / cell) * across, across)
  return sums
}

/** Adds a row of pixels, from one on, to the sums of so many cells, from one on. */
function addRow(data: Uint8Array, from: number, cell: number, sums: Uint32Array, first: number, cells: number): void {
  for (let at = 0, i = from; at < cells; at++) {
    let sum = 0
    for (const end = i + cell; i < end; i++) sum += data[i]!
    sums[first + at]! += sum
  }
}

/** The dark cells that hang together with one, which are then dark no more. */
function growPatch(isDark: Uint8Array, start: number, across: number): number[] {
  const cells = [start]
  isDark[start] = 0
  for (const at of cells) {
    const sides = at % across === 0 ? [1] : at % across === across - 1 ? [-1] : [-1, 1]
    for (const near of [...sides.map((side) => at + side), at - across, at + across]) {
      if (isDark[near] !== 1) continue
      isDark[near] = 0
      cells.push(near)
    }
  }
  return cells
}

/** Turns the greys of a bar about, strip by strip, since the page may not be level yet. */
function turnBar(
  { width, height: rows, data }: Picture,
  out: Uint8Array,
  { columns }: Bar,
  cell: number,
  paper: number,
): void {
  const own = [...columns].flatMap(([x, { top, bottom }]) => {
    const middle = Math.floor(((top + bottom + 1) / 2) * cell)
    return Array.from({ length: cell }, (_, step) => data[middle * width + x * cell + step]!)
  })
  const ground = own.sort((a, b) => a - b)[own.length >> 1]!
  const dark = (ground + paper) / 2
  const [first, last] = [Math.min(...columns.keys()), Math.max(...columns.keys())]
  for (const [x, { top, bottom }] of columns) {
    const from = x === first ? Math.max(0, (x - 1) * cell) : x * cell
    const to = Math.min(width, x === last ? (x + 2) * cell : (x + 1) * cell)
    for (let column = from; column < to; column++) {
      const isOutside = column < x * cell || column >= (x + 1) * cell
      const middle = data[Math.floor(((top + bottom + 1) / 2) * cell) * width + column]!
      if (isOutside && middle >= dark) continue
      const at = (y: number): number => data[y * width + column]!
      let [y0, y1] = [Math.max(0, (top - 1) * cell), Math.min(rows - 1, (bottom + 2) * cell)]
      while (y0 < y1 && at(y0) >= dark) y0++
      while (y1 > y0 && at(y1) >= dark) y1--
      for (let y = y0; y <= y1; y++) out[y * width + column] = Math.max(0, Math.min(255, paper + ground - at(y)))
    }
  }
}
