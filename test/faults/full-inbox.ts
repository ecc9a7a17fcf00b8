import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Of } from '../../src/store/identifiers.js'
import { soundReport, unsoundReport } from '../support/small-report.js'
import type { Workplace } from '../support/workplace.js'

const padding = ' '.repeat(20_000)
/** Nine reports, one of which does not add up, and what is no document, by name. */
export const inboxDocuments: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [
      `${2010 + at}.txt`,
      `${JSON.stringify([soundReport({ year: 2010 + at })])}${padding}`,
    ]),
  ),
  'other.txt': JSON.stringify([unsoundReport({ organisation: 'Bolaget Snett', year: 2019 })]),
  'bad.pdf': 'no pdf',
}

/** Puts the documents into a place's inbox. */
export function fillInbox(place: Workplace): void {
  for (const [name, content] of Object.entries(inboxDocuments)) place.write(join('inbox', name), content)
}

/** Names of the documents whose bytes lie in no folder of a place any more. */
export function lostDocuments(place: Workplace): string[] {
  const kept = ['inbox', 'archive', 'failed'].flatMap((folder) => {
    if (!existsSync(place.at(folder))) return []
    const entries = readdirSync(place.at(folder), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && entry.name !== '.avstam-draft')
      .map((entry) => sha256Of(readFileSync(join(entry.parentPath, entry.name))))
  })
  return Object.keys(inboxDocuments).filter((name) => !kept.includes(sha256Of(inboxDocuments[name]!)))
}
