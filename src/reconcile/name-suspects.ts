import { slipBetween } from '../arithmetic/misreadings.js'
import { type Check, cellsOf } from '../model/check.js'
import type { Report } from '../model/report.js'
import { isReadAlikeAgain } from './judge-rounding.js'
import { money } from './make-check.js'
import { keyOfCell, nameOf, type Printed, printedAt, printedNumber } from './printed.js'

/** So many figures of a broken check are named. */
const MOST_NAMED = 3

/** A figure of a broken identity: what it would have to be for the identity to close, and what speaks for that. */
type Suspect = { at: Printed; wanted: number; fault: string | undefined; isReadSo: boolean; holdsElsewhere: boolean }

/**
 * Says of every broken identity of one report whose fault it looks like: a misreading that another reading mends, a row
 * that was left out or counted, a misprint; and names its figures, the likeliest first.
 */
export function nameSuspects(report: Report, checks: readonly Check[]): Check[] {
  const sound = new Set(
    checks
      .filter(({ verdict, confirms, terms }) => verdict === 'ok' && confirms && terms.length > 0)
      .flatMap((check) => cellsOf(check).map(keyOfCell)),
  )
  return checks.map((check) => {
    if (check.verdict !== 'mismatch' || check.terms.length === 0) return check
    const settled = saidOfSettled(report, check)
    if (settled) return { ...check, explanation: `${check.explanation} ${settled}` }
    const suspects = suspectsOf(report, check, sound)
    if (suspects.length === 0) return check
    const said = [whoseFault(report, check, suspects), listed(suspects)].filter(Boolean).join(' ')
    return { ...check, explanation: `${check.explanation} ${said}` }
  })
}

/** What a person's look at the figures says of a broken check, if it leaves nothing to suspect. */
function saidOfSettled(report: Report, check: Check): string | undefined {
  const figures = cellsOf(check).flatMap((cell) => printedAt(report, cell) ?? [])
  const own = figures.find(({ amount }) => amount.reviewed === 'printed so')
  if (own) return `A person found ${nameOf(own.row, own.table)} printed so: the document itself does not add up.`
  if (figures.length === 0 || figures.some(({ amount }) => !amount.reviewed)) return undefined
  return 'A person has settled all its figures: the document itself does not add up.'
}

function suspectsOf(report: Report, check: Check, sound: ReadonlySet<string>): Suspect[] {
  const difference = check.difference ?? 0
  const parts = [
    ...(check.subjectCell ? [{ cell: check.subjectCell, factor: -1 }] : []),
    ...check.terms.map(({ cell, sign }) => ({ cell, factor: sign })),
  ]
  return parts
    .flatMap(({ cell, factor }): Suspect[] => {
      const at = printedAt(report, cell)
      if (!at || at.unit !== check.unit || at.amount.reviewed) return []
      const { value, decimals, alternatives, second } = at.amount
      const wanted = Math.round(value + factor * difference * 10 ** decimals)
      return [
        {
          at,
          wanted,
          fault: slipBetween(wanted, value)?.fault,
          isReadSo: second === wanted || alternatives.includes(wanted),
          holdsElsewhere: sound.has(keyOfCell(cell)),
        },
      ]
    })
    .map((suspect, place) => ({ suspect, place, rank: rankOf(suspect) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ suspect }) => suspect)
}

/** Small for a figure that is likely at fault. */
function rankOf({ isReadSo, fault, holdsElsewhere }: Suspect): number {
  return (isReadSo ? 0 : 4) + (holdsElsewhere ? 2 : 0) + (fault ? 0 : 1)
}

function whoseFault(report: Report, check: Check, suspects: readonly Suspect[]): string | undefined {
  const read = suspects.find(({ isReadSo }) => isReadSo)
  if (read) return `It looks misread: another reading of ${named(read)} is ${moneyWanted(read)}.`
  const row = rowOfDifference(report, check)
  if (row) return `The difference is what ${row} holds: a row left out of the sum, or counted in it.`
  if (!suspects.every(({ at: { amount } }) => amount.typed || amount.second === amount.value)) return undefined
  const again = suspects.flatMap(({ at: { amount } }) => (amount.typed ? [] : [amount]))
  const isReadAgain = again.length > 0 && again.every(isReadAlikeAgain)
  const alike = isReadAgain
    ? 'Its figures were read again, each by itself, and are read alike'
    : 'Its figures are read alike twice'
  return `${alike}, so it looks misprinted.`
}

/** The row of the table that the sum leaves out, or the term of it that is one too many. */
function rowOfDifference(report: Report, { rule, subjectCell, terms, difference }: Check): string | undefined {
  if (!subjectCell || !/_sum$|^cash_flow$/.test(rule)) return undefined
  const { table, row: own, column } = subjectCell
  const rows = report.tables[table]!.rows
  const found = rows.findIndex(({ cells }, row) => {
    const value = cells[column] ? printedNumber(cells[column]) : 0
    if (value === 0 || row === own) return false
    const term = terms.find(({ cell }) => cell.row === row)
    return term ? -term.sign * value === difference : Math.abs(value) === Math.abs(difference ?? 0)
  })
  return found < 0 ? undefined : nameOf(rows[found]!, report.tables[table]!)
}

function listed(suspects: readonly Suspect[]): string {
  const names = suspects.slice(0, MOST_NAMED).map((suspect) => {
    const figure = `${named(suspect)} ${money(printedNumber(suspect.at.amount), suspect.at.unit)}`
    return suspect.fault ? `${figure} (${moneyWanted(suspect)} would close it: ${suspect.fault})` : figure
  })
  const rest = suspects.length - names.length
  return `Suspects in order: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
}

function moneyWanted({ at, wanted }: Suspect): string {
  return money(printedNumber({ ...at.amount, value: wanted }), at.unit)
}

function named({ at }: Suspect): string {
  return nameOf(at.row, at.table)
}
