const letter = /\p{L}/gu
const capital = /\p{Lu}/gu

/** Gives a mended lower-case word the capitals of the printed one: all, first, or none. */
export function withCaseOf(printed: string, word: string, opensLine: boolean): string {
  const letters = printed.match(letter)?.length ?? 0
  const capitals = printed.match(capital)?.length ?? 0
  if (letters >= 2 && capitals / letters > 0.7) return word.toUpperCase()
  const first = printed[0] ?? ''
  // A capital I before small letters is as often a small l.
  const deceptive = first === 'I' && word[0] === 'l' && !opensLine
  const capitalised = /\p{L}/u.test(first) ? /\p{Lu}/u.test(first) && !deceptive : opensLine
  return capitalised ? word[0]!.toUpperCase() + word.slice(1) : word
}
