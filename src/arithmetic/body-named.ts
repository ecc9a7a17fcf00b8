/** Whose figures are printed, where a group is printed with the body that it is named for. */
export type Body = 'group' | 'parent'

// "Koncernen Bokslut 2012", "KONCERNENS RESULTATRÄKNING", "Koncernbalansräkning", "Moderbolaget", "Moderföreningens"
const BODY =
  /(?<!\p{L})(?:(?<group>koncern(?:(?:ens?)?(?!\p{L})|(?=resultat|balans|kassa)))|moder(?:bolag|företag|förening|stiftelse|förbund)(?:et|en|n)?s?(?!\p{L}))/iu

/** The body that words over a table or a column name, and the words that do so; null where they name none. */
export function bodyNamed(words: string): { readonly body: Body; readonly name: string } | null {
  const match = BODY.exec(words)
  return match && { body: match.groups?.group === undefined ? 'parent' : 'group', name: match[0] }
}

/** The body of each column by the words over it: a name stands over the first of its columns. */
export function bodiesOfColumns(labels: readonly (string | null)[]): readonly (Body | null)[] {
  const bodies: (Body | null)[] = []
  for (const label of labels) bodies.push(bodyNamed(label ?? '')?.body ?? bodies.at(-1) ?? null)
  return bodies
}
