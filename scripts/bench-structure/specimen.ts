import type { Page } from '../../src/model/page.js'
import type { Gold } from '../score/gold.js'
import type { Random } from '../synthesise/random.js'
import type { TablePlace } from './places.js'

/** A document of which the truth is known, as it was read, and where its tables stand. */
export interface Specimen {
  readonly name: string
  readonly pages: readonly Page[]
  readonly places: readonly TablePlace[]
  readonly gold: Gold
}

/** A document after one kind of damage, and what was done; `owners` tells whose each page is where they are mixed. */
export interface Damaged {
  readonly pages: readonly Page[]
  readonly what: string
  readonly owners?: readonly Specimen[]
}

/** Does one kind of damage, as chance has it; undefined where the document has nothing that it could be done to. */
export type Damage = (specimen: Specimen, random: Random, others: readonly Specimen[]) => Damaged | undefined
