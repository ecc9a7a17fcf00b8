import type { Word } from '../model/page.js'

/** Figures of the picture under which the layer must have some before they are compared, and digits of each. */
const leastFigures = 8
const leastDigits = 3
/** Share of them that a text layer must have too: an old reading of the picture misreads fewer than that. */
const sameShare = 0.5

/**
 * What there is to say of a page whose text layer has other figures than its picture, in the same places; empty where
 * they are the same. Figures where the other has none tell nothing: old readings leave out much, and charts are read as
 * figures that nobody printed.
 */
export function tellOtherFigures(shown: readonly Word[], layer: readonly Word[]): string[] {
  const said = layer.filter(({ text }) => digitsOf(text) !== '')
  const pairs = shown.flatMap((word) => {
    const figure = digitsOf(word.text)
    const under = said.filter((other) => isUnder(other, word))
    const other = under.map(({ text }) => digitsOf(text)).join('')
    return Math.min(figure.length, other.length) < leastDigits ? [] : [{ figure, other }]
  })
  const same = pairs.filter(({ figure, other }) => other.includes(figure) || figure.includes(other)).length
  if (pairs.length < leastFigures || same >= sameShare * pairs.length) return []
  return [`of ${pairs.length} figures on the picture the text under it has ${same}`]
}

/** Whether the middle of either lies within the other. */
function isUnder({ box: a }: Word, { box: b }: Word): boolean {
  const within = (at: number, from: number, to: number) => from <= at && at <= to
  const meet = (a0: number, a1: number, b0: number, b1: number) =>
    within((a0 + a1) / 2, b0, b1) || within((b0 + b1) / 2, a0, a1)
  return meet(a.x0, a.x1, b.x0, b.x1) && meet(a.y0, a.y1, b.y0, b.y1)
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '')
}
