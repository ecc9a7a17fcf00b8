/** Runs of three letters, word ends included, that words of a language are made of. */
export type LetterRuns = ReadonlySet<string>

/** A run seen in fewer words says nothing about others. */
const leastWords = 2

function runsOf(word: string): readonly string[] {
  const framed = `^${word}$`
  return Array.from({ length: framed.length - 2 }, (_, at) => framed.slice(at, at + 3))
}

/** The runs that at least two of the words share. */
export function collectRuns(words: Iterable<string>): LetterRuns {
  const counts = new Map<string, number>()
  for (const word of words) for (const run of new Set(runsOf(word))) counts.set(run, (counts.get(run) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= leastWords).map(([run]) => run))
}

/** Whether a lower-case word is made of known runs alone. Three unknown words of four are, and one damaged of three. */
export function looksSound(word: string, runs: LetterRuns): boolean {
  return runsOf(word).every((run) => runs.has(run))
}

/** Share of a word's runs of three letters that no sound word has, 0..1; 0 of an empty word. */
export function shareOfOddRuns(word: string, runs: LetterRuns): number {
  const own = word === '' ? [] : runsOf(word)
  return own.length === 0 ? 0 : own.filter((run) => !runs.has(run)).length / own.length
}
