import { z } from 'zod'
import { numbersIn } from './fault-tests.js'

/** A test that says which faults it is about, as a run left it. */
export interface FaultTest {
  readonly file: string
  /** The titles of its `describe`s, one after the other; may be empty. */
  readonly group: string
  readonly name: string
  /** `passed`, `failed`, or whatever else kept it from running. */
  readonly status: string
  /** Why one machine cannot show it for real; undefined where it was real. */
  readonly simulated: string | undefined
}

const TestRun = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), fullName: z.string(), status: z.string() }),
      ),
    }),
  ),
})

/**
 * The tests of one or more of vitest's JSON reports, by their fault. A test that several reports tell of has failed
 * where it failed in one of them, and passed where it passed in one and failed in none.
 */
export function testsByFault(reports: readonly string[]): Map<number, FaultTest[]> {
  const told = new Map<string, FaultTest>()
  for (const { name: path, assertionResults } of reports.flatMap(
    (json) => TestRun.parse(JSON.parse(json)).testResults,
  )) {
    // results of several checkouts may be joined
    const file = path.slice(path.lastIndexOf('/test/') + 1)
    for (const { ancestorTitles, title, fullName, status } of assertionResults) {
      if (numbersIn(fullName).length === 0) continue
      const key = `${file} ${fullName}`
      if (rank(told.get(key)?.status) > rank(status)) continue
      // … [simulated: the machine goes on]
      const simulated = /\[simulated: (.*?)\]/.exec(fullName)?.[1]
      told.set(key, { file, group: ancestorTitles.join(' '), name: title, status, simulated })
    }
  }
  const byFault = new Map<number, FaultTest[]>()
  for (const test of told.values()) {
    for (const number of numbersIn(`${test.group} ${test.name}`)) {
      byFault.set(number, [...(byFault.get(number) ?? []), test])
    }
  }
  return byFault
}

function rank(status: string | undefined): number {
  return status === 'failed' ? 2 : status === 'passed' ? 1 : status === undefined ? -1 : 0
}
