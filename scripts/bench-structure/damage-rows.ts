import type { Word } from '../../src/model/page.js'
import type { Random } from '../synthesise/random.js'
import { inOneTable } from './damage-figures.js'
import { type Edits, movedTo, without } from './edit-pages.js'
import type { RowPlace, TablePlace } from './places.js'
import type { Damage } from './specimen.js'

const wordsIn = ({ label, cells }: RowPlace) => [...label, ...cells.flat()]

/** The height at which a row stands. */
function heightOf(row: RowPlace): { y0: number; y1: number } {
  const boxes = row.cells.flat().map(({ box }) => box)
  return { y0: Math.min(...boxes.map(({ y0 }) => y0)), y1: Math.max(...boxes.map(({ y1 }) => y1)) }
}

/** Rows that stand on one page, one under the other, at least so many. */
function run({ rows }: TablePlace, length: number, random: Random): readonly RowPlace[] | undefined {
  const starts = [...rows.keys()].filter((at) => {
    const own = rows.slice(at, at + length)
    return own.length === length && own.every(({ page, cells }) => page === own[0]!.page && cells.flat().length > 0)
  })
  if (starts.length === 0) return undefined
  const at = random.pick(starts)
  return rows.slice(at, at + length)
}

function moved(words: readonly Word[], to: RowPlace): [Word, Word[]][] {
  const height = heightOf(to)
  return words.map((word) => [word, [movedTo(word, height)]])
}

/** What stands in each row goes one row up, and the first of it is lost. */
function shiftedUp(rows: readonly RowPlace[], part: (row: RowPlace) => readonly Word[]): Edits {
  return new Map([...without(part(rows[0]!)), ...rows.slice(1).flatMap((row, index) => moved(part(row), rows[index]!))])
}

/** What stands in each row goes one row down, and the last of it is lost. */
function shiftedDown(rows: readonly RowPlace[], part: (row: RowPlace) => readonly Word[]): Edits {
  return shiftedUp(rows.toReversed(), part)
}

function inRun(length: number, change: (rows: readonly RowPlace[], random: Random) => Edits): Damage {
  return inOneTable((place, random) => {
    const rows = run(place, length, random)
    return rows && change(rows, random)
  })
}

function inTable(change: (rows: readonly RowPlace[], random: Random) => Edits): Damage {
  return inOneTable((place, random) => {
    const rows = place.rows.filter(({ page, cells }) => page === place.rows[0]!.page && cells.flat().length > 0)
    return rows.length > 2 ? change(rows, random) : undefined
  })
}

const columnOf = (column: number) => (row: RowPlace) => row.cells[column] ?? []
const someColumn = (rows: readonly RowPlace[], random: Random) => columnOf(random.between(0, rows[0]!.cells.length - 1))

/** Damage to rows, and to which label stands beside which figures. */
export const ROW_DAMAGES: Readonly<Record<string, Damage>> = {
  'row lost': inRun(1, ([row]) => without(wordsIn(row!))),
  'three rows lost': inRun(3, (rows) => without(rows.flatMap(wordsIn))),
  'every third row lost': inTable((rows) => without(rows.filter((_, at) => at % 3 === 1).flatMap(wordsIn))),
  'figures of a row lost': inRun(1, ([row]) => without(row!.cells.flat())),
  'label lost': inRun(1, ([row]) => without(row!.label)),
  'labels shifted in a run of rows': inRun(4, (rows) => shiftedUp(rows, ({ label }) => label)),
  'labels shifted up in a table': inTable((rows) => shiftedUp(rows, ({ label }) => label)),
  'labels shifted down in a table': inTable((rows) => shiftedDown(rows, ({ label }) => label)),
  'labels of two rows swapped': inRun(
    2,
    ([one, two]) => new Map([...moved(one!.label, two!), ...moved(two!.label, one!)]),
  ),
  'figures of two rows swapped': inRun(2, ([one, two], random) => {
    const part = someColumn([one!], random)
    return new Map([...moved(part(one!), two!), ...moved(part(two!), one!)])
  }),
  'a column one row up in a run': inRun(4, (rows, random) => shiftedUp(rows, someColumn(rows, random))),
  'a column one row down': inTable((rows, random) => shiftedDown(rows, someColumn(rows, random))),
  'a column half a row down': inTable((rows, random) => {
    const part = someColumn(rows, random)
    return new Map(
      rows.flatMap((row, at) => {
        const next = rows[at + 1]
        const step = next ? (heightOf(next).y0 - heightOf(row).y0) / 2 : 0
        return part(row).map((word): [Word, Word[]] => [
          word,
          [movedTo(word, { y0: word.box.y0 + step, y1: word.box.y1 + step })],
        ])
      }),
    )
  }),
  'labels lost in a table': inTable((rows) => without(rows.flatMap(({ label }) => label))),
}
