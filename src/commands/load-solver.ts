import { createRequire } from 'node:module'
import type { BinaryProgram, ProgramRow, SolveProgram } from '../repair/binary-program.js'

/** Loaded as CommonJS, which its types are written for. */
const loadHighs: typeof import('highs').default = createRequire(import.meta.url)('highs')

/** Counted in branches, not in seconds, so that the same figures have the same outcome on a slower machine. */
const MOST_BRANCHES = 500

/** Loads the HiGHS solver for mixed integer programs, which solves in this process and without waiting. */
export async function loadSolver(): Promise<SolveProgram> {
  const highs = await loadHighs()
  return (program) => {
    const { Status, Columns } = highs.solve(toText(program), {
      output_flag: false,
      mip_rel_gap: 0,
      mip_max_nodes: MOST_BRANCHES,
    })
    if (Status === 'Infeasible') return 'none'
    if (Status !== 'Optimal') return 'unproven'
    return program.costs.map((_, variable) => {
      const column = Columns[`x${variable}`]
      return column !== undefined && 'Primal' in column && Number(column.Primal) > 0.5
    })
  }
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
