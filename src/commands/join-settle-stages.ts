import { applyDecisions } from '../decide/apply-decisions.js'
import { findConcept } from '../model/taxonomy.js'
import { groupOrganisations } from '../reconcile/organisations.js'
import { loadTaxonomy } from '../reference.js'
import { settleOrganisation } from '../settle.js'
import type { SettleStages } from '../settle-stored.js'
import { loadSolver } from './load-solver.js'

/** The real last step, with the solver that repairs need loaded. */
export async function joinSettleStages(): Promise<SettleStages> {
  const solve = await loadSolver()
  const taxonomy = loadTaxonomy()
  return {
    applyDecisions: (reports, decisions) =>
      applyDecisions(reports, decisions, (label, kind) => findConcept(label, kind, taxonomy)?.id ?? null),
    groupOrganisations,
    settleOrganisation: (reports) => settleOrganisation(reports, solve),
  }
}
