import { type Picture, pictureToSharp, sharpToPicture } from './picture.js'
import { stretchRows } from './stretch-picture.js'

/** A cell is so large, in inches, that there is paper in it between the letters. */
const cellInches = 0.125
/** The paper's shade is where this share of a cell's pixels is brighter. */
const brighterShare = 0.3
/** Ratios of ink to paper that become black and white. */
const [blackAt, whiteAt] = [0.15, 0.95]

/** What each grey becomes over paper of each shade, 256 greys a shade. */
const evened = Uint8Array.from({ length: 1 << 16 }, (_, at) => {
  const ratio = (at & 255) / Math.max(1, at >> 8)
  return Math.max(0, Math.min(255, Math.round(((ratio - blackAt) * 255) / (whiteAt - blackAt))))
})

/** Divides by the paper's own shade, so that it becomes white all over. */
export async function evenBackground(picture: Picture): Promise<Picture> {
  const { width, height, data, dpi } = picture
  const shades = stretchRows(await paperShades(picture), width, height)
  const shade = new Uint8Array(width)
  const even = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    shades.write(y, shade)
    divideRow(data, shade, y * width, even)
  }
  return { width, height, data: even, dpi }
}

function divideRow(data: Uint8Array, shade: Uint8Array, from: number, out: Uint8Array): void {
  for (let x = 0; x < shade.length; x++) out[from + x] = evened[(shade[x]! << 8) | data[from + x]!]!
}

/** The paper's shade in each cell, one pixel a cell, free of what stands out. */
async function paperShades({ width, height, data, dpi }: Picture): Promise<Picture> {
  const cell = Math.max(8, Math.round(dpi * cellInches))
  const columns = Math.max(2, Math.ceil(width / cell))
  const rows = Math.max(2, Math.ceil(height / cell))
  const shades = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const histogram = new Uint32Array(256)
      let count = 0
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 2) {
        for (let x = column * cell; x < Math.min(width, (column + 1) * cell); x += 2) {
          histogram[data[y * width + x]!]!++
          count++
        }
      }
      shades[row * columns + column] = count === 0 ? 255 : brightQuantile(histogram, count)
    }
  }
  const small = pictureToSharp({ width: columns, height: rows, data: shades, dpi })
  return sharpToPicture(small.median(Math.min(5, columns, rows)).blur(1.5), dpi)
}

function brightQuantile(histogram: Uint32Array, count: number): number {
  let sum = 0
  let value = 255
  while (value > 0 && sum + histogram[value]! < count * brighterShare) sum += histogram[value--]!
  return value
}
