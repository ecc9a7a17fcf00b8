import { loadSolver } from '../../src/commands/load-solver.js'
import { findConcept } from '../../src/model/taxonomy.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { mendText } from '../../src/normalise/mend-text.js'
import type { ParseWords } from '../../src/parse/parse-words.js'
import { loadReference } from '../../src/reference.js'
import type { Tools } from './try-out.js'

/** The real words and solver, what was mended once remembered: a document is parsed many times over. */
export async function loadTools(): Promise<Tools> {
  const { lexicon, taxonomy } = await loadReference()
  const mendOnce = remembered((raw: string) => mendText(raw, lexicon))
  const labelOnce = remembered((key: string) => {
    const [raw, ...doubted] = JSON.parse(key) as [string, ...string[]]
    return mendLabel(raw, lexicon, doubted)
  })
  const words: ParseWords = {
    hearing: () => words,
    mendLabel: (raw, doubted = []) => labelOnce(JSON.stringify([raw, ...doubted])),
    mendText: mendOnce,
    findConcept: (label, kind) => findConcept(label, kind, taxonomy)?.id ?? null,
  }
  return { solve: await loadSolver(), words }
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const met = known.get(key)
    if (met !== undefined) return met
    const made = make(key)
    known.set(key, made)
    return made
  }
}
