/** What a label says of the figure beside it. */
export type LabelNature = 'line' | 'sum' | 'result' | 'heading' | 'either'

/** Where one figure belongs: the index of its label, or null where it has none or nothing tells which. */
export interface Alignment {
  readonly score: number
  readonly labels: readonly (number | null)[]
}

/** Two ways of joining that lie closer than this are both possible. */
const MARGIN = 0.15
const JOIN: Readonly<Record<LabelNature, number>> = { line: 0.4, sum: 1, result: 0.4, either: 0.2, heading: -6 }
const SKIP: Readonly<Record<LabelNature, number>> = { line: -0.4, sum: -0.9, result: -0.5, either: 0, heading: 0 }
const SKIP_AT_END = -0.1
const BARE_FIGURE = -3
/** The last figures of a table may well stand without words. */
const BARE_AT_END = -1.5
const SUM_THAT_CLOSES = 4
const RESULT_THAT_CLOSES = 2
/** At most this many ways of taking equal figures are followed. */
const MOST_STACKS = 8
const SUM_THAT_DOES_NOT = -6

/** How a figure follows from those right before it: as their sum, or as what the first leaves over the second. */
export type Closing = 'sum' | 'difference' | null

/** For each figure, how it follows from the figures that stand right before it, subtotals taken as their terms. */
export function findClosing(figures: readonly number[]): Closing[] {
  // each stack holds what has not gone into a sum yet; two equal figures may be a sum of one term or two terms
  let stacks: readonly (readonly number[])[] = [[]]
  return figures.map((figure, index) => {
    let closes = false
    const next = new Map<string, readonly number[]>()
    const keep = (stack: readonly number[]) => next.set(stack.slice(-12).join(' '), stack)
    for (const stack of stacks) {
      const depth = depthOfSum(stack, figure)
      if (depth > 0) closes = true
      if (depth > 1) keep([...stack.slice(0, -depth), figure])
      else {
        if (depth === 1) keep([...stack.slice(0, -1), figure])
        keep([...stack, figure])
      }
    }
    stacks = [...next.values()].slice(0, MOST_STACKS)
    const [a, b] = [figures[index - 2], figures[index - 1]]
    // costs are often printed without a minus
    return closes ? 'sum' : a !== undefined && b !== undefined && a - b === figure ? 'difference' : null
  })
}

/** How many figures on top of the stack add up to this one, more than one where that is possible; 0 where none do. */
function depthOfSum(stack: readonly number[], figure: number): number {
  let total = 0
  for (let depth = 1; depth <= Math.min(40, stack.length); depth++) {
    total += stack[stack.length - depth]!
    if (depth > 1 && total === figure) return depth
  }
  return stack.at(-1) === figure ? 1 : 0
}

/** Costs of joining and skipping for one run of labels and figures. */
function pricesOf(labels: readonly LabelNature[], figures: readonly number[], closing: readonly Closing[]) {
  const m = labels.length
  const n = figures.length
  return {
    join: (i: number, j: number) => {
      const nature = labels[i]!
      if (nature === 'result' && closing[j]) return JOIN.result + RESULT_THAT_CLOSES
      if (nature !== 'sum') return JOIN[nature]
      return JOIN.sum + (closing[j] === 'sum' ? SUM_THAT_CLOSES : SUM_THAT_DOES_NOT)
    },
    bare: (i: number) => (i === m ? BARE_AT_END : BARE_FIGURE),
    skip: (i: number, j: number) => (j === n ? Math.max(SKIP[labels[i]!], SKIP_AT_END) : SKIP[labels[i]!]),
  }
}

/** Best scores of joining the first `i` labels with the first `j` figures, row by row. */
function scoreForth(
  labels: readonly LabelNature[],
  figures: readonly number[],
  closing: readonly Closing[],
): Float64Array {
  const { join, bare, skip } = pricesOf(labels, figures, closing)
  const m = labels.length
  const n = figures.length
  const at = (i: number, j: number) => i * (n + 1) + j
  const forth = new Float64Array((m + 1) * (n + 1)).fill(Number.NEGATIVE_INFINITY)
  forth[0] = 0
  for (let i = 0; i <= m; i++)
    for (let j = 0; j <= n; j++) {
      const here = forth[at(i, j)]!
      if (i < m) forth[at(i + 1, j)] = Math.max(forth[at(i + 1, j)]!, here + skip(i, j))
      if (j < n) forth[at(i, j + 1)] = Math.max(forth[at(i, j + 1)]!, here + bare(i))
      if (i < m && j < n) forth[at(i + 1, j + 1)] = Math.max(forth[at(i + 1, j + 1)]!, here + join(i, j))
    }
  return forth
}

/** How well labels and figures fit, without saying how they are joined. */
export function scoreAlignment(labels: readonly LabelNature[], figures: readonly number[]): number {
  return scoreForth(labels, figures, findClosing(figures)).at(-1)!
}

/**
 * Joins figures to labels that came apart, both in reading order. A figure gets a label only where every way of joining
 * that is nearly as good gives it the same one; `texts` are the labels' words, since of two equal ones either will do.
 */
export function alignLabels(
  labels: readonly LabelNature[],
  figures: readonly number[],
  closing: readonly Closing[] = findClosing(figures),
  texts: readonly string[] = [],
): Alignment {
  const alike = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && texts[a] !== undefined && texts[a] === texts[b])
  const { join, bare, skip } = pricesOf(labels, figures, closing)
  const m = labels.length
  const n = figures.length
  const at = (i: number, j: number) => i * (n + 1) + j
  const forth = scoreForth(labels, figures, closing)
  const back = new Float64Array((m + 1) * (n + 1)).fill(Number.NEGATIVE_INFINITY)
  back[at(m, n)] = 0
  for (let i = m; i >= 0; i--)
    for (let j = n; j >= 0; j--) {
      let best = back[at(i, j)]!
      if (i < m) best = Math.max(best, back[at(i + 1, j)]! + skip(i, j))
      if (j < n) best = Math.max(best, back[at(i, j + 1)]! + bare(i))
      if (i < m && j < n) best = Math.max(best, back[at(i + 1, j + 1)]! + join(i, j))
      back[at(i, j)] = best
    }
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
  return { score: forth.at(-1)!, labels: joined }
}
