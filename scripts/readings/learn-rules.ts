import { type ConfusionCount, countConfusions, type LabelReading } from './count-confusions.js'

/** What was read, what it meant, the cost of believing so, and in how many places of how many pages it was seen. */
export type LearntRule = readonly [read: string, meant: string, cost: number, count: number, sources: number]

const leastCount = 2
const leastSources = 2
/** A confusion as frequent as one in five costs nothing worth telling; each tenfold rarer one this share of a letter. */
const freeLogarithm = 0.7
const logarithms = 3.5
const leastCost = 0.08
const mostCost = 0.8

/** Learns from labels as read and as printed what readers confuse and how dear it is to believe in it. */
export function learnRules(readings: readonly LabelReading[]): LearntRule[] {
  return countConfusions(readings)
    .filter(({ count, sources }) => count >= leastCount && sources >= leastSources)
    .map((confusion): LearntRule => {
      const { read, meant, count, sources } = confusion
      return [read, meant, costOf(confusion), count, sources]
    })
    .filter(([, , cost]) => cost <= mostCost)
    .sort((a, b) => compare(a[1], b[1]) || a[2] - b[2] || compare(a[0], b[0]))
}

function costOf({ count, occurrences }: ConfusionCount): number {
  const rarity = -Math.log10((count - 0.5) / occurrences)
  return Math.max(leastCost, Math.round(((rarity - freeLogarithm) / logarithms) * 100) / 100)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
