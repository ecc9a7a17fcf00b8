import type { Lexicon } from '../../src/normalise/build-lexicon.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import type { LabelReading } from './count-confusions.js'

/** What mending made of labels: how many were right and stayed so, became wrong, became right, or stayed wrong. */
export interface Mending {
  readonly kept: number
  readonly broken: number
  readonly mended: number
  readonly left: number
  /** Damaged labels that were changed and are still wrong. */
  readonly changed: number
  /** What became of each broken label. */
  readonly breaks: readonly string[]
}

/** Letters, digits and marks that count; case and spaces aside. */
function plain(label: string): string {
  return label.replace(/[\s\-–−]+/gu, '').toLowerCase()
}

/** Mends each reading once and compares it with what is printed. */
export function evaluateMending(readings: readonly LabelReading[], lexicon: Lexicon): Mending {
  const pairs = new Map(readings.map(({ read, printed }) => [`${read}\t${printed}`, { read, printed }]))
  const counts = { kept: 0, broken: 0, mended: 0, left: 0, changed: 0 }
  const breaks: string[] = []
  for (const { read, printed } of pairs.values()) {
    const { text } = mendLabel(read, lexicon)
    const [was, is] = [plain(read) === plain(printed), plain(text) === plain(printed)]
    if (was && !is) breaks.push(`${read} → ${text}`)
    if (was) counts[is ? 'kept' : 'broken']++
    else if (is) counts.mended++
    else counts[text === read ? 'left' : 'changed']++
  }
  return { ...counts, breaks }
}
