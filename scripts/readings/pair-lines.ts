import levenshtein from 'fast-levenshtein'

/** Share of a label's letters that may be damaged before its line is no longer known again. */
const mostDamage = 0.5

/** The lines that were read beside the labels they were printed as, in the order of the page; unlike ones are left out. */
export function pairLines(read: readonly string[], printed: readonly string[]): [read: string, label: string][] {
  const costs = printed.map((label) => read.map((line) => levenshtein.get(line, label) / label.length))
  // Least cost of all labels from `i` and lines from `j` on, where leaving either out costs as much as the worst pair.
  const least = Array.from({ length: printed.length + 1 }, () => new Float64Array(read.length + 1))
  for (let i = printed.length; i >= 0; i--) {
    for (let j = read.length; j >= 0; j--) {
      if (i === printed.length || j === read.length) {
        least[i]![j] = (printed.length - i + read.length - j) * mostDamage
        continue
      }
      const pair = costs[i]![j]! + least[i + 1]![j + 1]!
      least[i]![j] = Math.min(pair, mostDamage + least[i + 1]![j]!, mostDamage + least[i]![j + 1]!)
    }
  }
  const pairs: [string, string][] = []
  for (let i = 0, j = 0; i < printed.length && j < read.length; ) {
    const cost = costs[i]![j]!
    if (least[i]![j] === cost + least[i + 1]![j + 1]!) {
      if (cost <= mostDamage) pairs.push([read[j]!, printed[i]!])
      i++
      j++
    } else if (least[i]![j] === mostDamage + least[i + 1]![j]!) i++
    else j++
  }
  return pairs
}
