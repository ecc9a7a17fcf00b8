import { labelLikeness } from '../arithmetic/row-kind.js'
import type { Line } from './line.js'

/** So many lines at either end of a page may be its running head or foot. */
const ENDS = 2
/** On so many other pages the line must stand too. */
const FEWEST_OTHERS = 2
/** Words are the same that are so much alike, since each page is read by itself. */
const ALIKE = 0.85

interface EndLine {
  readonly line: Line
  readonly letters: string
  readonly numbers: readonly number[]
}

function toEndLine(line: Line): EndLine {
  return {
    line,
    letters: line.text.replace(/[^\p{L}]+/gu, ' ').trim(),
    numbers: (line.text.match(/\d+/g) ?? []).map(Number),
  }
}

/** Whether two lines of different pages are one running line: the same words and numbers, but that one counts the pages. */
function isSame(a: EndLine, b: EndLine): boolean {
  const pages = b.line.page - a.line.page
  const steps = a.numbers.map((number, index) => b.numbers[index]! - number)
  if (pages === 0 || a.numbers.length !== b.numbers.length || !steps.includes(pages)) return false
  if (!steps.every((step) => step === 0 || step === pages)) return false
  return a.letters === b.letters || labelLikeness(a.letters, b.letters) >= ALIKE
}

/** Pages without the numbered lines that run along their heads and feet: "Förbundet Årsredovisning 2014 8", "- 8 -". */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const furniture = new Set<Line>()
  for (const end of ['head', 'foot']) {
    const lines = pages.flatMap((page) => (end === 'head' ? page.slice(0, ENDS) : page.slice(-ENDS)).map(toEndLine))
    for (const one of lines) {
      const others = lines.filter((other) => isSame(one, other)).map(({ line }) => line.page)
      if (new Set(others).size >= FEWEST_OTHERS) furniture.add(one.line)
    }
  }
  return pages.map((page) => page.filter((line) => !furniture.has(line)))
}
