/** What a label says of the figure beside it. */
export type LabelNature = 'line' | 'sum' | 'result' | 'heading' | 'either'

/** Where one figure belongs: the index of its label, or null where it has none or nothing tells which. */
export interface Alignment {
  readonly score: number
  readonly labels: readonly (number | null)[]
}

/** Two ways of joining that lie closer than this are both possible. */
const MARGIN = 0.75
const JOIN: Readonly<Record<LabelNature, number>> = { line: 1, sum: 1, result: 1, either: 0.5, heading: -6 }
const SKIP: Readonly<Record<LabelNature, number>> = { line: -0.6, sum: -0.9, result: -0.9, either: 0, heading: 0 }
const SKIP_AT_END = -0.3
const BARE_FIGURE = -3
/** The last figures of a table may well stand without words. */
const BARE_AT_END = -1.5
const SUM_THAT_CLOSES = 4
const RESULT_THAT_CLOSES = 2
const SUM_THAT_DOES_NOT = -4

/** For each figure, whether it is the sum of figures that stand right before it, subtotals taken as their terms. */
export function findClosing(figures: readonly number[]): boolean[] {
  const stack: number[] = []
  return figures.map((figure, index) => {
    let closes = false
    let total = 0
    for (let back = 1; back <= Math.min(40, index) && !closes; back++) {
      total += figures[index - back]!
      closes = total === figure && (back > 1 || figure !== 0)
    }
    const [a, b] = [figures[index - 2], figures[index - 1]]
    // costs are often printed without a minus
    if (a !== undefined && b !== undefined && a - b === figure) closes = true
    if (figure === 0 && index > 0 && figures[index - 1] === 0) closes = true
    let top = 0
    for (let depth = 1; depth <= stack.length; depth++) {
      top += stack[stack.length - depth]!
      if (top !== figure) continue
      closes = true
      stack.length -= depth
      break
    }
    stack.push(figure)
    return closes
  })
}

/**
 * Joins figures to labels that came apart, both in reading order. A figure gets a label only where every way of joining
 * that is nearly as good gives it the same one.
 */
export function alignLabels(
  labels: readonly LabelNature[],
  figures: readonly number[],
  closing = findClosing(figures),
  texts: readonly string[] = [],
): Alignment {
  const alike = (a: number | null, b: number | null) => a === b || (a !== null && b !== null && texts[a] !== undefined && texts[a] === texts[b])
  const m = labels.length
  const n = figures.length
  const width = n + 1
  const at = (i: number, j: number) => i * width + j
  const join = (i: number, j: number) => {
    const nature = labels[i]!
    if (nature === 'result' && closing[j]) return JOIN.result + RESULT_THAT_CLOSES
    if (nature !== 'sum') return JOIN[nature]
    return JOIN.sum + (closing[j] ? SUM_THAT_CLOSES : SUM_THAT_DOES_NOT)
  }
  const bare = (i: number) => (i === m ? BARE_AT_END : BARE_FIGURE)
  const skip = (i: number, j: number) => (j === n ? Math.max(SKIP[labels[i]!], SKIP_AT_END) : SKIP[labels[i]!])
  const forth = new Float64Array((m + 1) * width).fill(Number.NEGATIVE_INFINITY)
  const back = new Float64Array((m + 1) * width).fill(Number.NEGATIVE_INFINITY)
  forth[at(0, 0)] = 0
  for (let i = 0; i <= m; i++)
    for (let j = 0; j <= n; j++) {
      const here = forth[at(i, j)]!
      if (here === Number.NEGATIVE_INFINITY) continue
      if (i < m) forth[at(i + 1, j)] = Math.max(forth[at(i + 1, j)]!, here + skip(i, j))
      if (j < n) forth[at(i, j + 1)] = Math.max(forth[at(i, j + 1)]!, here + bare(i))
      if (i < m && j < n) forth[at(i + 1, j + 1)] = Math.max(forth[at(i + 1, j + 1)]!, here + join(i, j))
    }
  back[at(m, n)] = 0
  for (let i = m; i >= 0; i--)
    for (let j = n; j >= 0; j--) {
      let best = back[at(i, j)]!
      if (i < m) best = Math.max(best, back[at(i + 1, j)]! + skip(i, j))
      if (j < n) best = Math.max(best, back[at(i, j + 1)]! + bare(i))
      if (i < m && j < n) best = Math.max(best, back[at(i + 1, j + 1)]! + join(i, j))
      back[at(i, j)] = best
    }
  const score = forth[at(m, n)]!
  const joined = figures.map((_, j) => {
    const ways: { label: number | null; score: number }[] = []
    for (let i = 0; i <= m; i++) {
      ways.push({ label: null, score: forth[at(i, j)]! + bare(i) + back[at(i, j + 1)]! })
      if (i < m) ways.push({ label: i, score: forth[at(i, j)]! + join(i, j) + back[at(i + 1, j + 1)]! })
    }
    // of two equal labels the nearer one to the figures that follow
    ways.sort((a, b) => b.score - a.score || (b.label ?? -1) - (a.label ?? -1))
    const [best] = ways
    const rival = ways.find((way) => !alike(way.label, best?.label ?? null))
    return best && best.label !== null && (!rival || best.score - rival.score >= MARGIN) ? best.label : null
  })
  return { score, labels: joined }
}
