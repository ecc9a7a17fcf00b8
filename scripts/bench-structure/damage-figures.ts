import { CONFUSED } from '../../src/arithmetic/misreadings.js'
import type { Word } from '../../src/model/page.js'
import type { Random } from '../synthesise/random.js'
import { type Edits, editPages, newWord, reworded, rewriting, without } from './edit-pages.js'
import type { RowPlace, TablePlace } from './places.js'
import type { Damage, Specimen } from './specimen.js'

const MINUS = /^[-–—−](?=\d)|^[-–—−]$/
const KINDS = new Set(['income_statement', 'balance_sheet', 'cash_flow', 'note'])

type Change = (place: TablePlace, random: Random) => Edits | undefined

/** Tables of the accounts with a few rows. */
export function accountsOf({ places }: Specimen): TablePlace[] {
  return places.filter(({ table, rows }) => KINDS.has(table.kind) && rows.length > 2)
}

/** Tries tables in an order of chance until one can be damaged so. */
export function inOneTable(change: Change): Damage {
  return (specimen, random) => {
    const places = accountsOf(specimen)
    for (const place of random.sample(places, places.length)) {
      const edits = change(place, random)
      if (edits && edits.size > 0)
        return { pages: editPages(specimen.pages, edits), what: `${place.table.kind} ${place.table.title}` }
    }
    return undefined
  }
}

function inAllTables(change: Change): Damage {
  return (specimen, random) => {
    const edits = new Map(accountsOf(specimen).flatMap((place) => [...(change(place, random) ?? [])]))
    return edits.size > 0 ? { pages: editPages(specimen.pages, edits), what: 'all' } : undefined
  }
}

const figuresOf = ({ rows }: { rows: readonly RowPlace[] }) => rows.flatMap(({ cells }) => cells.flat())
const columnOf = ({ rows }: TablePlace, column: number) => rows.map(({ cells }) => cells[column] ?? [])
const digitsOf = (words: readonly Word[]) =>
  words
    .map(({ text }) => text)
    .join('')
    .replace(/\D/g, '')

const withoutMinus = (words: readonly Word[]) => rewriting(words, (text) => text.replace(MINUS, ''))

/** Cells in which figures are printed, as lists of words. */
function printed(cells: readonly (readonly Word[])[]): (readonly Word[])[] {
  return cells.filter((words) => /\d/.test(digitsOf(words)))
}

function withMinus(cells: readonly (readonly Word[])[]): Edits {
  const first = printed(cells).flatMap(([word]) => (word && /^\d/.test(word.text) ? [word] : []))
  return new Map(first.map((word) => [word, [reworded(word, `-${word.text}`)]]))
}

/** The figure's digits, those of all its words in the first of them. */
function rewrittenFigure(words: readonly Word[], write: (digits: string) => string): [Word, Word[]][] {
  const [first] = words
  const text = words.map((word) => word.text).join(' ')
  const changed = write(text)
  if (!first || changed === text || !/\d/.test(changed)) return []
  const box = { ...first.box, x1: words.at(-1)!.box.x1 }
  return words.map((word, index) => [word, index === 0 ? [{ ...reworded(word, changed), box }] : []])
}

function inColumn(write: (text: string, random: Random) => string, columns: 'one' | 'all'): Change {
  return (place, random) => {
    const count = place.table.columns.length
    const chosen = columns === 'one' ? [random.between(0, count - 1)] : [...Array(count).keys()]
    return new Map(
      chosen
        .flatMap((column) => printed(columnOf(place, column)))
        .flatMap((cell) => rewrittenFigure(cell, (text) => write(text, random))),
    )
  }
}

// "-1 234 567"
const FIRST_GROUP = /^([-–—−]?)\d{1,3} (?=\d)/
const LAST_GROUP = / \d{3}$/

function confusion(random: Random): readonly [RegExp, string] {
  const from = random.pick(['1', '3', '5', '6', '7', '8', '9', '0'])
  return [new RegExp(from, 'g'), random.pick([...CONFUSED[from]!])]
}

function confused(words: readonly Word[], random: Random): Edits | undefined {
  const [from, to] = confusion(random)
  return rewriting(words, (text) => text.replace(from, to))
}

function mergedRow({ cells }: RowPlace): [Word, Word[]][] {
  const words = printed(cells).flat()
  const [first] = words
  if (!first || printed(cells).length < 2) return []
  const whole = { ...reworded(first, words.map(({ text }) => text).join(' ')) }
  const box = { ...first.box, x1: words.at(-1)!.box.x1 }
  return words.map((word, index) => [word, index === 0 ? [{ ...whole, box }] : []])
}

function withNote({ cells, noteRef }: RowPlace): [Word, Word[]][] {
  const [first] = printed(cells.slice(0, 1)).flat()
  if (!first || noteRef === null || !/^\d{1,2}$/.test(noteRef) || !/^\d/.test(first.text)) return []
  const width = (first.box.x1 - first.box.x0) / first.text.length
  const box = { ...first.box, x0: first.box.x0 - 2.6 * width, x1: first.box.x0 - 0.6 * width }
  return [[first, [newWord(noteRef, box), first]]]
}

/** Damage to figures and to the columns in which they stand. */
export const FIGURE_DAMAGES: Readonly<Record<string, Damage>> = {
  'minus lost in a row': inOneTable(({ rows }, random) => {
    const signed = rows.filter(({ cells }) => withoutMinus(cells.flat()))
    return signed.length > 0 ? withoutMinus(random.pick(signed).cells.flat()) : undefined
  }),
  'minuses lost in a table': inOneTable((place) => withoutMinus(figuresOf(place))),
  'minuses lost everywhere': inAllTables((place) => withoutMinus(figuresOf(place))),
  'minus gained in a figure': inOneTable(({ rows }, random) => withMinus([random.pick(random.pick(rows).cells)])),
  'minus gained in a row': inOneTable(({ rows }, random) => withMinus(random.pick(rows).cells)),
  'minuses gained in a column': inOneTable((place, random) =>
    withMinus(columnOf(place, random.between(0, place.table.columns.length - 1))),
  ),
  'minuses gained in a table': inOneTable((place) => withMinus(place.rows.flatMap(({ cells }) => cells))),
  'a digit read as another in a table': inOneTable((place, random) => confused(figuresOf(place), random)),
  'a digit read as another everywhere': (specimen, random) => {
    const edits = confused(accountsOf(specimen).flatMap(figuresOf), random)
    return edits && { pages: editPages(specimen.pages, edits), what: 'digit' }
  },
  'a digit misread in every printing of a figure': (specimen, random) => {
    const all = accountsOf(specimen).flatMap(({ rows }) => rows.flatMap(({ cells }) => printed(cells)))
    const digits = digitsOf(random.pick(all.filter((cell) => digitsOf(cell).length > 3)))
    const at = random.between(0, digits.length - 1)
    const other = digits.slice(0, at) + random.pick([...(CONFUSED[digits[at]!] ?? '1')]) + digits.slice(at + 1)
    const grouped = other.replace(/\B(?=(\d{3})+$)/g, ' ')
    const edits = all
      .filter((cell) => digitsOf(cell) === digits)
      .flatMap((cell) => rewrittenFigure(cell, (text) => text.replace(/\d[\d ]*\d/, grouped)))
    return { pages: editPages(specimen.pages, new Map(edits)), what: `${digits} as ${other}` }
  },
  'first group lost in a column': inOneTable(inColumn((text) => text.replace(FIRST_GROUP, '$1'), 'one')),
  'first group lost in a table': inOneTable(inColumn((text) => text.replace(FIRST_GROUP, '$1'), 'all')),
  'last group lost in a column': inOneTable(inColumn((text) => text.replace(LAST_GROUP, ''), 'one')),
  'last group lost in a table': inOneTable(inColumn((text) => text.replace(LAST_GROUP, ''), 'all')),
  'last group lost everywhere': inAllTables(inColumn((text) => text.replace(LAST_GROUP, ''), 'all')),
  'last digit lost in a column': inOneTable(inColumn((text) => text.replace(/(\d.*)\d$/, '$1'), 'one')),
  'first digit lost in a column': inOneTable(inColumn((text) => text.replace(/\d(?=.*\d)/, ''), 'one')),
  'commas read between thousands': inOneTable(inColumn((text) => text.replace(/ (?=\d{3})/g, ','), 'all')),
  'a tick before each figure of a column': inOneTable(inColumn((text) => text.replace(/(?=\d)/, '1 '), 'one')),
  'a tick behind each figure of a column': inOneTable(inColumn((text) => `${text} 1`, 'one')),
  'note read into a figure': inOneTable(({ rows }, random) => {
    const noted = rows.map(withNote).filter((edits) => edits.length > 0)
    return noted.length > 0 ? new Map(random.pick(noted)) : undefined
  }),
  'notes read into a column': inOneTable(({ rows }) => new Map(rows.flatMap(withNote))),
  'columns merged in a row': inOneTable(({ rows }, random) => new Map(mergedRow(random.pick(rows)))),
  'columns merged in a table': inOneTable(({ rows }) => new Map(rows.flatMap(mergedRow))),
  'column lost': inOneTable((place, random) => {
    const column = random.between(0, place.table.columns.length - 1)
    return without([...columnOf(place, column).flat(), ...(place.heads[column] ?? [])])
  }),
  'figures of a column lost': inOneTable((place, random) =>
    without(columnOf(place, random.between(0, place.table.columns.length - 1)).flat()),
  ),
  'half a column lost': inOneTable((place, random) => {
    const cells = columnOf(place, random.between(0, place.table.columns.length - 1))
    return without(cells.slice(Math.ceil(cells.length / 2)).flat())
  }),
}
