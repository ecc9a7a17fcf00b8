import { foldLabel, isOpening, isPartialCashFlow, isYearCashFlow } from '../arithmetic/row-kind.js'
import type { Row, StatementKind, Sum } from '../model/report.js'
import { type Fit, fitSum, isToldByOne, type SignedRow, signings, withNearMisses } from './find-sums-candidates.js'
import type { Claim, Reach } from './find-sums-claim.js'

/** Evidence in decimal digits that a row's figures must give before it is taken for a sum, by what it claims. */
const NEEDED: Record<Claim, number> = {
  label: Number.NEGATIVE_INFINITY,
  form: 0.1,
  mark: 0.3,
  nameless: 0.5,
  none: 4.5,
}

/** Structures that cost no more are those that a reader would try first. */
const NATURAL = 0.2

/** What leaving the natural reach of a sum costs, in decimal digits. */
const UNNATURAL = 1

/** A row that may be a sum, and what lies open over it. */
export type Choice = {
  rows: readonly Row[]
  index: number
  open: readonly number[]
  columns: readonly number[]
  claim: Claim
  reach: Reach
  kind: StatementKind
  closed: readonly SignedRow[]
  sums: readonly Sum[]
}

/** A chosen structure; contested if another one closes a column that this one leaves open. */
export type Chosen = Fit & { isContested: boolean }

/** The rows that a row is the sum of, and their signs; undefined where it is taken for no sum. */
export function chooseFit(choice: Choice): Chosen | undefined {
  const ranked = rankFits(choice)
  const fit = acceptFit(choice, ranked)
  if (!fit) return undefined
  const isContested =
    fit.open > 0 && ranked.some((other) => other.fit.closed.some((column) => !fit.closed.includes(column)))
  return { ...fit, isContested }
}

type Ranked = { fit: Fit; price: number }

function rankFits(choice: Choice): Ranked[] {
  const { rows, index, columns } = choice
  const plain = byEvidence(
    candidates(choice).map(({ terms, price }) => ({ fit: fitSum(rows, index, terms, columns), price })),
  )
  if (!plain[0] || (plain[0].fit.open === 0 && plain[0].fit.closed.length > 0)) return plain
  return byEvidence(
    plain.map((one) =>
      one.price <= NATURAL || one.fit.closed.length > 0
        ? { ...one, fit: withNearMisses(one.fit, rows, index, columns) }
        : one,
    ),
  )
}

function byEvidence(ranked: readonly Ranked[]): Ranked[] {
  return ranked.toSorted((a, b) => b.fit.evidence - b.price - (a.fit.evidence - a.price))
}

function acceptFit(choice: Choice, ranked: readonly Ranked[]): Fit | undefined {
  const { claim } = choice
  const best = ranked[0]
  if (!best) return undefined
  const { fit, price } = best
  const closes = fit.exact + fit.rounded + fit.near > 0
  const evidence = fit.evidence - price
  if (claim === 'none') {
    return fit.open === fit.near && fit.rounded === 0 && evidence > NEEDED.none ? fit : undefined
  }
  if (claim === 'nameless') {
    return closes && evidence > NEEDED.nameless && fit.open - fit.near <= fit.exact ? fit : noteEndFit(choice, ranked)
  }
  if (closes && evidence > NEEDED[claim]) return fit
  if (fit.open === 0 && fit.mute > 0 && !closes && claim === 'label') return ranked.find((one) => one.price === 0)?.fit
  return statedFit(choice, ranked)
}

/** A note ends with an amount without a label that is the sum of its lines, where that closes in some column. */
function noteEndFit({ kind, rows, index, open }: Choice, ranked: readonly Ranked[]): Fit | undefined {
  const isEnd = rows.findLastIndex((row) => row.cells.some(Boolean)) === index
  if (kind !== 'note' || !isEnd || open.length < 2) return undefined
  return ranked.find((one) => one.price === 0 && one.fit.closed.length > 0)?.fit
}

/** What a row that calls itself a sum must be the sum of, though no column closes: its mismatch is news. */
function statedFit(choice: Choice, ranked: readonly { fit: Fit; price: number }[]): Fit | undefined {
  const { claim, kind, open } = choice
  if (claim === 'mark') return ranked.find((one) => one.price === 0 && isToldByOne(one.fit))?.fit
  if (claim !== 'label' && claim !== 'form') return undefined
  if (kind === 'multi_year' || open.length < 2) return undefined
  if (kind === 'cash_flow' && isPartialCashFlow(foldLabel(choice.rows[choice.index]?.label ?? null))) {
    return linesSince(choice).length > 1 ? ranked.find((one) => one.price === 0)?.fit : undefined
  }
  return (
    ranked.find((one) => one.price <= NATURAL && one.fit.closed.length > 0)?.fit ??
    ranked.find((one) => one.price === 0)?.fit
  )
}

/** The open rows that a sum may be over, with what each choice costs in decimal digits. */
function candidates(choice: Choice): { terms: readonly SignedRow[]; price: number }[] {
  const { rows, open, claim, reach, kind } = choice
  if (claim === 'none') return byTrialOnly(choice)
  const every = claim !== 'nameless' && kind !== 'balance_sheet' && kind !== 'note'
  const natural = reach === 'all' ? open.length : linesSince(choice).length || open.length
  const found: { terms: readonly SignedRow[]; price: number }[] = []
  for (let count = 1; count <= open.length; count++) {
    const price = count === natural ? 0 : UNNATURAL
    for (const way of signings(rows, open.slice(-count), every))
      found.push({ terms: way.terms, price: price + way.price })
  }
  return [...found, ...afterClosing(choice)]
}

/** For a row that claims nothing: the last open rows as printed, where they close in the first column to the unit. */
function byTrialOnly({ rows, index, open, columns }: Choice): { terms: readonly SignedRow[]; price: number }[] {
  const first = columns.find((column) => rows[index]?.cells[column]?.value)
  if (first === undefined) return []
  const found: { terms: readonly SignedRow[]; price: number }[] = []
  let sum = 0
  for (let count = 1; count <= open.length; count++) {
    sum += rows[open.at(-count)!]?.cells[first]?.value ?? 0
    if (count < 2 || sum !== rows[index]!.cells[first]!.value) continue
    found.push({
      terms: open.slice(-count).map((row) => ({ row, sign: 1 })),
      price: UNNATURAL + Math.log10(open.length),
    })
  }
  return found
}

/** "Årets förändring av likvida medel" printed after the closing balance: its flows, or closing less opening. */
function afterClosing(choice: Choice): { terms: readonly SignedRow[]; price: number }[] {
  const { rows, index, kind, closed, sums } = choice
  if (kind !== 'cash_flow' || closed.length < 2 || !isYearCashFlow(foldLabel(rows[index]?.label ?? null))) return []
  const opening = closed.find((term) => isOpening(foldLabel(rows[term.row]?.label ?? null)))
  const closingSum = sums.find((sum) => sum.terms === closed)
  if (!opening || !closingSum) return []
  return [
    { terms: closed.filter((term) => term !== opening), price: 0 },
    {
      terms: [
        { row: closingSum.row, sign: 1 },
        { row: opening.row, sign: -1 },
      ],
      price: 2,
    },
  ]
}

/** The open rows after the last sum. */
function linesSince({ open, sums }: Choice): number[] {
  const isSum = new Set(sums.map((sum) => sum.row))
  const last = open.findLastIndex((row) => isSum.has(row))
  return open.slice(last + 1)
}
