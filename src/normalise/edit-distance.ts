/** Longest string that fits a machine word of the bit-parallel method. */
const widest = 31

const masks = new Int32Array(0x400)

/**
 * Makes a function that gives the number of edits between `from` and other strings, one machine word at a time (Myers,
 * 1999). Undefined for strings that the method does not hold: empty, longer than 31, or of letters beyond U+03FF.
 */
export function editDistanceFrom(from: string): ((to: string) => number) | undefined {
  if (from.length === 0 || from.length > widest) return undefined
  for (let i = 0; i < from.length; i++) if (from.charCodeAt(i) >= masks.length) return undefined
  const top = 1 << (from.length - 1)
  return (to) => {
    for (let i = 0; i < from.length; i++) masks[from.charCodeAt(i)]! |= 1 << i
    let vertical = -1
    let negative = 0
    let distance = from.length
    for (let j = 0; j < to.length; j++) {
      const equal = masks[to.charCodeAt(j)] ?? 0
      const diagonal = (((equal & vertical) + vertical) ^ vertical) | equal | negative
      let right = negative | ~(diagonal | vertical)
      let left = vertical & diagonal
      if ((right & top) !== 0) distance++
      if ((left & top) !== 0) distance--
      right = (right << 1) | 1
      left <<= 1
      vertical = left | ~(diagonal | right)
      negative = right & diagonal
    }
    for (let i = 0; i < from.length; i++) masks[from.charCodeAt(i)] = 0
    return distance
  }
}
