import { FAMILIES } from './families.js'
import type { Family } from './family.js'
import type { Form } from './make-document.js'
import { createRandom } from './random.js'
import { WEAR_GRADES } from './wear.js'
import type { SeriesFiles } from './write-series.js'

/** The plan of one report of a split: its families and wear grades take turns, the seed chooses the rest. */
export function planReport(
  seed: string,
  { split, index, form }: { split: Family['split']; index: number; form: Form },
): SeriesFiles {
  const random = createRandom(seed)
  const families = FAMILIES.filter((family) => family.split === split)
  const family = families[index % families.length]
  const wear = WEAR_GRADES[index % WEAR_GRADES.length]
  if (family === undefined || wear === undefined) throw new Error(`Expected families of ${split}, got none`)
  const kind = random.pick(family.kinds)
  return {
    name: `${family.name}-${kind}-${index}`,
    series: {
      seed: `${seed}/books`,
      kind,
      firstYear: random.between(...family.era),
      years: 1,
      unit: random.pick(family.units),
      rounded: random.chance(0.5),
      plantedShare: 0.3,
      chapters: true,
    },
    document: { family, wear, form, codec: null, dpi: 200, turned: null },
  }
}
