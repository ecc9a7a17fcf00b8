import { labelLikeness } from '../arithmetic/row-kind.js'
import type { Line } from './line.js'

/** So many lines at either end of a page may be its running head or foot. */
const ENDS = 2
/** On so many other pages the line must stand too. */
const FEWEST_OTHERS = 2
/** Words are the same that are so much alike, since each page is read by itself. */
const ALIKE = 0.85
/** A foot of so many letters is told by its place and by words not quite so much alike, whatever became of its numbers. */
const FOOT_LETTERS = 12
const ALIKE_FEET = 0.7
/** It stands this far down, and as far as on other pages to within so much, as shares of the page's height. */
const FOOT = 0.9
const SAME_PLACE = 0.012

interface EndLine {
  readonly line: Line
  /** Which of the pages it stands on: two pages may lie on one sheet. */
  readonly page: number
  readonly letters: string
  readonly numbers: readonly number[]
}

function toEndLine(line: Line, page: number): EndLine {
  return {
    line,
    page,
    letters: line.text.replace(/[^\p{L}]+/gu, ' ').trim(),
    numbers: (line.text.match(/\d+/g) ?? []).map(Number),
  }
}

/** How two lines of different pages run on: one of their numbers counts the pages, or all is the same. */
function runsOn(a: EndLine, b: EndLine): 'counted' | 'constant' | undefined {
  const pages = b.page - a.page
  if (pages === 0 || a.numbers.length === 0 || a.numbers.length !== b.numbers.length) return undefined
  const steps = a.numbers.map((number, index) => b.numbers[index]! - number)
  if (!steps.every((step) => step === 0 || step === pages)) return undefined
  if (a.letters !== b.letters && labelLikeness(a.letters, b.letters) < ALIKE) return undefined
  return steps.includes(pages) ? 'counted' : 'constant'
}

/** Whether a line is the worn foot of a page that stands on the other page too: "Foreningen Arsredovisnmg 20l7 7". */
function isSameFoot(a: EndLine, b: EndLine): boolean {
  const [own, other] = [topOf(a), topOf(b)]
  if (a.page === b.page || own === undefined || other === undefined || own < FOOT) return false
  const isLong = Math.min(a.letters.length, b.letters.length) >= FOOT_LETTERS
  return isLong && Math.abs(own - other) <= SAME_PLACE && labelLikeness(a.letters, b.letters) >= ALIKE_FEET
}

function topOf({ line }: EndLine): number | undefined {
  return line.words[0]?.box?.y0
}

/**
 * Pages without the lines that run along them: numbered at their heads and feet ("Förbundet Årsredovisning 2014 8",
 * "- 8 -"), the same at the foot of most ("Vägföreningen, Box 14, Tel 0123-456 78"); heads of columns are the same too.
 */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const furniture = new Set<Line>()
  for (const end of ['head', 'foot']) {
    const lines = pages.flatMap((page, index) =>
      (end === 'head' ? page.slice(0, ENDS) : page.slice(-ENDS)).map((line) => toEndLine(line, index)),
    )
    const most = end === 'foot' ? Math.max(FEWEST_OTHERS, pages.length / 2) : Number.POSITIVE_INFINITY
    const isWornFoot = (one: EndLine) => {
      const others = end === 'foot' ? lines.filter((other) => isSameFoot(one, other)) : []
      return new Set(others.map(({ page }) => page)).size >= FEWEST_OTHERS
    }
    for (const one of lines) {
      if (isWornFoot(one)) furniture.add(one.line)
      const others = { counted: new Set<number>(), constant: new Set<number>() }
      for (const other of lines) {
        const way = runsOn(one, other)
        if (way === undefined) continue
        others[way].add(other.page)
        if (others.counted.size < FEWEST_OTHERS && others.constant.size < most) continue
        furniture.add(one.line)
        break
      }
    }
  }
  return pages.map((page) => page.filter((line) => !furniture.has(line)))
}
