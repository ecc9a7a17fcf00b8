import { isNoAccident } from '../arithmetic/chance.js'
import { slipBetween } from '../arithmetic/misreadings.js'
import { foldLabel } from '../arithmetic/row-kind.js'
import type { Check } from '../model/check.js'
import type { ProseFigure, Report, StatementKind } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import { nameOf, type Printed, printedInRow } from './printed.js'

/** A figure of so many digits in the text and in a table is one figure, whatever the sentence says. */
const TELLING_DIGITS = 5
/** A shorter figure under its own name is quoted, but may be read alike in both places. */
const SHORTEST_PROOF = 4
/** Where the same figure stands in several tables, the first of these is named. */
const ORDER: readonly StatementKind[] = [
  'income_statement',
  'balance_sheet',
  'cash_flow',
  'note',
  'operating_statement',
  'multi_year',
  'other',
]

/**
 * Figures quoted in running text against the tables: "Utfallet blev 146 086 kr". A figure that stands in a table confirms
 * it; one that is a slip away from the figure of a row that the sentence names contradicts it.
 */
export function checkProse(report: Report): Check[] {
  const printed = ORDER.flatMap((kind) =>
    report.tables.flatMap((table, index) =>
      table.kind === kind ? table.rows.flatMap((_, row) => printedInRow(report, { table: index, row })) : [],
    ),
  )
  const quoted = report.prose.flatMap((figure) => {
    const digits = String(Math.abs(figure.value)).length
    const alike = printed.filter(({ unit, amount }) => unit === figure.unit && amount.decimals === 0)
    const same = alike.filter(({ amount }) => Math.abs(amount.value) === Math.abs(figure.value))
    const best = same.find((one) => names(figure, one)) ?? (digits >= TELLING_DIGITS ? same[0] : undefined)
    if (best && figure.value !== 0) return [quote(best, figure)]
    if (digits < TELLING_DIGITS) return []
    const near = alike.filter((one) => isSlip(one, figure) && names(figure, one))
    return near.length === 1 ? [quote(near[0]!, figure)] : []
  })
  return [...quoted, ...checkRemainders(report, printed)]
}

/** What is left of two figures of one sentence: "Total budget är 168 200 kr. Utfallet blev 146 086 kr" and "Överskott". */
function checkRemainders(report: Report, printed: readonly Printed[]): Check[] {
  const pairs = report.prose.slice(1).map((figure, index) => [report.prose[index]!, figure] as const)
  const told = pairs.filter(([a, b]) => a.page === b.page && a.sentence === b.sentence && a.unit === b.unit)
  return printed
    .filter(({ row }) => isRemainder(foldLabel(row.label)))
    .flatMap((at) => {
      const expected = at.amount.value
      const left = told.filter(
        ([a, b]) =>
          a.unit === at.unit && at.amount.decimals === 0 && Math.abs(a.value - b.value) === Math.abs(expected),
      )
      const [pair] = left
      return pair && left.length === 1 && isNoAccident(told.length, expected, 0) ? [remainder(at, pair)] : []
    })
}

function remainder(at: Printed, [a, b]: readonly [ProseFigure, ProseFigure]): Check {
  const name = nameOf(at.row, at.table)
  return makeCheck({
    rule: 'prose',
    subject: name,
    at,
    expected: at.amount.value,
    actual: at.amount.value,
    tolerance: 0,
    terms: [],
    holds: `${name}: the text's ${money(a.value, a.unit)} and ${money(b.value, b.unit)} leave the same ${money(at.amount.value, at.unit)} (page ${a.page}).`,
    fails: () => '',
  })
}

/** "Överskott", "Underskott", "Avvikelse", "Återstår", "Kvarstående medel". */
function isRemainder(folded: string): boolean {
  return /^(over|under)skott|^avvikelse|^aterst|^kvarsta|^outnyttja/.test(folded)
}

function quote(at: Printed, figure: ProseFigure): Check {
  const expected = at.amount.value
  const actual = Math.sign(expected) * Math.abs(figure.value)
  const name = nameOf(at.row, at.table)
  return makeCheck({
    rule: 'prose',
    subject: name,
    at,
    expected,
    actual,
    // The text quotes the figure: it is the same, to the unit.
    tolerance: 0,
    terms: [],
    confirms: String(Math.abs(expected)).length >= SHORTEST_PROOF,
    holds: `${name}: the text quotes the same ${money(expected, at.unit)} (page ${figure.page}).`,
    fails: (difference) =>
      `${name} is ${money(expected, at.unit)} in the table; the text on page ${figure.page} has ${money(actual, at.unit)}, ${money(Math.abs(difference), at.unit)} apart.`,
  })
}

function isSlip({ amount }: Printed, figure: ProseFigure): boolean {
  return slipBetween(Math.abs(amount.value), Math.abs(figure.value)) !== undefined
}

/** Whether the sentence has the row's name in it, or a word of its own. */
function names({ sentence }: ProseFigure, { row }: Printed): boolean {
  const words = foldLabel(row.label)
    .split(' ')
    .filter((word) => word.length > 5)
  const folded = foldLabel(sentence)
  return words.length > 0 && words.every((word) => folded.includes(word.slice(0, 8)))
}
