import type { CompanyWording } from './company-wording.js'
import type { CoordinationWording } from './coordination-wording.js'
import { TRAIN_FAMILIES } from './families.js'
import { type Family, PLAIN_FAMILY } from './family.js'
import type { OrganisationKind } from './names.js'
import type { Random } from './random.js'
import { isPrintable } from './unprintable.js'

/** Habits that any company or association may have; the others are words of a kind of their own. */
const HABITS_OF_ALL: readonly (keyof CompanyWording)[] = [
  'broken',
  'budget',
  'cashFlow',
  'costsNegative',
  'currentFirst',
  'deep',
  'detailed',
  'disposition',
  'employees',
  'fundingTotal',
  'namelessSums',
  'nextBudget',
  'noteSum',
  'overview',
]
const HABITS_OF_KIND: readonly (keyof CompanyWording)[] = [
  'assessed',
  'beforeDepreciation',
  'fundMoves',
  'members',
  'ofWhich',
  'operatingResult',
  'portfolio',
  'reserves',
]
const HABITS_OF_COORDINATION: readonly (keyof CoordinationWording)[] = ['budgetColumn', 'costsNegative', 'overview']

/** Knobs that are chosen together with others, or by the kind of organisation and its year. */
const TOGETHER: readonly (keyof Family)[] = [
  ...(['name', 'split', 'kinds', 'era', 'units', 'words', 'accounts', 'habits', 'coordinationHabits'] as const),
  ...(['bodies', 'glossary'] as const),
  ...(['font', 'size', 'leading', 'furniture', 'margins', 'yearHead'] as const),
]
/** Knobs that say nothing of each other. */
const ALONE = (Object.keys(PLAIN_FAMILY) as (keyof Family)[]).filter((knob) => !TOGETHER.includes(knob))

/** How often a choice is made among all that there are, and not as often as families make it. */
const RARE = 0.25
/** How often a habit is told, and not left to the organisation. */
const TOLD = 0.5
/** Years that a form of dates outlives, and precedes, the families that print it. */
const AROUND = 8

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

/** One family's choice of the knob, or any that there is. */
function drawKnob<Knob extends keyof Family>(random: Random, knob: Knob, families = TRAIN_FAMILIES): Family[Knob] {
  const values = families.map((family) => family[knob])
  return random.pick(random.chance(RARE) ? distinct(values) : values)
}

/** Of each habit what some house does, or nothing. */
function drawHabits<Habits extends object>(
  random: Random,
  keys: readonly (keyof Habits)[],
  houses: readonly Partial<Habits>[],
): Partial<Habits> {
  const drawn: Partial<Habits> = {}
  for (const key of keys) {
    const values = distinct(houses.flatMap((house) => (house[key] === undefined ? [] : [house[key]])))
    if (random.chance(TOLD) && values.length > 0) drawn[key] = random.pick(values) as Habits[typeof key]
  }
  return drawn
}

function drawOnce(random: Random, kind: OrganisationKind, name: string): Family {
  const ofKind = TRAIN_FAMILIES.filter(({ kinds }) => kinds.includes(kind))
  const year = random.between(...random.pick(ofKind).era)
  const ofEra = TRAIN_FAMILIES.filter(({ era: [first, last] }) => first - AROUND <= year && year <= last + AROUND)
  const alone = Object.fromEntries(ALONE.map((knob) => [knob, drawKnob(random, knob)]))
  const { font, size, leading } = random.pick(TRAIN_FAMILIES)
  const { furniture, margins } = random.pick(TRAIN_FAMILIES)
  return {
    ...PLAIN_FAMILY,
    ...alone,
    name,
    split: 'drawn',
    kinds: [kind],
    era: [year, year],
    font,
    size,
    leading,
    furniture,
    margins,
    yearHead: random.pick(distinct(ofEra.map(({ yearHead }) => yearHead))),
    units: random.pick(ofKind).units,
    words: drawKnob(random, 'words', ofKind),
    accounts: drawKnob(random, 'accounts', ofKind),
    habits: {
      ...drawHabits<CompanyWording>(
        random,
        HABITS_OF_ALL,
        TRAIN_FAMILIES.map(({ habits }) => habits),
      ),
      ...drawHabits<CompanyWording>(
        random,
        HABITS_OF_KIND,
        ofKind.map(({ habits }) => habits),
      ),
    },
    coordinationHabits: drawHabits<CoordinationWording>(
      random,
      HABITS_OF_COORDINATION,
      TRAIN_FAMILIES.map(({ coordinationHabits }) => coordinationHabits),
    ),
  }
}

/**
 * A family that nobody has looked at, of one kind of organisation and one year: each knob, and each set of words and
 * habits that belongs together, is that of some family; only what paper can hold truthfully is drawn.
 */
export function drawFamily(random: Random, kind: OrganisationKind, name: string): Family {
  for (;;) {
    const family = drawOnce(random, kind, name)
    if (isPrintable(family)) return family
  }
}
