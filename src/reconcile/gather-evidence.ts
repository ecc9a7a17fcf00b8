import { groupBy } from '../arithmetic/group-by.js'
import type { Check } from '../model/check.js'
import { isSignBroken, isStrong } from './check-nature.js'
import { isOfOneStep, type Proof, proofFinder } from './find-proofs.js'
import { floatsOf } from './floating-signs.js'
import { keyOfRow } from './printed.js'
import { joinSameFigures, type SameFigure } from './same-figures.js'
import { type ReportWithChecks, type TriedCheck, toTriedChecks } from './tried-check.js'

/** What the checks of all reports say of the figures: which are one, what proves each, what contradicts each. */
export interface Evidence {
  readonly sameFigure: SameFigure
  /** Checks that hold to the unit, by the figure that they prove. */
  readonly proofs: ReadonlyMap<string, readonly Proof[]>
  /** Figures that a broken check touches. */
  readonly broken: ReadonlySet<string>
  /** Figures whose other printing differs by a unit: one of the two may be misread. */
  readonly nearMisses: ReadonlySet<string>
  /** Those of them that are the one row of a sum and the sum: no rounding sets them apart. */
  readonly uncopied: ReadonlySet<string>
}

/** Gathers what is to be known of every figure before any of them is judged. */
export function gatherEvidence(reports: readonly ReportWithChecks[]): Evidence {
  const floats = floatsOf(reports)
  const tried = reports.map((one) => toTriedChecks(one, reports))
  const sameFigure = joinSameFigures(reports, tried, floats)
  const figuresOf = (some: readonly TriedCheck[]) => new Set(some.flatMap(({ keys }) => keys.map(sameFigure)))
  const rounding = tried.flat().filter(({ check }) => check.verdict === 'rounding')
  const rounded = figuresOf(rounding.filter(({ check }) => isStrong(check)))
  const proven = reports.flatMap((one, index) => {
    const proofsOf = proofFinder(one, floats, sameFigure, ({ key }) => rounded.has(sameFigure(key)))
    return tried[index]!.flatMap(proofsOf)
  })
  return {
    sameFigure,
    proofs: groupBy(proven, ({ key }) => sameFigure(key)),
    broken: new Set(reports.flatMap(({ checks }, index) => tried[index]!.flatMap(blamedBy(checks)).map(sameFigure))),
    nearMisses: figuresOf(rounding.filter(isNearMiss)),
    uncopied: figuresOf(rounding.filter((tried) => isNearMiss(tried) && isSumOfOne(tried))),
  }
}

/** Whether two figures that are one are a unit of their last digit apart. */
function isNearMiss({ check, keys, figures }: TriedCheck): boolean {
  return check.tolerance <= 1 && keys.length === 2 && isOfOneStep(figures)
}

function isSumOfOne({ check: { subjectCell, terms } }: TriedCheck): boolean {
  return terms.length === 1 && terms[0]!.cell.table === subjectCell?.table
}

/** A broken check of these rules is by itself no sign that a figure was misread. */
const SOFT = new Set<Check['rule']>(['funding_shares', 'key_figure', 'organisation_number', 'balance_change', 'prose'])

/** In so many other columns a soft identity holds before it is this document's habit. */
const HABIT = 3

/** The figures, by their keys, one of which may be what breaks a check of a report; none where it holds or says nothing. */
function blamedBy(checks: readonly Check[]): (tried: TriedCheck) => readonly string[] {
  return ({ check, keys, figures }) => {
    if (check.verdict !== 'mismatch' || !isTelling(check, checks)) return []
    // It is the document's own fault, as a person saw.
    if (figures.some(({ amount }) => amount.reviewed === 'printed so')) return []
    // Where only the sign of the sum is wrong, its rows are not to blame.
    return isSignBroken(check) && keys.length > 2 ? keys.slice(0, 1) : keys
  }
}

/** Whether a broken check says that a figure is wrong: of a soft rule where the same row holds in most other columns. */
function isTelling({ rule, subjectCell }: Check, checks: readonly Check[]): boolean {
  if (!SOFT.has(rule)) return true
  if (subjectCell === null) return false
  const row = keyOfRow(subjectCell)
  const alike = checks.filter((one) => one.rule === rule && one.subjectCell && keyOfRow(one.subjectCell) === row)
  const held = alike.filter(({ verdict, confirms }) => verdict !== 'mismatch' && confirms).length
  return held >= HABIT && held > alike.length / 2
}
