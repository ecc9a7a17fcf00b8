/** How a document's turn ended: it needs nothing more, another try would meet the same, or another try may well succeed. */
export type TurnEnd = 'done' | 'terminal' | 'transient'

/** What asking for a document's turn came to. A turn that is granted is counted before anything is done with it. */
export type Claim =
  | { readonly kind: 'granted'; readonly attempt: number }
  /** Another worker that is alive is at it. */
  | { readonly kind: 'held' }
  /** So many turns were had without an end that this document is left for a person. */
  | { readonly kind: 'quarantined'; readonly attempts: number }

/** One document on its way, by its content; one that needs nothing more has no job. */
export interface Job {
  readonly content: string
  readonly state: 'queued' | 'leased' | 'waiting' | 'quarantined'
  readonly attempts: number
  /** When another attempt is due, ISO 8601; null where none is. */
  readonly due: string | null
  /** Who is, or was at its death, at work on it. */
  readonly holder: string | null
}

/**
 * Whose turn it is. The one in SQLite serves the one process that holds the database; a queue on several machines can
 * stand in for it. All of its promises: a job is granted to one living worker at a time, an attempt is counted before
 * `claim` resolves, the job of a worker that died can be claimed again, and every call may be made twice.
 */
export interface JobQueue {
  /** Asks for a document's turn; one that was never heard of is taken up. */
  claim(content: string): Promise<Claim>
  /** Ends a turn, after what it came to is stored durably. Does nothing where the turn is another's by now. */
  end(content: string, how: TurnEnd): Promise<void>
  /** Gives a turn back uncounted, where an interruption or a full disk and not the document ended it. Never rejects. */
  giveBack(content: string): Promise<void>
  /** Puts a document in the queue as if it had never been tried: a person asked for it. */
  again(content: string): Promise<void>
  /** Documents whose turn has come: given back, left by the dead, or at the end of their pause. */
  due(): Promise<readonly string[]>
  /** All documents on their way, the earliest due first. */
  jobs(): Promise<readonly Job[]>
}
