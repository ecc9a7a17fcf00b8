import type { ColumnHead } from './column-heads.js'

/** Whose figures a column holds, where a group is printed beside the body that it is named for. */
export type Body = 'group' | 'parent'

// "Koncernen Bokslut 2012", "Moderbolaget", "Moderföreningen 2012-12-31"
const BODY =
  /(?<!\p{L})(?:(?<group>koncern(?:en)?)|moder(?:bolag|företag|förening|stiftelse|förbund)(?:et|en|n)?)(?!\p{L})/iu

function bodyIn(label: string): Body | null {
  const match = BODY.exec(label)
  return match && (match.groups?.group === undefined ? 'parent' : 'group')
}

/** The body of each column: a name stands over the first of its columns. */
export function bodiesOf(heads: readonly ColumnHead[]): readonly (Body | null)[] {
  const bodies: (Body | null)[] = []
  for (const { label } of heads) bodies.push(bodyIn(label) ?? bodies.at(-1) ?? null)
  return bodies
}

/** Whether the words over a column name a body and say nothing else. */
export function namesBody(label: string): boolean {
  return BODY.exec(label)?.[0].length === label.length
}

/** Whether the words over the columns say whose figures they hold, and nothing else. */
export function namesBodiesOnly(heads: readonly ColumnHead[]): boolean {
  const labels = heads.map(({ label }) => label).filter((label) => label !== '')
  return labels.length > 0 && labels.every(namesBody)
}

/** Whether columns of `own` that a body is named for stand under heads of the same body. */
export function sameBodies(own: readonly ColumnHead[], others: readonly ColumnHead[]): boolean {
  const theirs = bodiesOf(others)
  return bodiesOf(own).every((body, column) => body === null || body === theirs[column])
}
