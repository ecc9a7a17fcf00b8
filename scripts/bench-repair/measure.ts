import type { CellRef, Check } from '../../src/model/check.js'
import type { Report } from '../../src/model/report.js'
import type { IdentifiedReport, SettledReport } from '../../src/model/settled.js'
import { findSums } from '../../src/parse/find-sums.js'
import type { SolveProgram } from '../../src/repair/binary-program.js'
import { settleOrganisation } from '../../src/settle.js'
import { createRandom } from '../synthesise/random.js'
import { breachesOf, type HurtReport, outcomeOf } from './breaches.js'
import { FAULTS, type Fault, type Injury, injure } from './injure.js'
import type { TrueSeries } from './true-reports.js'

/** What happened to a kind of fault. */
export type FaultTally = {
  made: number
  observable: number
  /** Of the observable: mended or in doubt. */
  detected: number
  mended: number
  /** In doubt, and of those, with the printed figure among the proposals, or within the bounds. */
  left: number
  offered: number
  bounded: number
}

/** What a bench run counted, over all documents. */
export type Tally = {
  documents: number
  amounts: number
  faults: Record<Fault, FaultTally>
  /** Repairs made by themselves, and those of them that gave what is printed. */
  repairs: number
  rightRepairs: number
  repairedMisprints: number
  /** Amounts in doubt that have bounds, and those of them where what is printed lies within. */
  bounds: number
  rightBounds: number
  /** Amounts in doubt whose bounds do not hold what is printed. */
  outside: string[]
  /** Amounts that are not what is printed, and yet sure. */
  silent: string[]
  /** Amounts in doubt and broken identities where nothing was wrong. */
  falseAlarms: string[]
  /** Observable faults that are neither mended nor in doubt. */
  missed: string[]
  /** Milliseconds of settling by the number of amounts, and of each program by its number of variables. */
  times: { amounts: number; milliseconds: number }[]
  solves: { variables: number; milliseconds: number }[]
}

/** Milliseconds of this process's own work, which a busy machine does not lengthen. */
function now(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** An empty tally. */
export function newTally(): Tally {
  const none = () => ({ made: 0, observable: 0, detected: 0, mended: 0, left: 0, offered: 0, bounded: 0 })
  return {
    ...{ documents: 0, amounts: 0, repairs: 0, rightRepairs: 0, repairedMisprints: 0, bounds: 0, rightBounds: 0 },
    faults: Object.fromEntries(FAULTS.map((fault) => [fault, none()])) as Record<Fault, FaultTally>,
    ...{ silent: [], outside: [], falseAlarms: [], missed: [], times: [], solves: [] },
  }
}

/** Puts `errors` faults into each report of a series, settles it, and counts what came of them. */
export function tryOut(
  tally: Tally,
  series: TrueSeries,
  errors: number,
  seed: string,
  solve: SolveProgram,
  faults: readonly Fault[] = FAULTS,
): void {
  const random = createRandom(`${series.name} ${errors} ${seed}`)
  const pictured = random.chance(0.5)
  // Where there is no picture, a misprint and a misreading look the same.
  const possible = pictured ? faults : faults.filter((fault) => fault !== 'misprint')
  const clean = settleOrganisation(series.reports.map(withTrueSums), solve)
  const hurt = series.reports.map(({ id, report }) => {
    const chosen = Array.from({ length: errors }, () => random.pick(possible))
    return { id, ...injure(report, chosen, random, pictured) }
  })
  const timed: SolveProgram = (program) => {
    const start = now()
    const answer = solve(program)
    tally.solves.push({ variables: program.costs.length, milliseconds: now() - start })
    return answer
  }
  const start = now()
  const settled = settle(hurt, timed)
  tally.times.push({
    amounts: series.reports.reduce((sum, { report }) => sum + cellsOf(report).length, 0),
    milliseconds: now() - start,
  })
  hurt.forEach(({ id, report, injuries }, index) => {
    tally.documents++
    const truth = series.reports[index]!.report
    const own = settled[index]!
    countAmounts(tally, id, truth, report, injuries, own)
    for (const injury of injuries) countInjury(tally, injury, clean, hurt, settled, own)
    if (errors === 0) countAlarms(tally, series, own)
  })
}

function settle(reports: readonly IdentifiedReport[], solve: SolveProgram): SettledReport[] {
  return settleOrganisation(
    reports.map(({ id, report }) => ({ id, report: withSums(report) })),
    solve,
  )
}

/** The truth's own structure where it tells one, else what is found on the true figures. */
function withTrueSums({ id, report }: IdentifiedReport): IdentifiedReport {
  const isTold = report.tables.some(({ sums }) => sums.length > 0)
  return { id, report: isTold ? report : withSums(report) }
}

/** The structure is found on the figures as they were read, as in life. */
function withSums(report: Report): Report {
  const tables = report.tables.map((table) => {
    const { sums, roles } = findSums(table)
    return { ...table, sums, rows: table.rows.map((row, index) => ({ ...row, role: roles[index]! })) }
  })
  return { ...report, tables }
}

function countAmounts(tally: Tally, id: string, truth: Report, read: Report, injuries: Injury[], own: SettledReport) {
  const printed = (cell: CellRef) => {
    const misprints = injuries.filter(({ fault }) => fault === 'misprint').flatMap(({ cells }) => cells)
    return misprints.find((one) => isSame(one.cell, cell))?.after ?? valueAt(truth, cell)
  }
  for (const cell of cellsOf(truth)) {
    tally.amounts++
    const [now, before] = [valueAt(own.report, cell), valueAt(read, cell)]
    const isRight = now === printed(cell)
    const status = statusAt(own, cell)
    const what = `${id} ${nameOf(truth, cell)}: printed ${printed(cell)}, read ${before}, now ${now}, ${status}`
    if (!isRight && (status === 'verified' || status === 'repaired')) tally.silent.push(what)
    const bound = status === 'suspect' && own.bounds?.find((one) => isSame(one.cell, cell))
    if (bound) {
      tally.bounds++
      if (bound.low <= printed(cell)! && printed(cell)! <= bound.high) tally.rightBounds++
      else tally.outside.push(`${what}, bound to ${bound.low}..${bound.high}`)
    }
    if (now === before) continue
    tally.repairs++
    if (isRight) tally.rightRepairs++
    else if (before === printed(cell)) tally.repairedMisprints += isMisprintAt(injuries, cell) ? 1 : 0
  }
}

function isMisprintAt(injuries: readonly Injury[], cell: CellRef): boolean {
  return injuries.some(({ fault, cells }) => fault === 'misprint' && cells.some((one) => isSame(one.cell, cell)))
}

function countInjury(
  tally: Tally,
  injury: Injury,
  clean: readonly SettledReport[],
  hurt: readonly HurtReport[],
  settled: readonly SettledReport[],
  own: SettledReport,
): void {
  const count = tally.faults[injury.fault]
  count.made++
  const breaches = breachesOf(injury, own.id, clean, hurt)
  if (breaches.length === 0) return
  count.observable++
  const isMended = injury.cells.every(({ cell, before }) => valueAt(own.report, cell) === before)
  const isDoubted = injury.cells.some(({ cell }) => statusAt(own, cell) === 'suspect')
  if (isMended || isDoubted) count.detected++
  else
    tally.missed.push(
      `${injury.fault} ${injury.cells.map(({ cell, before, after }) => `${own.id} ${nameOf(own.report, cell)}: ${before} read as ${after}`).join(', ')}; ${breaches.map((breach) => outcomeOf(breach, settled)).join('; ')}`,
    )
  if (isMended) count.mended++
  else if (isDoubted) {
    count.left++
    const isOffered = injury.cells.every(({ cell, before }) =>
      own.repairs.some((repair) => isSame(repair.cell, cell) && repair.after === before),
    )
    if (isOffered) count.offered++
    const isBounded = injury.cells.every(({ cell, before }) =>
      own.bounds?.some((bound) => isSame(bound.cell, cell) && bound.low <= before && before <= bound.high),
    )
    if (isBounded) count.bounded++
  }
}

function countAlarms(tally: Tally, { broken }: TrueSeries, own: SettledReport): void {
  const isKnown = (check: Check) =>
    broken.some((one) => one.expected === check.expected && one.actual === check.actual) ||
    check.rule === 'funding_shares'
  const alarms = own.checks.filter((check) => check.verdict === 'mismatch' && !isKnown(check))
  for (const { rule, explanation } of alarms) tally.falseAlarms.push(`${own.id} ${rule}: ${explanation}`)
  if (broken.length > 0) return
  for (const cell of cellsOf(own.report))
    if (statusAt(own, cell) === 'suspect' && secondAgrees(own.report, cell))
      tally.falseAlarms.push(`${own.id} ${nameOf(own.report, cell)} is in doubt`)
}

function secondAgrees(report: Report, { table, row, column }: CellRef): boolean {
  const amount = report.tables[table]!.rows[row]!.cells[column]!
  return amount.second === null || amount.second === amount.value
}

function cellsOf(report: Report): CellRef[] {
  return report.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) => row.cells.flatMap((cell, column) => (cell ? [{ table: t, row: r, column }] : []))),
  )
}

function valueAt(report: Report, { table, row, column }: CellRef): number | undefined {
  return report.tables[table]?.rows[row]?.cells[column]?.value
}

function statusAt({ judgements }: SettledReport, { table, row, column }: CellRef): string {
  return judgements[table]![row]![column]!.status
}

function nameOf(report: Report, { table, row, column }: CellRef): string {
  const one = report.tables[table]!
  return `${one.kind} ${one.note ?? ''} "${one.rows[row]!.label}" column ${column}`
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}
