import { differenceOf, withoutNoise } from '../arithmetic/interval.js'
import { foldLabel, labelLikeness } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report, Table } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import {
  nameOf,
  type Printed,
  printedBeside,
  printedInRow,
  printedNumber,
  type RowPlace,
  roundingOf,
  rowsWhere,
} from './printed.js'

/** A note's figure that may be a statement's line: the rows that make it, and the sign that turns it. */
type Answer = {
  places: readonly RowPlace[]
  sign: 1 | -1
  exact: number
  near: number
  /** How far it is off in all columns together. */
  distance: number
  /** Whether the chosen sign fits every column, more than one if it is turned: a sign that one column shows alone may be a lost minus. */
  signIsSure: boolean
  weight: number
}

/** Labels this alike are taken for one name. */
const ALIKE = 0.8
/** A figure of so many digits does not stand in two places by chance. */
const TELLING_DIGITS = 4
/** Labels this alike may be about the same thing. */
const AKIN = 0.5

/**
 * Each line of a statement that points to a note, or is called as one, against the note's figure. A note holds several
 * sums as often as not: the one whose amounts or name fit is taken.
 */
export function checkNotesToStatements(report: Report): Check[] {
  const places = [
    ...rowsWhere(report, 'income_statement', () => true),
    ...rowsWhere(report, 'balance_sheet', () => true),
  ]
  return places.flatMap((place) => checkLine(report, place))
}

function checkLine(report: Report, place: RowPlace): Check[] {
  const line = printedInRow(report, place).filter(({ column }) => column.scenario === 'actual')
  const [first] = line
  if (!first) return []
  const refs = (first.row.noteRef ?? '').split(/[,;\s]+/).filter(Boolean)
  const tables = report.tables.flatMap((table, index) => (table.kind === 'note' ? [{ table, index }] : []))
  const pointed = tables.filter(({ table }) => table.note !== null && refs.includes(table.note))
  const alike = tables.filter(({ table }) => labelLikeness(table.title ?? '', first.row.label ?? '') >= ALIKE)
  const fromPointed = best(pointed.flatMap((note) => answers(report, note, line)))
  if (fromPointed && fromPointed.exact > 0) return say(report, line, fromPointed)
  const fromAlike = best(alike.flatMap((note) => answers(report, note, line)))
  if (fromAlike && fromAlike.exact > 0) return say(report, line, fromAlike)
  const together = several(report, pointed, line)
  if (together) return say(report, line, together)
  if (fromPointed && fromPointed.near > 0) return say(report, line, fromPointed)
  if (refs.length !== 1 || sharesNote(report, place, refs[0]!)) return []
  const stated = nearest(
    pointed.filter(({ table }) => isAbout(table, first)).flatMap((note) => totals(report, note, line)),
  )
  return stated && !isElsewhere(report, line, stated, pointed) ? say(report, line, stated) : []
}

/**
 * Whether the figures meet where they were not looked for: the note's in another column of the line, the line's in another
 * place of the note. Then a column was taken for another, and nothing is wrong between line and note.
 */
function isElsewhere(
  report: Report,
  line: readonly Printed[],
  { places, sign }: Answer,
  notes: readonly { table: Table; index: number }[],
): boolean {
  const held = places.flatMap((place) => printedInRow(report, place).map(({ amount }) => sign * printedNumber(amount)))
  const inLine = line.map(({ amount }) => printedNumber(amount))
  const inNotes = notes.flatMap(({ table }) => table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])))
  return (
    held.some((value) => isTelling(value) && inLine.includes(value)) ||
    inNotes.some((amount) => isTelling(amount.value) && inLine.map(Math.abs).includes(Math.abs(printedNumber(amount))))
  )
}

function isTelling(value: number): boolean {
  return String(Math.abs(value)).length >= TELLING_DIGITS
}

function say(report: Report, line: readonly Printed[], answer: Answer): Check[] {
  return line.flatMap((at) => {
    const parts = answer.places.flatMap((place) => printedBeside(report, place, at) ?? [])
    if (parts.length === 0 || parts.some(({ unit }) => unit !== at.unit)) return []
    const note = parts[0]!.table.note
    const expected = printedNumber(at.amount)
    const actual = answer.sign * parts.reduce((sum, { amount }) => sum + printedNumber(amount), 0)
    const terms: Term[] = parts.map(({ cell }) => ({ cell, sign: answer.sign }))
    const name = nameOf(at.row, at.table)
    const turned = answer.sign < 0 ? ', with the sign turned,' : ''
    return [
      makeCheck({
        rule: 'note_to_statement',
        subject: name,
        at,
        note,
        expected,
        actual,
        tolerance: roundingOf([at, ...parts]),
        terms,
        confirms: answer.weight > 0 && answer.signIsSure,
        holds: `${name}: note ${note}${turned} has the same ${money(expected, at.unit)}.`,
        fails: (difference) =>
          `${name} is ${money(expected, at.unit)} in the statement, ${money(actual, at.unit)} in note ${note}: they differ by ${money(Math.abs(difference), at.unit)}.`,
      }),
    ]
  })
}

/** Every single row of a note as an answer, and all its lines together where it prints no sum. */
function answers(report: Report, note: { table: Table; index: number }, line: readonly Printed[]): Answer[] {
  const rows = note.table.rows.flatMap((row, index) => (row.cells.some(Boolean) ? [index] : []))
  const single = rows.map((row) => weigh(report, [{ table: note.index, row }], line))
  if (note.table.sums.length > 0 || rows.length < 2) return single
  return [
    ...single,
    weigh(
      report,
      rows.map((row) => ({ table: note.index, row })),
      line,
    ),
  ]
}

/** The sums of a note that go into no other sum, and the only row of a note that has but one. */
function totals(report: Report, note: { table: Table; index: number }, line: readonly Printed[]): Answer[] {
  const { table, index } = note
  const inner = new Set(table.sums.flatMap((sum) => sum.terms.map(({ row }) => row)))
  const outer = [...new Set(table.sums.map((sum) => sum.row))].filter((row) => !inner.has(row))
  const rows = table.rows.flatMap((row, at) => (row.cells.some(Boolean) ? [at] : []))
  const chosen = outer.length > 0 ? outer : rows.length === 1 ? rows : []
  return chosen.map((row) => weigh(report, [{ table: index, row }], line))
}

/** The totals of all the notes that a line points to, together. */
function several(
  report: Report,
  notes: readonly { table: Table; index: number }[],
  line: readonly Printed[],
): Answer | undefined {
  if (notes.length < 2) return undefined
  const rows = notes.flatMap((note) => totals(report, note, line).slice(-1)).flatMap(({ places }) => places)
  const answer = weigh(report, rows, line)
  return rows.length === notes.length && answer.exact > 0 ? answer : undefined
}

function weigh(report: Report, places: readonly RowPlace[], line: readonly Printed[]): Answer {
  const [place] = places
  const table = report.tables[place!.table]!
  const row = table.rows[place!.row]!
  const isSum = places.length > 1 || table.sums.some((sum) => sum.row === place!.row)
  const likeness = labelLikeness(row.label ?? '', line[0]?.row.label ?? '')
  // Of equal fits the last is taken: that nothing is turned.
  const tried = ([-1, 1] as const).map((sign): Answer => {
    const values = line.flatMap((at) => {
      const parts = places.flatMap((one) => printedBeside(report, one, at) ?? [])
      return parts.length === 0
        ? []
        : [{ at, parts, sum: sign * withoutNoise(parts.reduce((all, { amount }) => all + printedNumber(amount), 0)) }]
    })
    const telling = values.filter(({ at, sum }) => at.amount.value !== 0 || sum !== 0)
    const apart = telling.map(({ at, sum }) => Math.abs(differenceOf(printedNumber(at.amount), sum)))
    const near = telling.filter(({ at, parts }, index) => apart[index]! <= roundingOf([at, ...parts])).length
    const otherwise = telling.filter(({ at, sum }) => sum !== 0 && printedNumber(at.amount) === -sum)
    const digits = Math.max(0, ...values.map(({ sum }) => String(Math.abs(sum)).length))
    return {
      places,
      sign,
      exact: apart.filter((difference) => difference === 0).length,
      distance: apart.reduce((all, difference) => all + difference, 0),
      near,
      signIsSure: otherwise.length === 0 && (sign === 1 || apart.filter((difference) => difference === 0).length > 1),
      // A short figure that merely occurs in the note is no proof; a sum, a namesake or a long figure is.
      weight: (isSum ? 1 : 0) + (likeness >= ALIKE ? 1 : 0) + (digits >= TELLING_DIGITS ? 0.5 : 0) + likeness / 10,
    }
  })
  const [turned, straight] = tried
  if (turned!.exact + turned!.near === 0 && straight!.exact + straight!.near === 0) {
    return turned!.distance < straight!.distance ? turned! : straight!
  }
  return best(tried)!
}

function best(answers: readonly Answer[]): Answer | undefined {
  // Of equal fits the last is taken: the total stands under its rows.
  return answers.toSorted((a, b) => a.exact - b.exact || a.near - b.near || a.weight - b.weight).at(-1)
}

/** Of sums that meet nowhere the one that is the least off. */
function nearest(answers: readonly Answer[]): Answer | undefined {
  const met = best(answers)
  return met && met.exact + met.near > 0 ? met : answers.toSorted((a, b) => b.distance - a.distance).at(-1)
}

function isAbout(table: Table, line: Printed): boolean {
  const names = [table.title, ...table.rows.map((row) => row.label)]
  return names.some((name) => labelLikeness(name ?? '', line.row.label ?? '') >= AKIN) || foldLabel(table.title) === ''
}

/** Whether other lines of the statement point to the same note, which then may specify them together. */
function sharesNote(report: Report, place: RowPlace, ref: string): boolean {
  const rows = report.tables[place.table]?.rows ?? []
  return rows.some((row, index) => index !== place.row && (row.noteRef ?? '').split(/[,;\s]+/).includes(ref))
}
