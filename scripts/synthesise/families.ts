import type { Family } from './family.js'
import { LATELY_KEPT_FAMILIES } from './lately-kept-families.js'
import { LATER_RELEASED_FAMILIES } from './later-released-families.js'
import { ONCE_KEPT_FAMILIES } from './once-kept-families.js'
import { OPEN_FAMILIES } from './open-families.js'
import { RELEASED_FAMILIES } from './released-families.js'
import { SMALL_OFFICE_FAMILIES } from './small-office-families.js'
import { TEST_FAMILIES } from './test-families.js'
import { TOWN_AND_TRUST_FAMILIES } from './town-and-trust-families.js'
import { TRAIN_FAMILIES } from './train-families.js'
import { TREASURER_AND_AUDITOR_FAMILIES } from './treasurer-and-auditor-families.js'

/** All families of layout. */
export const FAMILIES: readonly Family[] = [
  ...TRAIN_FAMILIES,
  ...ONCE_KEPT_FAMILIES,
  ...OPEN_FAMILIES,
  ...LATELY_KEPT_FAMILIES,
  ...RELEASED_FAMILIES,
  ...LATER_RELEASED_FAMILIES,
  ...TOWN_AND_TRUST_FAMILIES,
  ...SMALL_OFFICE_FAMILIES,
  ...TREASURER_AND_AUDITOR_FAMILIES,
  ...TEST_FAMILIES,
]

/** The family of that name; throws where there is none. */
export function findFamily(name: string): Family {
  const family = FAMILIES.find((one) => one.name === name)
  if (family === undefined) {
    throw new Error(`Expected a family of ${FAMILIES.map((one) => one.name).join(', ')}, got ${name}`)
  }
  return family
}
