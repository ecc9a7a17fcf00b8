import { expectedPlace, placeOfFigure } from '../arithmetic/expected-place.js'
import { type Check, cellsOf } from '../model/check.js'
import { isInBox } from '../model/in-box.js'
import type { Box, DoubtfulPage, Page } from '../model/page.js'
import type { Report } from '../model/report.js'
import type { SettledReport } from '../model/settled.js'
import { keyOfCell } from './printed.js'
import { findUnreadPlaces } from './unread-places.js'

/** The most figures of one page that are looked at again: where more are in doubt, more than figures was misread. */
const MOST_ON_A_PAGE = 60

/**
 * The pages of a document with figures that another look at the picture may settle: those in doubt, those of broken
 * identities or that a repair would change, those that an identity would confirm if only their digits were sure; and the
 * places where a figure is missing, or may be: on a page that is looked at for more, beside each label too.
 */
export function findDoubtfulPages(
  pages: readonly Page[],
  reports: readonly SettledReport[],
): Omit<DoubtfulPage, 'words'>[] {
  const doubtful = reports.flatMap((one) => [...doubtfulAmounts(one), ...missingAmounts(one.report)])
  return pages.flatMap((page) => {
    if (page.kind !== 'picture' || page.source !== 'ocr' || page.again !== undefined) return []
    const known = doubtful
      .filter((one) => one.page === page.number)
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, MOST_ON_A_PAGE)
      .map(({ box }) => box)
    const unread = findUnreadPlaces(
      page,
      reports.flatMap(({ report }) => report.tables),
    ).filter(({ box }) => !known.some((one) => isInBox({ box: one }, box)))
    if (known.length === 0 && !unread.some(({ isInRow }) => isInRow)) return []
    const boxes = [...known, ...unread.map(({ box }) => box)].toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
    return [{ page, boxes }]
  })
}

/** A place to be looked at again; those of a lower rank first. */
interface Doubtful {
  readonly page: number
  readonly box: Box
  readonly rank: number
}

function doubtfulAmounts({ report, checks, repairs, judgements }: SettledReport): Doubtful[] {
  const cells = (chosen: readonly Check[]) => new Set(chosen.flatMap(cellsOf).map(keyOfCell))
  const broken = cells(checks.filter(({ verdict }) => verdict === 'mismatch'))
  const changed = new Set(repairs.map(({ cell }) => keyOfCell(cell)))
  // a share in per cent says little of the figures that it is of
  const holding = cells(
    checks.filter(
      ({ verdict, confirms, unit }) => confirms && unit !== '%' && (verdict === 'ok' || verdict === 'rounding'),
    ),
  )
  return report.tables.flatMap(({ columns, rows }, table) =>
    rows.flatMap((row, at) =>
      row.cells.flatMap((amount, column): Doubtful[] => {
        // a dash alone has no digits
        if (!amount?.box || amount.typed || amount.reviewed || !/\d/.test(amount.raw)) return []
        const key = keyOfCell({ table, row: at, column })
        const status = judgements[table]?.[at]?.[column]?.status
        // what no head dates stays in doubt, however often it is read
        const isDated = columns[column]?.periodEnd !== null
        const isInDoubt = (status === 'suspect' && isDated) || broken.has(key) || changed.has(key)
        const isUnsure = status === 'unverified' && holding.has(key)
        if (!isInDoubt && !isUnsure) return []
        const box = placeOfFigure(report.tables, { table, row: at, column }) ?? amount.box
        return [{ page: amount.page, box, rank: isInDoubt ? 0 : 1 }]
      }),
    ),
  )
}

/**
 * The empty cells in which a figure must be printed: a sum's over rows that have one, and those of a column that has none
 * at all though its head says what it holds.
 */
function missingAmounts({ tables }: Report): Doubtful[] {
  return tables.flatMap(({ columns, rows, sums }, table) => {
    const isEmpty = columns.map(
      ({ periodEnd }, column) => periodEnd !== null && rows.every(({ cells }) => !cells[column]),
    )
    const isSum = (row: number, column: number) =>
      sums.some(
        (sum) =>
          sum.row === row &&
          (sum.column === undefined ? columns[column]!.unit !== '%' : sum.column === column) &&
          sum.terms.some((term) => rows[term.row]?.cells[column]),
      )
    return rows.flatMap(({ cells }, row) =>
      columns.flatMap((_, column): Doubtful[] => {
        if (cells[column] || !(isEmpty[column] || isSum(row, column))) return []
        const place = expectedPlace(tables, { table, row, column })
        return place ? [{ ...place, rank: -1 }] : []
      }),
    )
  })
}
