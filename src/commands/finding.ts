/** One thing that was looked at: `missing` stops every run, `damaged` all that uses the database, the others none. */
export interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warning' | 'wrong' | 'missing' | 'damaged'
  readonly detail: string
  /** What to do about it. */
  readonly advice?: string
}

/** What to do where a part of the program is not whole. */
export const reinstall = 'Install avstam again with this version of Node.js, as by `npm ci`.'
