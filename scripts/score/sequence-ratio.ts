/** Where each character of `text` stands; in long texts without those that are too common to tell anything. */
function positionsOf(text: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>()
  for (const [index, letter] of text.entries()) {
    const known = positions.get(letter)
    if (known === undefined) positions.set(letter, [index])
    else known.push(index)
  }
  if (text.length >= 200) {
    const most = Math.floor(text.length / 100) + 1
    for (const [letter, indexes] of positions) if (indexes.length > most) positions.delete(letter)
  }
  return positions
}

type Span = { fromA: number; toA: number; fromB: number; toB: number }

function longestMatch(a: readonly string[], b: readonly string[], positions: Map<string, number[]>, span: Span) {
  let [bestA, bestB, size] = [span.fromA, span.fromB, 0]
  let lengths = new Map<number, number>()
  for (let i = span.fromA; i < span.toA; i++) {
    const next = new Map<number, number>()
    for (const j of positions.get(a[i] ?? '') ?? []) {
      if (j < span.fromB) continue
      if (j >= span.toB) break
      const length = (lengths.get(j - 1) ?? 0) + 1
      next.set(j, length)
      if (length > size) [bestA, bestB, size] = [i - length + 1, j - length + 1, length]
    }
    lengths = next
  }
  while (bestA > span.fromA && bestB > span.fromB && a[bestA - 1] === b[bestB - 1])
    [bestA, bestB, size] = [bestA - 1, bestB - 1, size + 1]
  while (bestA + size < span.toA && bestB + size < span.toB && a[bestA + size] === b[bestB + size]) size++
  return { bestA, bestB, size }
}

/** How alike two texts are, 0..1: `SequenceMatcher(None, first, second).ratio()` of Python's difflib, to the last bit. */
export function sequenceRatio(first: string, second: string): number {
  const [a, b] = [[...first], [...second]]
  if (a.length + b.length === 0) return 1
  const positions = positionsOf(b)
  const spans: Span[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }]
  let matched = 0
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const { bestA, bestB, size } = longestMatch(a, b, positions, span)
    if (size === 0) continue
    matched += size
    if (span.fromA < bestA && span.fromB < bestB) spans.push({ ...span, toA: bestA, toB: bestB })
    if (bestA + size < span.toA && bestB + size < span.toB)
      spans.push({ ...span, fromA: bestA + size, fromB: bestB + size })
  }
  return (2 * matched) / (a.length + b.length)
}
