import type Database from 'better-sqlite3'
import type { Gold } from '../score/gold.js'
import { sequenceRatio } from '../score/sequence-ratio.js'

interface LabelFact {
  readonly statement: string
  readonly note: string | null
  readonly periodEnd: string | null
  readonly amount: number
  readonly raw: string
}

/** Share of a label's letters that must be right before its row is taken for the same. */
const leastAlike = 0.55

/** The labels of a document's rows as they were read, beside those that its gold file says are printed; each pair once. */
export function pairFacts(database: Database.Database, gold: Gold): [read: string, label: string][] {
  const facts = database
    .prepare<[string], LabelFact>(
      `select statement, note, period_end as periodEnd, amount, label_raw as raw from facts
       where document = ? and label_raw is not null`,
    )
    .all(gold.file)
  const pairs = new Map<string, [string, string]>()
  for (const table of gold.reports.flatMap((report) => report.tables)) {
    for (const { label, cells } of table.rows) {
      if (label === null) continue
      cells.forEach(({ value }, at) => {
        if (!value) return
        const rivals = facts.filter(
          (fact) =>
            fact.amount === value &&
            fact.statement === table.kind &&
            fact.note === table.note &&
            fact.periodEnd === (table.columns[at]?.period_end ?? null),
        )
        const best = rivals
          .map((fact) => ({ raw: fact.raw, ratio: sequenceRatio(fact.raw.toLowerCase(), label.toLowerCase()) }))
          .sort((a, b) => b.ratio - a.ratio)[0]
        if (best && best.ratio >= leastAlike) pairs.set(`${best.raw}\t${label}`, [best.raw, label])
      })
    }
  }
  return [...pairs.values()]
}
