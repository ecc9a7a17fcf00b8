/** A label as it was read and as it is printed, and what must not be split between learning and testing. */
export interface LabelReading {
  /** Font, wear and reader of the page, or the document. */
  readonly source: string
  readonly read: string
  readonly printed: string
}

/** How often readers took one run of letters for another, and how often the printed one occurs at all. */
export interface ConfusionCount {
  readonly read: string
  readonly meant: string
  readonly count: number
  readonly occurrences: number
  readonly sources: number
}

const longestRun = 3
/** Letters that may be wrong in a word before its damage says nothing about single letters. */
const mostDamage = 0.45

/** Counts what was read for what over labels, letter by letter, in lower case. */
export function countConfusions(readings: readonly LabelReading[]): ConfusionCount[] {
  const counts = new Map<string, { count: number; sources: Set<string> }>()
  const occurrences = new Map<string, number>()
  for (const { source, read, printed } of readings) {
    const [from, to] = [read.toLowerCase(), printed.toLowerCase()]
    for (let length = 1; length <= longestRun; length++) {
      for (let at = 0; at + length <= to.length; at++) {
        const run = to.slice(at, at + length)
        occurrences.set(run, (occurrences.get(run) ?? 0) + 1)
      }
    }
    for (const [misread, meant] of findDamage(from, to)) {
      const key = `${misread}\t${meant}`
      const known = counts.get(key) ?? { count: 0, sources: new Set<string>() }
      known.count++
      known.sources.add(source)
      counts.set(key, known)
    }
  }
  return [...counts].map(([key, { count, sources }]) => {
    const [read = '', meant = ''] = key.split('\t')
    return { read, meant, count, occurrences: occurrences.get(meant) ?? count, sources: sources.size }
  })
}

/** The runs that differ, each with at least one letter on both sides; none where the line is damaged beyond telling. */
function findDamage(read: string, printed: string): [read: string, meant: string][] {
  const steps = alignLetters(read, printed)
  const damaged = steps.filter(([left, right]) => left !== right).length
  if (damaged === 0 || damaged > mostDamage * printed.length) return []
  const runs: [string, string][] = []
  for (let at = 0; at < steps.length; ) {
    if (steps[at]![0] === steps[at]![1]) {
      at++
      continue
    }
    let end = at
    while (end < steps.length && steps[end]![0] !== steps[end]![1]) end++
    runs.push(...widen(steps, at, end))
    at = end
  }
  return runs.filter(([left, right]) => left.length <= longestRun && right.length <= longestRun && !/\d{2}/.test(right))
}

type Step = readonly [read: string, meant: string]

/** A letter lost or gained is told by its neighbour: `ft` read as `t`. Both neighbours bear witness. */
function widen(steps: readonly Step[], at: number, end: number): [string, string][] {
  const join = (from: number, to: number): [string, string] => {
    const part = steps.slice(Math.max(0, from), to)
    return [part.map(([left]) => left).join(''), part.map(([, right]) => right).join('')]
  }
  const [left, right] = join(at, end)
  if (left !== '' && right !== '') return [[left, right]]
  const widened: [string, string][] = []
  if (at > 0) widened.push(join(at - 1, end))
  if (end < steps.length) widened.push(join(at, end + 1))
  return widened
}

/** Pairs the letters of two lines by the fewest edits; an empty side is a letter lost or gained. */
function alignLetters(read: string, printed: string): Step[] {
  const least = Array.from({ length: read.length + 1 }, () => new Float64Array(printed.length + 1))
  for (let i = read.length; i >= 0; i--) {
    for (let j = printed.length; j >= 0; j--) {
      if (i === read.length || j === printed.length) {
        least[i]![j] = read.length - i + printed.length - j
        continue
      }
      const other = read[i] === printed[j] ? 0 : 1
      least[i]![j] = Math.min(other + least[i + 1]![j + 1]!, 1 + least[i + 1]![j]!, 1 + least[i]![j + 1]!)
    }
  }
  const steps: Step[] = []
  for (let i = 0, j = 0; i < read.length || j < printed.length; ) {
    const here = least[i]![j]!
    const both = i < read.length && j < printed.length
    if (both && here === (read[i] === printed[j] ? 0 : 1) + least[i + 1]![j + 1]!)
      steps.push([read[i++]!, printed[j++]!])
    else if (i < read.length && here === 1 + least[i + 1]![j]!) steps.push([read[i++]!, ''])
    else steps.push(['', printed[j++]!])
  }
  return steps
}
