import { anyName } from '../../src/model/taxonomy.js'
import type { Reference } from '../../src/reference.js'

/** Every whole label that the reference tables know, each once. */
export function labelsOfReference({ taxonomy, lexicon }: Reference): readonly string[] {
  const known = taxonomy.concepts.flatMap((concept) => concept.labels.map((label) => label.text))
  const more = [...lexicon.labels.byKey.values()].map((entry) => entry.text)
  return [...new Set([...known, ...more])].filter((label) => !label.includes(anyName) && label.length <= 70).sort()
}
