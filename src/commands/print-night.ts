import type { Coverage, Night } from './night.js'
import { counted, listed, printSummary, wrap } from './print-summary.js'
import { type FirstRows, firstRows } from './summarise.js'

/** A night as it is read in a terminal; `page` is the file with the same as a page. */
export function printNight(night: Night, page: string): string {
  const { files, summary, coverage, backup, seconds } = night
  const blocks = [printSummary(summary).trimEnd()]
  const gaps = coverage.filter(({ missing }) => missing.length > 0)
  if (gaps.length > 0) blocks.push(['Years that are missing', ...listed(someOf(gaps), lineOfGap)].join('\n'))
  const broken = brokenOriginals(night.archive)
  if (broken.length > 0) {
    blocks.push([brokenHead, ...listed(someOf(broken), (line) => wrap(line.join(': '), '  '))].join('\n'))
  }
  const known = files.known > 0 ? `, ${files.known} of them known already` : ''
  const retried = files.retried > 0 ? `, ${files.retried} tried again` : ''
  blocks.push(
    [
      `${counted(files.taken, 'file')} from the inbox${known}${retried}, in ${counted(seconds, 'second')}`,
      shareLine(night),
      `Copied to ${backup.file}${backup.removed.length > 0 ? `; ${counted(backup.removed.length, 'older copy').replace('copys', 'copies')} removed` : ''}`,
      `${counted(night.archive.seen, 'original')} of ${night.archive.of} looked at in the archive; each has its turn within four weeks`,
      `The same as a page: ${page}`,
    ].join('\n'),
  )
  return `${blocks.join('\n\n')}\n`
}

const mostListed = 25

function someOf<Row>(rows: readonly Row[]): FirstRows<Row> {
  return firstRows(rows, mostListed)
}

function lineOfGap(coverage: Coverage): string {
  return wrap(gapOf(coverage), '  ')
}

function shareLine(night: Night): string {
  const { sure, amounts } = night.trend.at(-1)!
  if (amounts === 0) return 'No amounts are stored yet'
  const verb = amounts === 1 ? 'is' : 'are'
  return `${shareText(sure, amounts)} of ${counted(amounts, 'stored amount')} ${verb} sure${changeOf(night)}`
}

/** What stands over originals that are not as they were. */
export const brokenHead = 'Originals in the archive that are not as they were; drop the same files into the inbox again'

/** Originals that are not as they were, each with what is wrong with it. */
export function brokenOriginals({ rotten, missing }: Night['archive']): (readonly [sha256: string, what: string])[] {
  return [
    ...rotten.map((sha256) => [sha256, 'no longer the bytes that were stored'] as const),
    ...missing.map((sha256) => [sha256, 'missing'] as const),
  ]
}

/** What an organisation lacks, in a sentence. */
export function gapOf({ organisation, org_number, years, missing }: Coverage): string {
  const name = organisation ?? org_number ?? '(no name)'
  return `${name}, ${years[0]!.year} to ${years.at(-1)!.year}: ${missing.join(', ')} missing`
}

/** A share in per cent with one decimal, never rounded up to the whole. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`
}

function changeOf({ trend }: Night): string {
  const before = trend.at(-2)
  return before === undefined || before.amounts === 0
    ? ''
    : `, ${shareText(before.sure, before.amounts)} the night before`
}
