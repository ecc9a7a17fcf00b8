import type { Database } from 'better-sqlite3'
import type { MediaType } from '../model/media-type.js'
import { prepared } from './prepared.js'

/** How a content ended, or how far it has come. */
export type ContentState =
  | 'queued'
  | 'processing'
  | 'done'
  | 'partial'
  | 'failed'
  | 'rejected'
  | 'encrypted'
  | 'vanished'

/** What is known of a content: the bytes that one file or several hold. */
export interface Content {
  readonly content: string
  readonly state: ContentState
  readonly reason: string | null
  readonly reading: string | null
}

/** How a content ended: its state, with a reason where it is not simply done. */
export interface Outcome {
  readonly state: ContentState
  readonly reason: string | null
  readonly pages: number | null
}

/** Key of a file whose bytes could never be read: its name stands in for them. */
export function contentOfUnread(name: string): string {
  return `unread:${name}`
}

/**
 * Notes that a file was met, and where, and gives what is known of its content. `sha256` is null where it could not be
 * read.
 */
export function meetFile(
  database: Database,
  name: string,
  sha256: string | null,
  mediaType: MediaType | null,
  path: string | null = null,
): Content {
  const content = sha256 ?? contentOfUnread(name)
  const meet = database.transaction((): Content => {
    prepared(
      database,
      "insert into content (content, sha256, media_type, state) values (?, ?, ?, 'queued') on conflict do nothing",
    ).run(content, sha256, mediaType)
    prepared(
      database,
      `insert into file (name, content, first_seen, path) values (?, ?, ?, ?)
         on conflict do update set path = coalesce(excluded.path, path)`,
    ).run(name, content, now(), path)
    if (sha256 !== null) prepared(database, 'delete from content where content = ?').run(contentOfUnread(name))
    return findContent(database, content)!
  })
  return meet.immediate()
}

/** Where files of a content were last seen, those that were seen anywhere. */
export function pathsOf(database: Database, content: string): string[] {
  return prepared<[string], string>(
    database,
    'select path from file where content = ? and path is not null order by name',
  )
    .pluck()
    .all(content)
}

/** What is known of a content; undefined where it was never met. */
function findContent(database: Database, content: string): Content | undefined {
  return prepared<[string], Content>(
    database,
    'select content, state, reason, reading from content where content = ?',
  ).get(content)
}

/** Marks a content as being read. */
export function beginContent(database: Database, content: string, reading: string): void {
  prepared(database, "update content set state = 'processing', reason = null, reading = ? where content = ?").run(
    reading,
    content,
  )
}

/**
 * Puts a content back in the queue, where an interruption or a failing disk and not the content ended its reading. Does
 * nothing where it has ended, and where the database itself cannot be written to.
 */
export function requeueUnfinished(database: Database, content: string): void {
  try {
    prepared(
      database,
      "update content set state = 'queued', reading = null where content = ? and state = 'processing'",
    ).run(content)
  } catch {}
}

/** Stores how a content ended. Call it inside the transaction that stores what was found in it. */
export function finishContent(database: Database, content: string, outcome: Outcome): void {
  prepared(database, 'update content set state = ?, reason = ?, pages = ?, finished = ? where content = ?').run(
    outcome.state,
    outcome.reason,
    outcome.pages,
    now(),
    content,
  )
}

/** Notes that the archive holds a content's bytes, as of now. */
export function noteArchived(database: Database, sha256: string): void {
  prepared(database, 'update content set archived = 1, archive_seen = ? where sha256 = ?').run(now(), sha256)
}

/** Hashes of the contents that the archive should hold, and of all that are known. */
export function hashesKept(database: Database): { archived: ReadonlySet<string>; known: ReadonlySet<string> } {
  const hashes = (condition: string) =>
    new Set(prepared<[], string>(database, `select sha256 from content where ${condition}`).pluck().all())
  return { archived: hashes('archived = 1 and sha256 is not null'), known: hashes('sha256 is not null') }
}

/** A content that ended otherwise than whole, as one who would try it again needs to know it. */
export interface UnfinishedContent extends Content {
  readonly sha256: string
  /** Its first name by the alphabet, as the public views have it. */
  readonly name: string
  readonly finished: string | null
}

/** Contents of known bytes that did not end whole, or not yet, by name. */
export function unfinishedContents(database: Database): UnfinishedContent[] {
  return prepared<[], UnfinishedContent>(
    database,
    `select content, sha256, state, reason, reading, finished,
         (select min(name) from file where file.content = content.content) as name
       from content where sha256 is not null and state <> 'done' order by name, content`,
  ).all()
}

/** Forgets how a content ended, so that it is read again; pages that are in the cache are not. */
export function forgetOutcome(database: Database, content: string): void {
  const queue = database.transaction(() => {
    prepared(database, 'delete from page_reading where content = ?').run(content)
    prepared(database, "update content set state = 'queued', reason = null, reading = null where content = ?").run(
      content,
    )
  })
  queue.immediate()
}

/** Contents whose pages are stored, in a fixed order. */
export function contentsWithPages(database: Database): Content[] {
  return prepared<[], Content>(
    database,
    `select content, state, reason, content.reading from content
       join page_reading using (content, reading) order by content`,
  ).all()
}

/** The present moment to the second, ISO 8601 in UTC. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}
