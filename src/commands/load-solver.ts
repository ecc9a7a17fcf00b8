import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { BinaryProgram, ProgramRow, SolveProgram } from '../repair/binary-program.js'

/** Loaded as CommonJS, which its types are written for. */
const loadHighs: typeof import('highs').default = createRequire(import.meta.url)('highs')
type Highs = Awaited<ReturnType<typeof loadHighs>>

/** Programs whose outcome is remembered: those of a large organisation, many times over. */
const MOST_REMEMBERED = 5000

/** Counted in branches, not in seconds, so that the same figures have the same outcome on a slower machine. */
const MOST_BRANCHES = 500

/**
 * Loads the HiGHS solver for mixed integer programs, which solves in this process and without waiting. What was solved
 * is remembered: settled again after a decision, most of an organisation is as it was.
 */
export async function loadSolver(): Promise<SolveProgram> {
  const highs = await loadHighs()
  const remembered = new Map<string, ReturnType<SolveProgram>>()
  return (program) => {
    const text = toText(program)
    const key = createHash('sha256').update(text).digest('base64')
    const known = remembered.get(key)
    if (known !== undefined) return known
    const outcome = solveText(highs, text, program.costs.length)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, outcome)
    return outcome
  }
}

function solveText(highs: Highs, text: string, variables: number): ReturnType<SolveProgram> {
  const { Status, Columns } = highs.solve(text, {
    output_flag: false,
    mip_rel_gap: 0,
    mip_max_nodes: MOST_BRANCHES,
  })
  if (Status === 'Infeasible') return 'none'
  if (Status !== 'Optimal') return 'unproven'
  return Array.from({ length: variables }, (_, variable) => {
    const column = Columns[`x${variable}`]
    return column !== undefined && 'Primal' in column && Number(column.Primal) > 0.5
  })
}

/** The program in the LP format of CPLEX. */
function toText({ costs, rows }: BinaryProgram): string {
  const names = costs.map((_, variable) => `x${variable}`)
  return [
    'Minimize',
    sumOf(costs.map((cost, variable) => [variable, cost])),
    'Subject To',
    ...rows.flatMap(rowToText),
    'Binaries',
    ...names,
    'End',
  ].join('\n')
}

function rowToText({ terms, least, most }: ProgramRow): string[] {
  const sum = sumOf(terms)
  if (least !== undefined && least === most) return [`${sum} = ${least}`]
  return [...(least === undefined ? [] : [`${sum} >= ${least}`]), ...(most === undefined ? [] : [`${sum} <= ${most}`])]
}

function sumOf(terms: ProgramRow['terms']): string {
  return terms.map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${variable}`).join('\n')
}
