import { FIGURE_DAMAGES } from './damage-figures.js'
import { HEAD_DAMAGES } from './damage-heads.js'
import { PAGE_DAMAGES } from './damage-pages.js'
import { ROW_DAMAGES } from './damage-rows.js'
import { UNIT_DAMAGES } from './damage-units.js'
import type { Damage } from './specimen.js'

/** Every kind of damage to structure, by its name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  ...HEAD_DAMAGES,
  ...FIGURE_DAMAGES,
  ...ROW_DAMAGES,
  ...UNIT_DAMAGES,
  ...PAGE_DAMAGES,
}
