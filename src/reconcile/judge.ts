import { type CellRef, type Check, cellsOf } from '../model/check.js'
import { type Amount, type Report, UNTOLD_NOTE, type Unit } from '../model/report.js'
import type { IdentifiedReport, Judgement } from '../model/settled.js'
import { doubtColumns } from './doubtful-columns.js'
import { type Floats, floatsOf } from './floating-signs.js'
import { type Exactness, exactnessOf, hasSureDigits, isReadAlikeAgain, withstandsRounding } from './judge-rounding.js'
import { lostLeadingDigits } from './lost-leading-digits.js'
import { isWithinTable } from './minus-throughout.js'
import { finestDecimals, printedAt, printedNumber } from './printed.js'
import { severedColumns } from './severed-columns.js'
import { shiftedLabels } from './shifted-labels.js'
import { mirroredRows, turnedRows } from './turned-rows.js'

/** A report with the checks that were made on it and the cells that were repaired in it. */
export type CheckedReport = IdentifiedReport & { checks: readonly Check[]; repaired: readonly CellRef[] }

/** A broken check of these rules is by itself no sign that a figure was misread. */
const SOFT = new Set<Check['rule']>(['funding_shares', 'key_figure', 'organisation_number', 'balance_change', 'prose'])

/** Rules whose identities hold with the signs as printed, over figures that were booked apart. */
const STRONG = new Set<Check['rule']>(['statement_sum', 'note_sum', 'cash_flow', 'opening_equity', 'variance'])

/**
 * The status of every amount, by [report][table][row][column]. Figures that are printed twice alike stand or fall
 * together. A figure is verified by an identity that holds to the unit and would not hold had it been another; where a
 * broken identity touches it, only if sums prove it and the fault can lie elsewhere.
 */
export function judge(reports: readonly CheckedReport[]): Judgement[][][][] {
  const evidence = gatherEvidence(reports)
  return reports.map(({ report, id, repaired, checks }) => {
    const doubtOf = doubtColumns(report, checks)
    const mended = new Set(repaired.map((cell) => keyOf(id, cell)))
    return report.tables.map((table, tableIndex) => {
      const severed = severedColumns(table)
      const isShifted = shiftedLabels(table)
      return table.rows.map((row, rowIndex) =>
        row.cells.map((amount, column): Judgement => {
          if (!amount) return { status: 'unverified', confirmations: 0 }
          const key = keyOf(id, { table: tableIndex, row: rowIndex, column })
          const judgement = judgeAmount(amount, key, evidence, mended.has(key))
          const isDoubtful = severed.has(column) || isShifted(rowIndex) || doubtOf(tableIndex, column) !== undefined
          if (isDoubtful && !amount.reviewed) return { ...judgement, status: 'suspect' }
          // A figure of no known time is of no use to anyone, however well it adds up.
          const isTimeless = table.columns[column]?.periodEnd === null && !amount.reviewed
          return isTimeless && judgement.status !== 'suspect' ? { ...judgement, status: 'unverified' } : judgement
        }),
      )
    })
  })
}

/** What the checks say: which figures are one, what proves each, what contradicts each. */
type Evidence = {
  find: (key: string) => string
  /** Checks that hold to the unit, by the figure they prove; `sum` if more than one other figure took part. */
  proofs: Map<string, { check: Check; sum: boolean }[]>
  /** Broken checks by the figure they touch: all the figures that took part. */
  broken: Map<string, string[][]>
  /** Figures whose other printing differs by a unit: one of the two may be misread. */
  nearMisses: ReadonlySet<string>
}

function gatherEvidence(reports: readonly CheckedReport[]): Evidence {
  const floats = floatsOf(reports)
  const find = joinEqual(reports, floats)
  const evidence: Evidence = { find, proofs: new Map(), broken: new Map(), nearMisses: nearMisses(reports, find) }
  const rounded = roundedFigures(reports, find)
  for (const one of reports) {
    const exactness = exactnessOf(one.checks)
    const isTurned = turnedRows(one.report, one.checks)
    const isMirrored = mirroredRows(one.checks)
    const isFloating = floats.get(one.id)!
    const isTelling = tellingBreach(one.checks)
    const isBeheaded = lostLeadingDigits(one.report, one.checks)
    for (const check of one.checks) {
      const keys = participants(one.id, check)
      const isOwnFault = amountsOf(reports, one, check).some(({ amount }) => amount.reviewed === 'printed so')
      if (check.verdict === 'mismatch' && isTelling(check) && !isOwnFault) {
        // Where only the sign of the sum is wrong, its rows are not to blame.
        const figures = new Set(isSignBroken(check) && keys.length > 2 ? keys.slice(0, 1).map(find) : keys.map(find))
        for (const key of figures) push(evidence.broken, key, [...figures])
      }
      if (!proves(check) && !bounds(check)) continue
      // Sums of figures that all lost their first digits hold as well as true ones.
      if (keys.length > 2 && cellsOf(check).some(isBeheaded)) continue
      const weight = bearing(one.report, check)
      const terms = check.terms.map(({ cell }) => cell)
      const mirrored = cellsOf(check).filter(isMirrored)
      const floating = new Set(
        cellsOf(check)
          .filter(isFloating)
          .map((cell) => keyOf(one.id, cell)),
      )
      const signless = new Set([...terms.filter(isTurned), ...mirrored].map((cell) => keyOf(one.id, cell)))
      const taking = amountsOf(reports, one, check)
      for (const { key, amount, factor, unit } of taking) {
        // A share in per cent says little of the two figures that it is of.
        if (check.unit === '%' && unit !== '%') continue
        if (keys.length > 2 && signless.has(key)) continue
        // Only a figure that has the same sign elsewhere shows that no minus was lost.
        if (floating.has(key) && (keys.length > 2 || isTurnedAbout(check) || isWithinTable(check))) continue
        const others = new Set(keys.map(find).filter((other) => other !== find(key)))
        if (isCoarser(check, unit) || isToTheKrona(amount, taking)) {
          push(evidence.proofs, find(key), { check, sum: false })
          continue
        }
        const reliable = rounded.has(find(key)) && check.rule !== 'variance' ? UNKNOWN : exactness
        if (!proves(check) && (!STRONG.has(check.rule) || Math.abs(printedNumber(amount)) <= check.tolerance)) continue
        const isSure = hasSureDigits(amount)
        const hasWitness = amount.typed || isReadAlikeAgain(amount)
        if (!hasWitness && keys.length > 2 && !withstandsRounding(check, amount, factor, reliable, isSure)) continue
        if (!isSure && !proves(check)) continue
        // A nought fits into any sum of other rows.
        const isSum = others.size > 1 || (others.size === 1 && weight > 2)
        const sum = proves(check) && STRONG.has(check.rule) && isSum && amount.value !== 0
        push(evidence.proofs, find(key), { check, sum })
      }
    }
  }
  return evidence
}

/** Whether a second reading has other digits; a sign that it lost is shown by the identities. */
function isOutvoted({ second, value }: Amount): boolean {
  return second !== null && Math.abs(second) !== Math.abs(value)
}

/** Nothing is known of how often identities close to the unit but that each figure may have been rounded by itself. */
const UNKNOWN: Exactness = new Map()

/** Figures in sums that hold only within rounding: there a misread last digit may be what another sum rests on. */
function roundedFigures(reports: readonly CheckedReport[], find: (key: string) => string): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ id, checks }) =>
      checks
        .filter(({ verdict, rule }) => verdict === 'rounding' && STRONG.has(rule))
        .flatMap((check) => participants(id, check).map(find)),
    ),
  )
}

function nearMisses(reports: readonly CheckedReport[], find: (key: string) => string): ReadonlySet<string> {
  return new Set(
    reports.flatMap((one) =>
      one.checks
        .filter((check) => check.verdict === 'rounding' && check.tolerance <= 1)
        .filter((check) => isOfOneStep(amountsOf(reports, one, check)))
        .map((check) => participants(one.id, check))
        .filter((keys) => keys.length === 2)
        .flatMap((keys) => keys.map(find)),
    ),
  )
}

function judgeAmount(amount: Amount, key: string, evidence: Evidence, mended: boolean): Judgement {
  const own = evidence.find(key)
  const proofs = evidence.proofs.get(own) ?? []
  const confirmations = new Set(proofs.map(({ check }) => check)).size
  if (amount.reviewed) return { status: 'reviewed', confirmations }
  // A broken identity leaves alone what sums prove: the fault is another figure's, or the document's own.
  const contradicted = evidence.broken.has(own) && !proofs.some(({ sum }) => sum)
  if (contradicted || amount.doubts.includes(UNTOLD_NOTE)) return { status: 'suspect', confirmations }
  if (mended) return { status: confirmations > 0 ? 'repaired' : 'suspect', confirmations }
  const nearMiss = evidence.nearMisses.has(own) && !hasSureDigits(amount)
  if (nearMiss && confirmations < 2) return { status: 'unverified', confirmations }
  if (amount.doubts.length === 0 && isOutvoted(amount)) {
    return { status: proofs.some(({ sum }) => sum) ? 'verified' : 'suspect', confirmations }
  }
  if (amount.doubts.length > 0) return { status: confirmations > 1 ? 'verified' : 'suspect', confirmations }
  return { status: confirmations > 0 ? 'verified' : 'unverified', confirmations }
}

function proves(check: Check): boolean {
  return check.confirms && (check.verdict === 'ok' || check.verdict === 'repaired') && check.difference === 0
}

/** Kronor that add up to fewer, and only nearly, may be the thousands of figures that lost their end. */
const FEWEST_KRONOR = 1000

/** Whether a check holds within rounding, and so leaves an amount nothing but its last digits to be wrong in. */
function bounds({ confirms, verdict, unit, expected }: Check): boolean {
  return confirms && verdict === 'rounding' && !(unit === 'kr' && Math.abs(expected ?? 0) < FEWEST_KRONOR)
}

/** Whether an amount in thousands or millions meets one in kronor: had it another digit, they would be a unit apart. */
function isCoarser({ unit, terms, subjectCell, other }: Check, own: Unit): boolean {
  const participants = terms.length + (subjectCell ? 1 : 0) + (other ? 1 : 0)
  return unit === 'kr' && (own === 'tkr' || own === 'mkr') && participants === 2
}

type Taking = { key: string; amount: Amount; factor: 1 | -1; unit: Unit }

/** Whether figures that took part are printed to the same decimal: a nought is, whatever it shows. */
function isOfOneStep(taking: readonly Taking[]): boolean {
  return new Set(taking.flatMap(({ amount }) => (amount.value === 0 ? [] : [amount.decimals]))).size <= 1
}

/** The same of an amount in whole kronor that meets one with öre. */
function isToTheKrona({ value, decimals }: Amount, taking: readonly Taking[]): boolean {
  return taking.length === 2 && value !== 0 && !isOfOneStep(taking) && decimals < finestDecimals(taking)
}

/** How many amounts other than nought took part. */
function bearing(report: Report, check: Check): number {
  return cellsOf(check).filter((cell) => printedAt(report, cell)?.amount.value).length + (check.other ? 1 : 0)
}

function amountsOf(reports: readonly CheckedReport[], one: CheckedReport, check: Check): Taking[] {
  const own = [
    ...(check.subjectCell ? [{ cell: check.subjectCell, factor: 1 as const }] : []),
    ...check.terms.map(({ cell, sign }) => ({ cell, factor: sign === 1 ? (-1 as const) : (1 as const) })),
  ].map(({ cell, factor }) => ({ id: one.id, report: one.report, cell, factor }))
  const { other } = check
  const elsewhere = other ? reports.find(({ id }) => id === other.reportId) : undefined
  const far = other && elsewhere ? [{ ...elsewhere, cell: other.cell, factor: 1 as const }] : []
  return [...own, ...far].flatMap(({ id, report, cell, factor }) => {
    const printed = printedAt(report, cell)
    return printed ? [{ key: keyOf(id, cell), amount: printed.amount, factor, unit: printed.unit }] : []
  })
}

/** Joins figures that a check found printed twice alike; a union-find over their keys. */
function joinEqual(reports: readonly CheckedReport[], floats: Floats): (key: string) => string {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    return root
  }
  for (const { id, checks } of reports) {
    const signsInDoubt = new Set(checks.filter(isSignBroken).map((check) => rowOf(check.subjectCell)))
    const isFloating = floats.get(id)!
    for (const check of checks) {
      const keys = participants(id, check)
      if (!proves(check) || keys.length !== 2) continue
      // A sign is turned by habit or by a lost minus: in doubt each printing stands for itself.
      if (isTurnedAbout(check) && signsInDoubt.has(rowOf(check.terms[0]!.cell))) continue
      if (isTurnedAbout(check) && cellsOf(check).some(isFloating)) continue
      const [first, second] = [find(keys[0]!), find(keys[1]!)].sort()
      if (first !== second) parent.set(second!, first!)
    }
  }
  return find
}

/** In so many other columns a soft identity holds before it is this document's habit. */
const HABIT = 3

/** Whether a broken check says that a figure is wrong: of a soft rule where the same row holds in most other columns. */
function tellingBreach(checks: readonly Check[]): (check: Check) => boolean {
  return ({ rule, subjectCell }) => {
    if (!SOFT.has(rule)) return true
    const alike = checks.filter((one) => one.rule === rule && rowOf(one.subjectCell) === rowOf(subjectCell))
    const held = alike.filter(({ verdict, confirms }) => verdict !== 'mismatch' && confirms).length
    return subjectCell !== null && held >= HABIT && held > alike.length / 2
  }
}

/** Whether a printed sum is what its rows give but for the sign; of two figures either may have the wrong one. */
function isSignBroken({ verdict, expected, actual }: Check): boolean {
  return verdict === 'mismatch' && actual !== null && expected === -actual
}

/** Whether a check says that a figure is another with the sign turned. */
function isTurnedAbout({ terms }: Check): boolean {
  return terms[0]?.sign === -1
}

function rowOf(cell: CellRef | null): string {
  return cell ? `${cell.table}/${cell.row}` : ''
}

function participants(id: string, check: Check): string[] {
  return [
    ...cellsOf(check).map((cell) => keyOf(id, cell)),
    ...(check.other ? [keyOf(check.other.reportId, check.other.cell)] : []),
  ]
}

function keyOf(id: string, { table, row, column }: CellRef): string {
  return `${id}/${table}/${row}/${column}`
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
