import type { Random } from './random.js'

type Size = { width: number; height: number }

/** A line that a hand draws in quick loops, as wide as `reach` and as high as `rise`, in pixels. */
function scribble(
  random: Random,
  from: { x: number; y: number },
  reach: number,
  rise: number,
  strokes: number,
): string {
  let { x, y } = from
  let path = `M${x} ${y}`
  for (let stroke = 0; stroke < strokes; stroke++) {
    const [dx, dy] = [((random.next() + 0.1) * reach) / strokes, (random.next() - 0.5) * rise]
    path += ` c${-dx} ${-rise * random.next()} ${2 * dx} ${-dy} ${dx} ${dy}`
    x += dx
    y += dy
  }
  return path
}

/** Stamps, signatures across the figures and an auditor's ticks beside them, as SVG of the page's size. */
export function drawStamps(random: Random, { width, height }: Size): string {
  const unit = width / 210
  const [x, y] = [random.between(60, 150) * unit, random.between(60, 230) * unit]
  const stamp =
    `<g transform="translate(${x} ${y}) rotate(${random.between(-14, 14)})" opacity="0.55" fill="none" stroke="#555">` +
    `<rect width="${52 * unit}" height="${18 * unit}" stroke-width="${unit}"/>` +
    `<text x="${4 * unit}" y="${8 * unit}" font-family="Liberation Sans" font-weight="bold" font-size="${6 * unit}" fill="#555" stroke="none">INKOM</text>` +
    `<text x="${4 * unit}" y="${15 * unit}" font-family="Liberation Sans" font-size="${5 * unit}" fill="#555" stroke="none">${random.between(1, 28)} MAJ ${random.between(1990, 2020)}</text></g>`
  const signatures = Array.from({ length: 3 }, () => {
    const from = { x: random.between(40, 150) * unit, y: random.between(120, 270) * unit }
    return `<path d="${scribble(random, from, 60 * unit, 16 * unit, 9)}" fill="none" stroke="#3c3c4c" stroke-width="${0.5 * unit}"/>`
  })
  const ticks = Array.from({ length: 12 }, () => {
    const [tx, ty] = [random.between(120, 196) * unit, random.between(40, 250) * unit]
    return `<path d="M${tx} ${ty} l${unit} ${2 * unit} l${2.5 * unit} ${-5 * unit}" fill="none" stroke="#777" stroke-width="${0.35 * unit}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${stamp}${signatures.join('')}${ticks.join('')}</svg>`
}
