import { groupOrganisations } from '../reconcile/organisations.js'
import { settleOrganisation } from '../settle.js'
import type { SettleStages } from '../settle-stored.js'
import { loadSolver } from './load-solver.js'

/** The real last step, with the solver that repairs need loaded. */
export async function joinSettleStages(): Promise<SettleStages> {
  const solve = await loadSolver()
  return { groupOrganisations, settleOrganisation: (reports) => settleOrganisation(reports, solve) }
}
