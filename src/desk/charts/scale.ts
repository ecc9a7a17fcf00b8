/** Round values that span a range, from the least to the greatest, and the step between them. */
export interface Ticks {
  readonly values: readonly number[]
  readonly step: number
}

/** About `count` round values that span `low` to `high`, zero among them. */
export function roundTicks(low: number, high: number, count = 5): Ticks {
  const [from, to] = [Math.min(0, low), Math.max(0, high)]
  const rough = (to - from || 1) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  const first = Math.floor(from / step)
  const last = Math.max(Math.ceil(to / step), first + 1)
  return { values: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step), step }
}

/** A straight way from one range to another. */
export function scaleOf(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const width = from[1] - from[0] || 1
  return (value) => to[0] + ((value - from[0]) / width) * (to[1] - to[0])
}
