import type { GreyPicture } from './wear.js'

/**
 * The page as it lies curled on the glass: lines bend by up to `bend` of the page's height, and a shadow falls where it
 * is bound.
 */
export function curlPage({ data, width, height }: GreyPicture, bend: number, boundLeft: boolean): GreyPicture {
  const curled = Buffer.alloc(data.length, 255)
  for (let x = 0; x < width; x++) {
    const away = (boundLeft ? x : width - 1 - x) / width
    // The rise is steep beside the binding and fades out over the page.
    const shift = bend * height * Math.exp(-3.2 * away) * Math.sin(1.2 + 2 * away)
    const shade = 1 - 0.45 * Math.exp(-28 * away)
    const [whole, part] = [Math.floor(shift), shift - Math.floor(shift)]
    for (let y = 0; y < height; y++) {
      const from = y + whole
      if (from < 0 || from + 1 >= height) continue
      const above = data[from * width + x] ?? 255
      const below = data[(from + 1) * width + x] ?? 255
      curled[y * width + x] = Math.round((above * (1 - part) + below * part) * shade)
    }
  }
  return { data: curled, width, height }
}
