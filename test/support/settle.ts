import { loadSolver } from '../../src/commands/load-solver.js'
import type { IdentifiedReport, SettledReport } from '../../src/model/settled.js'
import { settleOrganisation as settle } from '../../src/settle.js'

const solve = await loadSolver()

/** Settles with the real solver, loaded once. */
export const settleOrganisation = (reports: readonly IdentifiedReport[]): SettledReport[] => settle(reports, solve)
