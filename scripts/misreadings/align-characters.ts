/**
 * Pairs the characters of two texts so that the fewest differ; an empty string stands where one of them has none
 * (Levenshtein's distance, with the way it was found).
 */
export function alignCharacters(first: string, second: string): [string, string][] {
  const [a, b] = [[...first], [...second]]
  const costs = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = costs[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      costs[i]![j] = Math.min(same, costs[i - 1]![j]! + 1, costs[i]![j - 1]! + 1)
    }
  }
  const pairs: [string, string][] = []
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0; ) {
    const own = costs[i]![j]!
    const isPair = i > 0 && j > 0 && own === costs[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
    const isLost = !isPair && i > 0 && own === costs[i - 1]![j]! + 1
    pairs.push([isPair || isLost ? a[i - 1]! : '', isPair || !isLost ? b[j - 1]! : ''])
    if (isPair || isLost) i--
    if (isPair || !isLost) j--
  }
  return pairs.reverse()
}
