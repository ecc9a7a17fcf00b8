import { parseArgs } from 'node:util'
import { loadSolver } from '../src/commands/load-solver.js'
import { FAULTS } from './bench-repair/injure.js'
import { newTally, type Tally, tryOut } from './bench-repair/measure.js'
import { archivedSeries, madeSeries, type TrueSeries } from './bench-repair/true-reports.js'
import { KINDS } from './synthesise/make-series.js'

const HELP = `Puts known errors into true figures and counts what detection and repair make of them.

  npm run bench:repair                    five kinds of error, 0, 1, 2 and 5 a document, and times by size

  --seeds N    made organisations of each kind (3)       --repeats N   times that each is tried (2)
  --verbose    every silent error, false alarm, undetected error and bound that does not hold`

const ERRORS = [0, 1, 2, 5]

function seriesOf(seeds: number): TrueSeries[] {
  const made = Array.from({ length: seeds }, (_, index) =>
    KINDS.flatMap((kind) =>
      (['kr', 'tkr'] as const).map((unit) =>
        madeSeries({
          ...{ seed: `bench ${index} ${unit}`, kind, unit },
          firstYear: 2012,
          years: 2 + (index % 2),
          rounded: index % 2 === 1,
        }),
      ),
    ),
  ).flat()
  return [...archivedSeries(), ...made]
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function print(title: string, tally: Tally): void {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  const columns = ['made', 'observable', 'detected', 'mended', 'left', 'offered', 'bounded'] as const
  say(`\n${title}: ${tally.documents} documents, ${tally.amounts} amounts`)
  say(['          ', ...columns.map((name) => name.padStart(11))].join(''))
  const total = FAULTS.filter((fault) => fault !== 'misprint').map((fault) => tally.faults[fault])
  const sum = Object.fromEntries(columns.map((name) => [name, total.reduce((all, one) => all + one[name], 0)]))
  for (const [fault, one] of [...Object.entries(tally.faults), ['misread', sum as (typeof total)[number]]] as const)
    say([fault.padEnd(10), ...columns.map((name) => String(one[name]).padStart(11))].join(''))
  const all = [...total, tally.faults.misprint]
  const of = (name: (typeof columns)[number]) => all.reduce((count, one) => count + one[name], 0)
  say(`detection of observable errors   ${share(of('detected'), of('observable'))}`)
  say(`precision of automatic repairs   ${share(tally.rightRepairs, tally.repairs)} of ${tally.repairs}`)
  say(`recall of automatic repairs      ${share(sum.mended!, sum.observable!)} of observable misreadings`)
  say(
    `left to a person                 ${share(sum.left!, sum.observable!)}, offered the printed figure ${share(sum.offered!, sum.left!)}, bounded ${share(sum.bounded!, sum.left!)}`,
  )
  say(`bounds that hold what is printed ${share(tally.rightBounds, tally.bounds)} of ${tally.bounds}`)
  say(`misprints repaired away          ${tally.repairedMisprints}`)
  say(`silently wrong                   ${tally.silent.length}`)
  say(`false alarms on clean documents  ${tally.falseAlarms.length}`)
}

function printTimes({ times, solves }: Tally): void {
  const line = (name: string, values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b)
    const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1).padStart(9)
    process.stdout.write(`${name.padEnd(28)}${String(values.length).padStart(7)}${at(0.5)}${at(0.95)}${at(1)}\n`)
  }
  process.stdout.write('\nmilliseconds                  number   median      95 %  longest\n')
  const bands = (name: string, rows: readonly { size: number; milliseconds: number }[], edges: readonly number[]) => {
    edges.forEach((edge, index) => {
      const low = edges[index - 1] ?? 0
      const own = rows.filter(({ size }) => size > low && size <= edge).map(({ milliseconds }) => milliseconds)
      if (own.length > 0) line(`${name}, ${low + 1} to ${edge}`, own)
    })
  }
  bands(
    'programs by variables',
    solves.map(({ variables, milliseconds }) => ({ size: variables, milliseconds })),
    [20, 50, 100, 200, 400, 700],
  )
  bands(
    'settling by amounts',
    times.map(({ amounts, milliseconds }) => ({ size: amounts, milliseconds })),
    [100, 200, 300, 400, 500, 700],
  )
  const settled = times.filter(({ amounts }) => amounts > 0)
  const power = growth(settled.map(({ amounts, milliseconds }) => [amounts, milliseconds]))
  process.stdout.write(`\nsettling grows with the power ${power.toFixed(1)} of the amounts\n`)
}

/** The slope of a straight line through the logarithms: to what power of the size the time grows. */
function growth(pairs: readonly (readonly [size: number, time: number])[]): number {
  const points = pairs.map(([size, time]) => [Math.log(size), Math.log(Math.max(time, 0.1))] as const)
  const [meanX, meanY] = [0, 1].map((at) => points.reduce((sum, point) => sum + point[at]!, 0) / points.length)
  const rise = points.reduce((sum, [x, y]) => sum + (x - meanX!) * (y - meanY!), 0)
  return rise / points.reduce((sum, [x]) => sum + (x - meanX!) ** 2, 0)
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    repeats: { type: 'string', default: '2' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) process.stdout.write(`${HELP}\n`)
else {
  const solve = await loadSolver()
  const all = newTally()
  const series = seriesOf(Number(values.seeds))
  for (const errors of ERRORS) {
    const tally = newTally()
    for (let repeat = 0; repeat < Number(values.repeats); repeat++)
      for (const one of series) tryOut(tally, one, errors, String(repeat), solve)
    print(`${errors} error${errors === 1 ? '' : 's'} a document`, tally)
    if (values.verbose)
      for (const line of [...tally.silent, ...tally.falseAlarms, ...tally.missed, ...tally.outside])
        process.stdout.write(`  ${line}\n`)
    all.times.push(...tally.times)
    all.solves.push(...tally.solves)
  }
  printTimes(all)
}
