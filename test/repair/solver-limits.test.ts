import { describe, expect, test } from 'vitest'
import { loadSolver } from '../../src/commands/load-solver.js'
import type { BinaryProgram, SolveProgram } from '../../src/repair/binary-program.js'
import { settleOrganisation } from '../../src/settle.js'
import { report, table } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const solve = await loadSolver()

/** Rows that must each be cut in half to the unit: next to nothing can be ruled out early (Cornuéjols and Dawande, 1998). */
function marketSplit(variables: number, rows: number): BinaryProgram {
  let seed = 1
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % 100
  }
  return {
    costs: Array.from({ length: variables }, (_, at) => 1 + (at % 3)),
    rows: Array.from({ length: rows }, () => {
      const factors = Array.from({ length: variables }, random)
      const half = Math.floor(factors.reduce((sum, factor) => sum + factor, 0) / 2)
      return { terms: factors.map((factor, variable) => [variable, factor] as const), least: half, most: half }
    }),
  }
}

describe('F42: the solver', () => {
  test('says that no choice satisfies every row', () => {
    const rows = [
      { terms: [[0, 1] as const, [1, 1] as const], least: 2 },
      { terms: [[0, 1] as const], most: 0 },
    ]
    expect(solve({ costs: [1, 1], rows })).toBe('none')
    expect(solve({ costs: [1, 1], rows: rows.slice(0, 1) })).toEqual([true, true])
  })

  test('says that it reached its limit, and says so again, rather than what it had by then', async () => {
    const hard = marketSplit(19, 3)
    expect(solve(hard)).toBe('unproven')
    expect((await loadSolver())(hard)).toBe('unproven')
  })
})

/** Revenue of the year before was read as 800 000; costs, results and a note of the same would all tell. */
const damaged = withSums(
  report([
    table(
      'income_statement',
      [
        ['Verksamhetens intäkter', 8_300_000, 800_000],
        ['Verksamhetens kostnader', -8_265_492, -10_062_021],
        ['Årets resultat', 34_508, -2_062_021],
      ],
      { noteRefs: { 'Verksamhetens intäkter': '2' } },
    ),
    table(
      'note',
      [
        ['Avgifter', 300_000, 500_000],
        ['Bidrag', 8_000_000, 7_500_000],
        ['Summa', 8_300_000, 8_000_000],
      ],
      { note: '2', title: 'Verksamhetens intäkter' },
    ),
  ]),
)

/** Settles with a solver that answers `most` times and gives up from then on. */
function settledWithin(most: number) {
  let asked = 0
  const limited: SolveProgram = (program) => (asked++ < most ? solve(program) : 'unproven')
  const [settled] = settleOrganisation([{ id: 'a', report: damaged }], limited)
  return {
    asked,
    value: settled!.report.tables[0]!.rows[0]!.cells[1]!.value,
    status: settled!.judgements[0]![0]![1]!.status,
    decisions: settled!.repairs.map(({ after, decision }) => `${after} ${decision}`),
  }
}

describe('F42: a repair', () => {
  const { asked, ...whole } = settledWithin(Number.POSITIVE_INFINITY)

  test('is made where the solver proves that it stands alone', () => {
    expect(whole).toEqual({ value: 8_000_000, status: 'repaired', decisions: ['8000000 auto'] })
    expect(asked).toBeGreaterThanOrEqual(2)
  })

  test('is never made where it gives up before that, whenever it does: the figure stays as read and in doubt', () => {
    for (let most = 0; most < asked; most++) {
      const { value, status, decisions } = settledWithin(most)
      expect(decisions.filter((one) => one.endsWith('auto') && one !== '8000000 auto')).toEqual([])
      if (value === 800_000) expect(status, `${most} answers`).toBe('suspect')
      else expect({ value, status, decisions }, `${most} answers`).toEqual(whole)
    }
    expect(settledWithin(1)).toMatchObject({ value: 800_000, status: 'suspect' })
  })

  test('is not even looked for where the program says that nothing can be', () => {
    const [settled] = settleOrganisation([{ id: 'a', report: damaged }], () => 'none')
    expect(settled!.repairs).toEqual([])
    expect(settled!.judgements[0]![0]![1]!.status).toBe('suspect')
  })
})
