import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { openForReading } from '../store/open-database.js'
import {
  type DocumentRow,
  readChecks,
  readDocuments,
  readFacts,
  readRepairs,
  readReports,
} from '../store/read-views.js'
import { legend } from './format-amount.js'
import { printReport } from './print-report.js'
import { counted } from './print-summary.js'
import { printable, type Terminal } from './terminal.js'

// a3f09c: the beginning of a hash
const hashBeginning = /^[0-9a-f]{4,64}$/i

/** Prints one document's statements, checks and repairs; named by its file name or the beginning of its hash. */
export function show(wanted: string, databaseFile: string, json: boolean, terminal: Terminal): ExitCode {
  const database = openForReading(databaseFile)
  try {
    const document = findDocument(database, wanted)
    const all = readReports(database)
    const reports = all
      .filter(({ sha256 }) => sha256 === document.sha256)
      .map((report) => ({
        report,
        facts: readFacts(database, report.report_id),
        checks: readChecks(database, report.report_id),
        repairs: readRepairs(database, report.report_id),
      }))
    if (json) {
      terminal.out(`${JSON.stringify({ document, reports }, null, 2)}\n`)
      return exitCode.done
    }
    const { state, reason, pages, sha256 } = document
    const outcome = `${state}${reason === null ? '' : ` (${reason})`}`
    const facts = [outcome, pages === null ? null : counted(pages, 'page'), sha256?.slice(0, 16)].filter(
      (part) => part != null,
    )
    terminal.out(`${printable(document.document)}\n${printable(facts.join(', '))}\n`)
    if (reports.length > 0) terminal.out(`${legend}\n`)
    for (const one of reports) {
      const firstVersion = all.find(({ report_id }) => report_id === one.report.probable_duplicate_of)
      terminal.out(`\n${printReport(one.report, one.facts, one.checks, one.repairs, firstVersion)}\n`)
    }
    if (reports.length === 0) terminal.out('No report was found in it.\n')
    return exitCode.done
  } finally {
    database.close()
  }
}

function findDocument(database: Database, wanted: string): DocumentRow {
  const documents = readDocuments(database)
  const name = basename(wanted)
  const named = documents.filter(({ document }) => document === wanted || document === name)
  const hashed = documents.filter(
    ({ sha256 }) => hashBeginning.test(wanted) && sha256?.startsWith(wanted.toLowerCase()),
  )
  const found = named.length > 0 ? named : hashed
  const contents = new Set(found.map(({ sha256 }) => sha256))
  if (contents.size > 1) {
    const choices = found.map(({ document, sha256 }) => `${printable(document)} ${sha256?.slice(0, 16)}`).join(', ')
    throw new StopError('usage', `“${printable(wanted)}” is several documents: ${choices}.`, 'Name one by its hash.')
  }
  const original = found.find(({ state }) => state !== 'duplicate') ?? found[0]
  if (original === undefined) {
    const advice = 'Name a document by its file name or the beginning of its hash, as `avstam run` lists them.'
    throw new StopError('usage', `No document called “${printable(wanted)}” is stored.`, advice)
  }
  return original
}
