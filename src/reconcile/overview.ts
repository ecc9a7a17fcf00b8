import { DOUBTFUL, nearCutEvidence, nearMissEvidence, type SumFigures } from '../arithmetic/near-miss.js'
import { foldLabel, isTotalAssets, isYearResult } from '../arithmetic/row-kind.js'
import type { Check } from '../model/check.js'
import type { Report, Row } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import { nameOf, type Printed, printedBeside, printedInRow, printedNumber, roundingOf } from './printed.js'
import { comparative } from './statements.js'

/** So many years must roll forward before one that does not is news: equity may have moved by other things. */
const FEWEST_YEARS = 3
/** Of years that a slip in one figure parts, so many suffice. */
const FEWEST_BESIDE_SLIP = 2

/** Equity over the years of an overview: that of the year before and the year's result make the year's own. */
export function checkOverviewEquity(report: Report): Check[] {
  return report.tables.flatMap((table, index) => {
    if (table.kind !== 'multi_year') return []
    const row = (holds: (row: Row) => boolean) => table.rows.findIndex(holds)
    const equity = row(isEquity)
    const result = row(({ label }) => isYearResult(foldLabel(label)))
    if (equity < 0 || result < 0) return []
    const closings = printedInRow(report, { table: index, row: equity })
    const rolls = closings.flatMap((at): Roll[] => {
      const opening = comparative(closings, at)
      const outcome = printedBeside(report, { table: index, row: result }, at)
      return opening && outcome && opening.unit === at.unit && outcome.unit === at.unit
        ? [{ check: rollForward(at, opening, outcome), figures: figuresOf(at, [opening, outcome]) }]
        : []
    })
    return rolls.flatMap(({ check }, place) => (check.verdict !== 'mismatch' || isNews(rolls, place) ? [check] : []))
  })
}

type Roll = { check: Check; figures: SumFigures }

/**
 * Whether a year that does not roll forward tells of a wrong figure: where the others do; where one slip explains it; or
 * where it is off by as much as the year before or after is the other way, since equity closes one year and opens the next.
 */
function isNews(rolls: readonly Roll[], place: number): boolean {
  const held = rolls.filter(({ check }) => check.verdict !== 'mismatch').length
  if (held >= FEWEST_YEARS && held >= rolls.length - 1) return true
  if (held < FEWEST_BESIDE_SLIP) return false
  const { check, figures } = rolls[place]!
  const beside = [rolls[place - 1], rolls[place + 1]].filter((one) => one?.check.verdict === 'mismatch')
  return (
    (nearMissEvidence(figures) ?? DOUBTFUL) > DOUBTFUL ||
    beside.some(
      (one) =>
        one!.check.difference === -check.difference! ||
        nearCutEvidence(figures, one!.figures) !== undefined ||
        nearCutEvidence(one!.figures, figures) !== undefined,
    )
  )
}

function figuresOf(at: Printed, terms: readonly Printed[]): SumFigures {
  return { total: at.amount.value, terms: terms.map(({ amount }) => ({ value: amount.value, sign: 1 })) }
}

/** "Eget kapital", "Summa eget kapital", "Utgående eget kapital". */
export function isEquity({ label, unit }: Row): boolean {
  return unit !== '%' && /^(summa |utgaende )?eget kapital$/.test(foldLabel(label))
}

/** "Balansomslutning", "Summa tillgångar". */
export function isAssets({ label, unit }: Row): boolean {
  return unit !== '%' && isTotalAssets(foldLabel(label))
}

function rollForward(at: Printed, opening: Printed, outcome: Printed): Check {
  const [expected, before, result] = [at, opening, outcome].map(({ amount }) => printedNumber(amount)) as [
    number,
    number,
    number,
  ]
  const name = nameOf(at.row, at.table)
  const sum = `${money(before, at.unit)} of the year before and the result ${money(result, at.unit)} make ${money(before + result, at.unit)}`
  return makeCheck({
    rule: 'opening_equity',
    subject: name,
    at,
    expected,
    actual: before + result,
    tolerance: roundingOf([at, opening, outcome]),
    terms: [opening, outcome].map(({ cell }) => ({ cell, sign: 1 as const })),
    holds: `${name}: ${sum}, as printed.`,
    fails: (difference) =>
      `${name}: ${sum}, printed is ${money(expected, at.unit)}: they differ by ${money(Math.abs(difference), at.unit)}.`,
  })
}
