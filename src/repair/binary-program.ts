/** One line of a program: the sum of the chosen variables' factors must lie between `least` and `most`. */
export type ProgramRow = {
  terms: readonly (readonly [variable: number, factor: number])[]
  least?: number
  most?: number
}

/** Yes or no for each variable, at the least total cost of those that are yes, so that every row holds. */
export type BinaryProgram = { costs: readonly number[]; rows: readonly ProgramRow[] }

/**
 * Solves a program to its proven optimum: the choice for each variable; `none` where no choice satisfies every row,
 * `unproven` where a limit was reached first. The same program has the same answer everywhere.
 */
export type SolveProgram = (program: BinaryProgram) => readonly boolean[] | 'none' | 'unproven'
