/** What stands beside what in labels, and how often: told by the labels of the vocabulary. */
export interface LabelLanguage {
  /** How many labels hold a lower-case word. */
  readonly counts: ReadonlyMap<string, number>
  /** How many labels hold two lower-case words in a row; `^` and `$` are the ends of a label. */
  readonly pairs: ReadonlyMap<string, number>
  /** Lower-case words that a comma or full stop stands behind. */
  readonly stopped: ReadonlySet<string>
}

export const LABEL_START = '^'
export const LABEL_END = '$'

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** A printed word in lower case and without the marks around it; empty for a mark alone. */
export function bareWord(printed: string): string {
  return printed.toLowerCase().replace(edges, '')
}

/** Counts the words and pairs of words of labels, each label once. */
export function countPairs(labels: readonly string[]): LabelLanguage {
  const counts = new Map<string, number>()
  const pairs = new Map<string, number>()
  const stopped = new Set<string>()
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const label of new Set(labels.map((one) => one.toLowerCase()))) {
    const words = label.split(' ').map(bareWord)
    for (const word of new Set(words)) add(counts, word)
    for (const printed of label.split(' ')) if (/[,.]$/.test(printed)) stopped.add(bareWord(printed))
    const framed = [LABEL_START, ...words, LABEL_END]
    for (let at = 1; at < framed.length; at++) add(pairs, `${framed[at - 1]} ${framed[at]}`)
  }
  return { counts, pairs, stopped }
}
