import type { CellOption } from './entry.js'

/** A row whose label is whole and whose figures may still be read in several ways. */
export interface DraftRow {
  readonly page: number
  readonly labelRaw: string | null
  readonly label: string | null
  readonly section: string | null
  readonly options: readonly CellOption[]
}
