import { drawFamily } from './draw-family.js'
import { FAMILIES } from './families.js'
import type { Family } from './family.js'
import type { Form } from './make-document.js'
import { KINDS } from './make-series.js'
import { createRandom, type Random } from './random.js'
import { WEAR_GRADES } from './wear.js'
import type { SeriesFiles } from './write-series.js'

interface Place {
  readonly split: Family['split']
  readonly index: number
  /** A family of which the font is wanted too. */
  readonly like?: Family
}

/** The split's families take turns; of those that are drawn, the seed draws one for each kind of organisation in turn. */
function chooseFamily(random: Random, { split, index, like }: Place): Family | undefined {
  const kind = KINDS[index % KINDS.length]
  if (split === 'drawn' && kind !== undefined) return drawFamily(random.fork('family'), kind, `drawn-${index}`)
  const families = FAMILIES.filter((family) => family.split === split)
  if (like === undefined) return families[index % families.length]
  const alike = families.filter(({ font }) => font === like.font)
  const round = Math.floor(index / FAMILIES.filter((family) => family.split === like.split).length)
  return alike[round % alike.length]
}

/**
 * The plan of one report of a split: its families and wear grades take turns, the seed chooses the rest. Of the families
 * in the font of `like`, one of the next round of its split has the next.
 */
export function planReport(seed: string, { form, ...place }: Place & { form: Form }): SeriesFiles {
  const { split, index } = place
  const random = createRandom(seed)
  const family = chooseFamily(random, place)
  const wear = WEAR_GRADES[index % WEAR_GRADES.length]
  if (family === undefined || wear === undefined) throw new Error(`Expected families of ${split}, got none`)
  const kind = random.pick(family.kinds)
  return {
    name: split === 'drawn' ? `${family.name}-${kind}` : `${family.name}-${kind}-${index}`,
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
