import levenshtein from 'fast-levenshtein'

const shortest = 4
const longest = 40

/** Letters that readers of worn print give for others, and what both sides are folded to. */
const folds: readonly (readonly [RegExp, string])[] = [
  // Omsiittningstillgangar → omsattningstillgangar
  [/ii/g, 'a'],
  // nornial, larnna → normial, lamna
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  // 4rets, v&rd, @ndring → arets, vard, andring
  [/[4&@]/g, 'a'],
  // k¢p, 0rebro → kop, orebro
  [/[¢0ø]/g, 'o'],
  // resu1tat → resuitat, as resultat
  [/[1l|]/g, 'i'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/[9q]/g, 'g'],
  [/6/g, 'o'],
]

/** Whether a word is long enough to be told when it is damaged; figures are not. */
export function isFoldable(word: string): boolean {
  // årsredovisning, but not 2020 or 4a
  return word.length >= shortest && word.length <= longest && /\p{L}{2}/u.test(word)
}

/** A word with all letters that readers confuse made one: `försäkring`, `forsakring` and `f0rsiikrlng` are alike. */
export function foldSpelling(word: string): string {
  // the marks over å, ä and ö, once they are taken apart
  const bare = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return folds.reduce((folded, [from, to]) => folded.replace(from, to), bare)
}

/** How many letters apart two folded spellings are. */
export function foldedDistance(left: string, right: string): number {
  return levenshtein.get(left, right)
}

/** How many letters of a folded spelling may be damaged before it is taken for another word: one in four. */
export function damageAllowed(folded: string): number {
  return Math.floor(folded.length / 4)
}
