import type { Word } from '../model/page.js'

/** Figures that either must have before they are compared, and digits of each: shorter ones are everywhere. */
const leastFigures = 8
const leastDigits = 3
/** Share of the picture's figures that a text layer must have too: an old reading of it misreads fewer than that. */
const sameShare = 0.5

/** What there is to say of a page whose text layer has other figures than its picture; empty where they are the same. */
export function tellOtherFigures(shown: readonly Word[], layer: readonly Word[]): string[] {
  const [seen, said] = [figuresOf(shown), figuresOf(layer)]
  if (Math.min(seen.length, said.length) < leastFigures) return []
  const known = new Set(said)
  const same = seen.filter((figure) => known.has(figure)).length
  if (same >= sameShare * seen.length) return []
  return [`of ${seen.length} figures on the picture the text under it has ${same}`]
}

function figuresOf(words: readonly Word[]): string[] {
  return words.map(({ text }) => text.replace(/\D/gu, '')).filter(({ length }) => length >= leastDigits)
}
