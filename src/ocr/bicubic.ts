const steps = 64
/** What the weights of four pixels add up to, as a power of two. */
export const weightBits = 12
/** Half of that: added before the bits are dropped, it rounds. */
export const halfWeight = 1 << (weightBits - 1)

/**
 * The weights of the four pixels around a place between two, from the one before both on, for each step from the first of
 * the two to the second: the cubic of Keys, Cubic convolution interpolation, 1981, in whole numbers.
 */
export const cubicWeights = Int32Array.from({ length: 4 * (steps + 1) }, (_, at) => {
  const way = (at >> 2) / steps
  const distance = Math.abs((at & 3) - 1 - way)
  const near = 1 - 2.5 * distance ** 2 + 1.5 * distance ** 3
  const far = 2 - 4 * distance + 2.5 * distance ** 2 - 0.5 * distance ** 3
  return Math.trunc((distance <= 1 ? near : far) * (1 << weightBits))
})

/** Where the weights of a place, in pixels and not below 0, begin. */
export function weightsAt(place: number): number {
  return ((((place * 2 * steps) & (2 * steps - 1)) + 1) >> 1) << 2
}
