import { loadSolver } from '../../src/commands/load-solver.js'
import type { ParseWords } from '../../src/parse/parse-words.js'
import { parsingWordsOf } from '../../src/parsing-words.js'
import { loadReference } from '../../src/reference.js'
import type { Tools } from './try-out.js'

/** The real words and solver, what was mended once remembered: a document is parsed many times over. */
export async function loadTools(): Promise<Tools> {
  const real = parsingWordsOf(await loadReference())
  const labelOnce = remembered((key: string) => {
    const [raw, ...doubted] = JSON.parse(key) as [string, ...string[]]
    return real.mendLabel(raw, doubted)
  })
  const words: ParseWords = {
    ...real,
    hearing: () => words,
    mendLabel: (raw, doubted = []) => labelOnce(JSON.stringify([raw, ...doubted])),
    mendText: remembered((raw) => real.mendText(raw)),
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
