const letter = /\p{L}/gu
const capital = /\p{Lu}/gu

function baseOf(character: string): string {
  return character.toLowerCase().normalize('NFD')[0] ?? ''
}

/** Gives a mended lower-case word the capitals of the printed one: all, first, or none. */
export function withCaseOf(printed: string, word: string, opensLine: boolean): string {
  const letters = printed.match(letter)?.length ?? 0
  const capitals = printed.match(capital)?.length ?? 0
  if (letters >= 2 && capitals / letters > 0.7) return word.toUpperCase()
  const first = printed[0] ?? ''
  // A capital that is itself a misreading (G for ö, I for l) tells nothing.
  const capitalised = baseOf(first) === baseOf(word) ? /\p{Lu}/u.test(first) : opensLine
  return capitalised ? word[0]!.toUpperCase() + word.slice(1) : word
}
