import type { Box, Page, Word } from '../../src/model/page.js'
import type { Random } from '../synthesise/random.js'
import { editPages, newWord } from './edit-pages.js'
import { middleOf } from './places.js'
import type { Damage, Specimen } from './specimen.js'

/** The pages in their new order, numbered so. */
function numbered(pages: readonly Page[]): Page[] {
  return pages.map((page, index) => ({ ...page, number: index + 1 }))
}

function tablePages({ places }: Specimen): number[] {
  return [...new Set(places.flatMap(({ rows }) => rows.map(({ page }) => page)))].sort((a, b) => a - b)
}

function pageOf({ places }: Specimen, kind: string): number | undefined {
  return places.find(({ table }) => table.kind === kind)?.rows[0]?.page
}

function onTablePage(change: (specimen: Specimen, at: number, random: Random) => readonly Page[] | undefined): Damage {
  return (specimen, random) => {
    const numbers = tablePages(specimen)
    if (numbers.length === 0) return undefined
    const number = random.pick(numbers)
    const pages = change(specimen, number - 1, random)
    return pages && { pages: numbered(pages), what: `page ${number}` }
  }
}

/** Pages of this document and of another, with whose each is. */
function mixed(parts: readonly { page: Page; owner: Specimen }[], what: string) {
  return { pages: numbered(parts.map(({ page }) => page)), owners: parts.map(({ owner }) => owner), what }
}

const owned = (owner: Specimen) => owner.pages.map((page) => ({ page, owner }))

function inPlaceOf(kind: string): Damage {
  return (specimen, random, others) => {
    const at = pageOf(specimen, kind)
    const from = others.filter((other) => pageOf(other, kind) !== undefined)
    if (at === undefined || from.length === 0) return undefined
    const owner = random.pick(from)
    const page = owner.pages[pageOf(owner, kind)! - 1]!
    return mixed(owned(specimen).with(at - 1, { page, owner }), `${kind} of ${owner.name}`)
  }
}

/** New words on one page. */
function stamped(specimen: Specimen, number: number, words: readonly Word[]): Page[] {
  return editPages(specimen.pages, new Map(), new Map([[number, words]]))
}

/** A line of words from a place on, as large as print. */
function printedAt(text: string, x: number, y: number): Word[] {
  let x0 = x
  return text.split(' ').map((word) => {
    const box: Box = { x0, y0: y, x1: x0 + 0.009 * word.length, y1: y + 0.011 }
    x0 = box.x1 + 0.008
    return newWord(word, box)
  })
}

function stamp(texts: readonly string[], place: (specimen: Specimen, random: Random) => Place | undefined): Damage {
  return (specimen, random) => {
    const at = place(specimen, random)
    const text = random.pick(texts)
    return at && { pages: stamped(specimen, at.page, printedAt(text, at.x, at.y)), what: `${text} on page ${at.page}` }
  }
}

type Place = { page: number; x: number; y: number }

const atTop = (specimen: Specimen, random: Random): Place | undefined => {
  const numbers = tablePages(specimen)
  return numbers.length > 0 ? { page: random.pick(numbers), x: 0.55 + 0.2 * random.next(), y: 0.03 } : undefined
}

const overHead = (specimen: Specimen, random: Random): Place | undefined => {
  const places = specimen.places.filter(({ heads }) => heads.flat().length > 0)
  if (places.length === 0) return undefined
  const { rows, heads } = random.pick(places)
  const head = random.pick(heads.flat())
  const above = head.box.y0 - 1.6 * (head.box.y1 - head.box.y0)
  return { page: rows[0]!.page, x: middleOf(head.box).x - 0.04, y: Math.max(0.01, above) }
}

const beforeFirstRow = (specimen: Specimen, random: Random): Place | undefined => {
  const places = specimen.places.filter(({ rows }) => rows[0]!.cells.flat().length > 0)
  if (places.length === 0) return undefined
  const { rows } = random.pick(places)
  const word = random.pick(rows[0]!.cells.flat())
  return { page: rows[0]!.page, x: word.box.x0, y: word.box.y0 - 0.014 }
}

const DATES = ['2016-03-14', '1999-11-30', 'Ink. 2012 -04- 02', '31/12 2011', '2008 -12- 31']
const NUMBERS = ['556016-0680', '212000-0142', '802000-5149']

/** Damage to the order of pages, to what belongs together, and what offices and pens put on them. */
export const PAGE_DAMAGES: Readonly<Record<string, Damage>> = {
  'page lost': onTablePage(({ pages }, at) => pages.toSpliced(at, 1)),
  'cover lost': (specimen) => ({ pages: numbered(specimen.pages.slice(1)), what: 'cover' }),
  'page swapped with the next': onTablePage(({ pages }, at) =>
    pages[at + 1] ? pages.toSpliced(at, 2, pages[at + 1]!, pages[at]!) : undefined,
  ),
  'page read twice': onTablePage(({ pages }, at) => pages.toSpliced(at, 0, pages[at]!)),
  'pages in reverse order': (specimen) => ({ pages: numbered(specimen.pages.toReversed()), what: 'all' }),
  'another report behind it': (specimen, random, others) => {
    const other = random.pick(others)
    return mixed([...owned(specimen), ...owned(other)], other.name)
  },
  'another report behind it, its cover lost': (specimen, random, others) => {
    const other = random.pick(others)
    return mixed([...owned(specimen), ...owned(other).slice(1)], other.name)
  },
  'balance sheet of another report': inPlaceOf('balance_sheet'),
  'income statement of another report': inPlaceOf('income_statement'),
  'notes of another report': inPlaceOf('note'),
  'a page of another report among the tables': (specimen, random, others) => {
    const other = random.pick(others.filter((one) => tablePages(one).length > 0))
    const page = other.pages[random.pick(tablePages(other)) - 1]!
    const at = random.pick(tablePages(specimen))
    return mixed(owned(specimen).toSpliced(at, 0, { page, owner: other }), other.name)
  },
  'date stamped at the top': stamp(DATES, atTop),
  'date stamped over a head': stamp(DATES, overHead),
  'year written over a head': stamp(['2009', '2016', '1998', '2021'], overHead),
  'date written over the first row': stamp([...DATES, '2016', '1998'], beforeFirstRow),
  'number of another body on a page': stamp(NUMBERS, atTop),
  'date stamped on every page': (specimen, random) => {
    const text = random.pick(DATES)
    const added = new Map(specimen.pages.map(({ number }) => [number, printedAt(text, 0.6, 0.03)]))
    return { pages: editPages(specimen.pages, new Map(), added), what: text }
  },
}
