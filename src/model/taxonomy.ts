import { z } from 'zod'
import { StatementKind } from './report.js'

/** Stands for any name in a wording: `Bidrag från * kommun`. */
export const anyName = '*'

/** One printed wording of a concept, with the years of use where it drifts. */
export const ConceptLabel = z
  .object({
    text: z.string().min(1),
    /** First year it was printed; absent where it always was. */
    from: z.int().optional(),
    /** Last year it was printed; absent where it still is. */
    to: z.int().optional(),
  })
  .readonly()
export type ConceptLabel = z.infer<typeof ConceptLabel>

/** One line of Swedish financial statements, whatever the words it is printed with. */
export const Concept = z
  .object({
    /** English snake_case; stable once released. */
    id: z.string().regex(/^[a-z][a-z0-9_]*$/),
    /** Swedish wordings; the first is the one a form of law uses, or the commonest. */
    labels: z.array(ConceptLabel).min(1).readonly(),
    statements: z.array(StatementKind).min(1).readonly(),
    /** The side on which it grows; null for results, changes and shares. */
    balance: z.enum(['debit', 'credit']).nullable(),
    /** The sign with which the statements mostly print it. */
    sign: z.enum(['positive', 'negative', 'either']),
    role: z.enum(['line', 'subtotal', 'total', 'heading']),
    /** Id of the concept that it is a part of. */
    parent: z.string().nullable(),
    /** What it is the sum of, where a form of law says so; signs for amounts printed without their own. */
    sumOf: z
      .array(z.object({ concept: z.string(), sign: z.union([z.literal(1), z.literal(-1)]) }).readonly())
      .readonly()
      .default([]),
    sources: z.array(z.string()).min(1).readonly(),
  })
  .readonly()
export type Concept = z.infer<typeof Concept>

export const Taxonomy = z.object({ about: z.string(), concepts: z.array(Concept).readonly() }).readonly()
export type Taxonomy = z.infer<typeof Taxonomy>

/** A label's letters and digits in lower case: equal for labels that differ in case, spaces, hyphens and signs only. */
export function foldLabel(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

interface Index {
  readonly whole: ReadonlyMap<string, readonly Concept[]>
  /** Wordings with a name in them: what stands before and after it. */
  readonly named: readonly { readonly before: string; readonly after: string; readonly concept: Concept }[]
}

const indexes = new WeakMap<Taxonomy, Index>()

function indexOf(taxonomy: Taxonomy): Index {
  const known = indexes.get(taxonomy)
  if (known) return known
  const whole = new Map<string, Concept[]>()
  const named: Index['named'][number][] = []
  for (const concept of taxonomy.concepts) {
    for (const { text } of concept.labels) {
      const [before = '', after] = text.split(anyName).map(foldLabel)
      if (after !== undefined) {
        named.push({ before, after, concept })
        continue
      }
      const sharing = whole.get(before)
      if (!sharing) whole.set(before, [concept])
      else if (!sharing.includes(concept)) sharing.push(concept)
    }
  }
  const index = { whole, named }
  indexes.set(taxonomy, index)
  return index
}

function bearersOf(label: string, taxonomy: Taxonomy): readonly Concept[] {
  const folded = foldLabel(label)
  const { whole, named } = indexOf(taxonomy)
  const bearers = whole.get(folded)
  if (bearers) return bearers
  const found = named.find(
    ({ before, after }) =>
      folded.length > before.length + after.length && folded.startsWith(before) && folded.endsWith(after),
  )
  return found ? [found.concept] : []
}

const main: readonly StatementKind[] = ['income_statement', 'balance_sheet', 'cash_flow']

/**
 * The concept that a mended label names in a statement. Notes, overviews and programme tables quote lines of the
 * statements, so there a label that only one concept bears is taken from wherever it belongs.
 */
export function findConcept(label: string, statement: StatementKind, taxonomy: Taxonomy): Concept | undefined {
  const bearers = bearersOf(label, taxonomy)
  const here = bearers.filter((concept) => concept.statements.includes(statement))
  if (here.length > 0) return here[0]
  return main.includes(statement) || bearers.length !== 1 ? undefined : bearers[0]
}
