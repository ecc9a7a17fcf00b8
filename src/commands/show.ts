import { type ExitCode, exitCode } from '../errors.js'
import { legend } from '../model/format-amount.js'
import { openForReading } from '../store/open-database.js'
import { pagesReadInPart } from '../store/page-store.js'
import { readChecks, readFacts, readRepairs, readReports } from '../store/read-views.js'
import { findDocument } from './find-document.js'
import { lostDecisions } from './lost-decision.js'
import { printReport } from './print-report.js'
import { counted, headOfLost, lineOfLost, wrap } from './print-summary.js'
import { printable, type Terminal } from './terminal.js'

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
    const inPart = document.sha256 === null ? [] : pagesReadInPart(database, document.sha256)
    const lost = lostDecisions(database, (sha256) => sha256 === document.sha256)
    if (json) {
      const told = { document, pages_read_in_part: inPart, decisions_not_found: lost, reports }
      terminal.out(`${JSON.stringify(told, null, 2)}\n`)
      return exitCode.done
    }
    const { state, reason, pages, sha256 } = document
    const outcome = `${state}${reason === null ? '' : ` (${reason})`}`
    const facts = [outcome, pages === null ? null : counted(pages, 'page'), sha256?.slice(0, 16)].filter(
      (part) => part != null,
    )
    terminal.out(`${printable(document.document)}\n${printable(facts.join(', '))}\n`)
    if (inPart.length > 0) {
      const named = `${inPart.length === 1 ? 'Page' : 'Pages'} ${inPart.join(', ')}`
      terminal.out(
        `${wrap(`${named}: running text, read at its headings and figures. --all-pages reads it all.`, '')}\n`,
      )
    }
    if (lost.length > 0) terminal.out(`${[headOfLost(lost), ...lost.map(lineOfLost)].join('\n')}\n`)
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
