import { expectedPlace, placeOfFigure } from '../arithmetic/expected-place.js'
import type { CellRef } from '../model/check.js'
import { isInBox, isSamePlace } from '../model/in-box.js'
import type { Box, Page, SecondLook } from '../model/page.js'
import { type Amount, BEYOND_SUMS, type Report, type Row, type Table } from '../model/report.js'
import { readAmount } from './amount.js'
import { findSums } from './find-sums.js'
import { agreedFigure, figureOfLook, isFound } from './found-words.js'
import { UNSURE_SIGN } from './words-to-amount.js'

/** Of the further looks at a figure so many must give the same digits to be heard. */
const MOST = 3
/** So many that see a minus make it possible where none was read: it is lost more often than found where there is none. */
const SOME = 2
/** Thousands stand before what follows them within so many heights of a figure. */
const NEAR = 2
/** Digits before those of a figure that may be the number of a note beside it. */
const NOTE_DIGITS = 2
// "8-143", "1.879": a speck or a narrow space between thousands
const BETWEEN_THOUSANDS = /(?<=\d)[-–—.](?=\d{3}(?:\D|$))/g

/**
 * The reports with what was seen where figures in doubt were looked at again, each by itself. Where those looks agree,
 * they say which of the page's two readings is right, or that both are; what else they show is among the figure's
 * alternatives, for the sums to choose from. A figure that they alone found stands in its cell, in doubt.
 */
export function hearAgain(reports: readonly Report[], pages: readonly Page[]): Report[] {
  const looks = new Map(pages.flatMap((page) => (page.kind === 'picture' ? [[page.number, page.again ?? []]] : [])))
  if ([...looks.values()].every((own) => own.length === 0)) return [...reports]
  const lookAt = (page: number, box: Box) => looks.get(page)?.find((look) => isSamePlace(look.box, box))
  const found = pages.flatMap((page) =>
    page.kind === 'picture' ? (page.again ?? []).flatMap((look) => (isFound(look, page) ? { page, look } : [])) : [],
  )
  const hear = (amount: Amount, cells: Row['cells'], tables: readonly Table[], cell: CellRef): Amount => {
    const { box } = amount
    if (!box || !looks.get(amount.page)?.length) return amount
    const only = found.find(({ page, look }) => page.number === amount.page && isInBox(look, box))
    if (only) return asFound(amount, only.look)
    const look = lookAt(amount.page, box) ?? lookAt(amount.page, placeOfFigure(tables, cell) ?? box)
    if (!look) return amount
    const isFirst = cells.slice(0, cell.column).every((before) => before === null)
    return weigh(amount, look, isFirst && refersToNotes(tables[cell.table]!), hasMinusBefore(amount, pages))
  }
  // what was read in the place of an empty cell went to another row
  const find = (tables: readonly Table[], cell: CellRef, cells: Row['cells']): Amount | null => {
    const place = expectedPlace(tables, cell)
    const look = place && lookAt(place.page, place.box)
    const isWord = found.some((one) => one.look === look)
    const figure = look && !isWord ? agreedFigure(look) : undefined
    const doubts = doubtsOfRow(cells)
    return figure ? asFound({ ...figure, ...UNTOLD, doubts, page: place!.page, box: look!.box }, look!) : null
  }
  return reports.map((report) => ({
    ...report,
    tables: report.tables.map((own, table, tables) => {
      const rows = own.rows.map((line, row) => ({
        ...line,
        cells: line.cells.map((amount, column, cells) => {
          const cell = { table, row, column }
          return amount ? hear(amount, cells, tables, cell) : find(tables, cell, cells)
        }),
      }))
      return hasSameFigures(own.rows, rows) ? { ...own, rows } : withSums({ ...own, rows })
    }),
  }))
}

function hasSameFigures(before: readonly Row[], after: readonly Row[]): boolean {
  return after.every(({ cells }, row) =>
    cells.every((cell, column) => cell?.value === before[row]!.cells[column]?.value),
  )
}

/** The table with its sums told by its figures as they now are. */
function withSums(table: Table): Table {
  const lines = table.rows.map((row) => ({ ...row, role: 'line' as const }))
  const { sums, roles } = findSums({ ...table, rows: lines })
  return { ...table, sums, rows: lines.map((row, index) => ({ ...row, role: roles[index] ?? row.role })) }
}

/** Whether numbers of notes may stand before a table's figures: notes themselves and overviews have none. */
function refersToNotes({ kind }: Table): boolean {
  return kind !== 'note' && kind !== 'multi_year'
}

/** "-1" before "153": whether right before a figure stands a word with a minus, which may be its first digits. */
function hasMinusBefore({ box, page }: Amount, pages: readonly Page[]): boolean {
  const own = pages.find(({ number }) => number === page)
  if (!box || own?.kind !== 'picture') return false
  const reach = (NEAR * (box.y1 - box.y0) * own.height) / own.width
  const words = own.readings[0]?.words ?? []
  return words.some(
    (word) =>
      /^[-–]\d{1,3}$/.test(word.text) &&
      word.box.y0 < box.y1 &&
      word.box.y1 > box.y0 &&
      word.box.x1 <= box.x0 &&
      box.x0 - word.box.x1 <= reach,
  )
}

const UNTOLD = { decimals: 0, alternatives: [], second: null, typed: false }

/** What no sum can settle of a row's figures is in doubt of another in it too. */
function doubtsOfRow(cells: Row['cells']): string[] {
  const doubts = cells.flatMap((cell) => cell?.doubts ?? [])
  return [...new Set(doubts)].filter((one) => BEYOND_SUMS.includes(one))
}

/** A figure that further looks alone found: in doubt, whatever they say. */
function asFound(amount: Amount, { said }: SecondLook): Amount {
  const again = said.map(({ text }) => figureOfLook(text))
  const others = [-amount.value, ...again.flatMap((value) => value ?? [])]
  return {
    ...amount,
    alternatives: [...new Set([...others, ...amount.alternatives])].filter((one) => one !== amount.value),
    second: null,
    again,
    doubts: [...amount.doubts, 'nothing was read here until the place was looked at by itself'],
  }
}

/**
 * A figure by what was read when it was looked at again; a minus is kept, a crop may lose it, and one that is seen with
 * other digits than were read is theirs. Where `mayFollowNumber` the number of a note may stand before it; where it
 * `mayBeNegative` the digits that it lacked stood behind a minus.
 */
function weigh(amount: Amount, { said }: SecondLook, mayFollowNumber: boolean, mayBeNegative: boolean): Amount {
  const { value, second } = amount
  const again = said.map(({ text }) => figureOf(text, amount))
  const seen = [...new Set(again.flatMap((one) => (one === null ? [] : [Math.abs(one)])))]
  const told = seen.find((size) => again.filter((one) => one !== null && Math.abs(one) === size).length >= MOST)
  const isCut = told !== undefined && told !== Math.abs(value) && isLonger(told, value)
  const isMinusSeen = told !== undefined && again.filter((one) => one === -told).length >= MOST
  const sign = value < 0 || (isCut && mayBeNegative) || isMinusSeen ? -1 : 1
  const heard = { ...amount, again, alternatives: others(amount, again) }
  if (told === undefined) return heard
  const isPlain = seen.length === 1
  const isUnsigned = again.filter((one) => one === -value).length >= MOST && !again.includes(value)
  if (isPlain && value < 0 && UNSURE_SIGN.test(amount.raw) && isUnsigned) {
    // "—554749": a minus of which no look saw anything
    const raw = said.find(({ text }) => figureOf(text, amount) === -value)!.text
    return { ...heard, value: -value, raw, second: -value, alternatives: [value] }
  }
  if (told === Math.abs(value)) {
    // nothing but the minus may still be otherwise
    return isPlain
      ? { ...heard, second: value, alternatives: heard.alternatives.filter((one) => one === -value) }
      : heard
  }
  if (mayFollowNumber && isLonger(told, value)) return heard
  const raw = said.find(({ text }) => Math.abs(figureOf(text, amount) ?? 0) === told)!.text
  if (second !== null && told === Math.abs(second)) {
    return { ...heard, value: sign * told, raw, second: sign * told, alternatives: [] }
  }
  if (!isPlain) return heard
  const unlike = heard.alternatives.filter((one) => Math.abs(one) !== told)
  return { ...heard, value: sign * told, raw, second: value, alternatives: [...new Set([value, ...unlike])] }
}

// ".-685 186", "—-224 633": specks before a minus
const BEFORE_MINUS = /^[.,–—-]+(?=[-–—]\d)/

/** The value that a look gives, in the figure's own decimals; null where it gives none. */
function figureOf(text: string, { decimals }: Amount): number | null {
  const read = readAmount(text.replace(BETWEEN_THOUSANDS, '').replace(BEFORE_MINUS, ''))
  return read && read.decimals === decimals && /\d/.test(text) ? read.value : null
}

/** Whether a value has the digits of another and a few before them, which may be of something else. */
function isLonger(told: number, value: number): boolean {
  const [long, short] = [String(told), String(Math.abs(value))]
  return long.endsWith(short) && long.length - short.length <= NOTE_DIGITS
}

/** What may be printed other than the value: with the value's sign what was seen now and before, and the other sign. */
function others({ value, alternatives }: Amount, again: readonly (number | null)[]): number[] {
  const sign = value < 0 ? -1 : 1
  const seen = again.flatMap((one) => (one === null ? [] : [sign * Math.abs(one)]))
  const signs = again.filter((one) => one !== null && Math.abs(one) === Math.abs(value)).map((one) => Math.sign(one!))
  // a crop may cut a minus off; it seldom adds one
  const turned = signs.filter((one) => one === -sign).length
  const isTurned = sign > 0 ? turned >= SOME : turned >= MOST && turned === signs.length
  return [...new Set([...seen, ...(isTurned ? [-value] : []), ...alternatives])].filter((one) => one !== value)
}
