import { bodiesOfColumns, bodyNamed } from '../arithmetic/body-named.js'
import type { ColumnHead } from './column-heads.js'

/** Whether the words over a column name a body and say nothing else. */
export function namesBody(label: string): boolean {
  return bodyNamed(label)?.name.length === label.length
}

/** Whether the words over the columns say whose figures they hold, and nothing else. */
export function namesBodiesOnly(heads: readonly ColumnHead[]): boolean {
  const labels = heads.map(({ label }) => label).filter((label) => label !== '')
  return labels.length > 0 && labels.every(namesBody)
}

/** Whether columns of `own` that a body is named for stand under heads of the same body. */
export function sameBodies(own: readonly ColumnHead[], others: readonly ColumnHead[]): boolean {
  const [ours, theirs] = [own, others].map((heads) => bodiesOfColumns(heads.map(({ label }) => label)))
  return ours!.every((body, column) => body === null || body === theirs![column])
}

/** Whether the heads name more than one body, and the others the same ones in the same order. */
export function inSameOrder(own: readonly ColumnHead[], others: readonly ColumnHead[]): boolean {
  const [ours, theirs] = [own, others].map((heads) => {
    const bodies = bodiesOfColumns(heads.map(({ label }) => label))
    return bodies.filter((body, column) => body !== bodies[column - 1])
  })
  return ours!.length > 1 && ours!.join() === theirs!.join()
}
