import { cellsOf } from '../model/check.js'
import { isSignBroken, isTurnedAbout, proves } from './check-nature.js'
import type { Floats } from './floating-signs.js'
import { keyOfRow } from './printed.js'
import type { ReportWithChecks, TriedCheck } from './tried-check.js'

/** The one key of all figures that are held to be printed alike, from the key of any of them. */
export type SameFigure = (key: string) => string

/** Joins figures that a check found printed twice alike; a union-find over their keys. `tried` are the checks of each report. */
export function joinSameFigures(
  reports: readonly ReportWithChecks[],
  tried: readonly (readonly TriedCheck[])[],
  floats: Floats,
): SameFigure {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    return root
  }
  for (const [index, { id, checks }] of reports.entries()) {
    const signsInDoubt = new Set(
      checks.filter(isSignBroken).flatMap(({ subjectCell }) => (subjectCell ? keyOfRow(subjectCell) : [])),
    )
    const isFloating = floats.get(id)!
    for (const { check, keys } of tried[index]!) {
      if (!proves(check) || keys.length !== 2) continue
      // A sign is turned by habit or by a lost minus: in doubt each printing stands for itself.
      if (isTurnedAbout(check) && signsInDoubt.has(keyOfRow(check.terms[0]!.cell))) continue
      if (isTurnedAbout(check) && cellsOf(check).some(isFloating)) continue
      if (!check.other && cellsOf(check).some((cell) => isFloating(cell) === 'in its report')) continue
      const [first, second] = keys.map(find).sort()
      if (first !== second) parent.set(second!, first!)
    }
  }
  return find
}
