import { expect, test } from 'vitest'
import { FAULTS } from '../../scripts/bench-repair/injure.js'
import { newTally, tryOut } from '../../scripts/bench-repair/measure.js'
import { archivedSeries, madeSeries } from '../../scripts/bench-repair/true-reports.js'
import { loadSolver } from '../../src/commands/load-solver.js'

const plan = { firstYear: 2012, years: 2, rounded: false } as const
const series = [
  madeSeries({ ...plan, seed: 'small bench', kind: 'housing', unit: 'kr' }),
  madeSeries({ ...plan, seed: 'small bench', kind: 'company', unit: 'tkr' }),
]
const solve = await loadSolver()
/** Milliseconds; a machine that does much else needs them. */
const PATIENCE = 120_000

test('the truth raises no alarm', { timeout: PATIENCE }, () => {
  const tally = newTally()
  for (const one of [...series, ...archivedSeries()]) tryOut(tally, one, 0, 'quiet', solve)
  expect(tally).toMatchObject({ falseAlarms: [], silent: [], repairs: 0 })
  expect(tally.amounts).toBeGreaterThan(1000)
})

test('errors are seen, repairs are right, misprints stay, nothing wrong is sure', { timeout: PATIENCE }, () => {
  const tally = newTally()
  for (const errors of [1, 2, 5]) for (const one of series) tryOut(tally, one, errors, 'noisy', solve)
  const counts = FAULTS.map((fault) => tally.faults[fault])
  const sum = (name: 'observable' | 'detected' | 'mended' | 'made') => counts.reduce((all, one) => all + one[name], 0)
  expect(tally.silent).toEqual([])
  expect(tally).toMatchObject({ rightRepairs: tally.repairs, repairedMisprints: 0 })
  expect(sum('made')).toBeGreaterThanOrEqual(24)
  // Thirty errors, most of them five to a document: what share is seen is for the whole bench to tell.
  expect(sum('detected') / sum('observable')).toBeGreaterThanOrEqual(0.85)
  expect(sum('mended')).toBeGreaterThanOrEqual(8)
  // What is mended needs no bounds.
  expect(tally.bounds).toBeGreaterThan(40)
  expect(tally.rightBounds / tally.bounds).toBeGreaterThanOrEqual(0.98)
  expect(Math.max(...tally.solves.map(({ variables }) => variables))).toBeLessThanOrEqual(700)
})
