import { CONFUSED } from '../../src/arithmetic/misreadings.js'
import type { Word } from '../../src/model/page.js'
import type { Random } from '../synthesise/random.js'
import { editPages, rewriting, without } from './edit-pages.js'
import { type TablePlace, wordsOf } from './places.js'
import type { Damage, Specimen } from './specimen.js'

const YEAR = /(?:19|20)\d\d/
const YEARS = /(?:19|20)\d\d/g

/** Tables with a head of their own over each column. */
function headed({ places }: Specimen): TablePlace[] {
  return places.filter(
    ({ heads, table }) => heads.length > 1 && table.kind !== 'multi_year' && heads.every(isDated) && isTwoYears(heads),
  )
}

const isDated = (words: readonly Word[]) => words.some(({ text }) => YEAR.test(text))
const yearOf = (words: readonly Word[]) => words.flatMap(({ text }) => YEAR.exec(text)?.[0] ?? []).at(-1)!
const isTwoYears = (heads: TablePlace['heads']) => new Set(heads.map(yearOf)).size > 1

/** Another year, its last digit or the one before it taken for one that looks alike. */
function misreadYear(year: string, random: Random): string {
  const digits = [...(CONFUSED[year[3]!] ?? '')]
  return year.slice(0, 3) + random.pick(digits)
}

function inHeads(change: (place: TablePlace, random: Random) => Map<Word, Word[]> | undefined, what: string): Damage {
  return (specimen, random) => {
    const places = headed(specimen)
    if (places.length === 0) return undefined
    const place = random.pick(places)
    const edits = change(place, random)
    return edits && { pages: editPages(specimen.pages, edits), what: `${what} of ${place.table.title}` }
  }
}

function everywhere(
  change: (places: readonly TablePlace[], all: readonly Word[], random: Random) => Map<Word, Word[]> | undefined,
  what: string,
): Damage {
  return (specimen, random) => {
    const places = headed(specimen)
    if (places.length === 0) return undefined
    const edits = change(places, specimen.pages.flatMap(wordsOf), random)
    return edits && { pages: editPages(specimen.pages, edits), what }
  }
}

function misread(heads: readonly Word[], random: Random): Map<Word, Word[]> | undefined {
  const year = yearOf(heads)
  const other = misreadYear(year, random)
  return rewriting(heads, (text) => text.replaceAll(year, other))
}

function swapped({ heads }: TablePlace): Map<Word, Word[]> | undefined {
  const [first, second] = [yearOf(heads[0]!), heads.map(yearOf).find((year) => year !== yearOf(heads[0]!))!]
  return rewriting(heads.flat(), (text) =>
    text.replace(YEARS, (year) => (year === first ? second : year === second ? first : year)),
  )
}

/** Damage to what stands over columns of figures. */
export const HEAD_DAMAGES: Readonly<Record<string, Damage>> = {
  'year misread in one head': inHeads(({ heads }, random) => misread(random.pick(heads), random), 'a year'),
  'both years misread in a table': inHeads(({ heads }, random) => {
    const years = [...new Set(heads.map(yearOf))]
    const others = new Map(years.map((year) => [year, misreadYear(year, random)]))
    return rewriting(heads.flat(), (text) => text.replace(YEARS, (year) => others.get(year) ?? year))
  }, 'both years'),
  'both heads alike': inHeads(({ heads }, random) => {
    const [kept, lost] = random.sample([...new Set(heads.map(yearOf))], 2)
    return rewriting(heads.flat(), (text) => text.replaceAll(lost!, kept!))
  }, 'heads alike'),
  'one head lost': inHeads(({ heads }, random) => without(random.pick(heads)), 'a head'),
  'all heads of a table lost': inHeads(({ heads }) => without(heads.flat()), 'heads'),
  'heads swapped in a table': inHeads(swapped, 'heads'),
  'heads swapped everywhere': everywhere(
    (places) => new Map(places.flatMap((place) => [...(swapped(place) ?? [])])),
    'all heads',
  ),
  'a year misread in all heads': everywhere((places, _, random) => {
    const year = random.pick(places[0]!.heads.map(yearOf))
    const other = misreadYear(year, random)
    return rewriting([...new Set(places.flatMap(({ heads }) => heads.flat()))], (text) => text.replaceAll(year, other))
  }, 'a year'),
  'a year misread on every page': everywhere((places, all, random) => {
    const year = random.pick(places[0]!.heads.map(yearOf))
    const other = misreadYear(year, random)
    return rewriting(all, (text) => text.replaceAll(year, other))
  }, 'a year'),
  'the latest year misread on every page': everywhere((places, all, random) => {
    const year = places[0]!.heads.map(yearOf).sort().at(-1)!
    const other = misreadYear(year, random)
    return rewriting(all, (text) => text.replaceAll(year, other))
  }, 'the latest year'),
  'budget lost over its column': (specimen, random) => {
    const places = specimen.places.filter(({ heads }) => heads.flat().some(({ text }) => /budget/i.test(text)))
    if (places.length === 0) return undefined
    const words = random.pick(places).heads.flat()
    return {
      pages: editPages(specimen.pages, without(words.filter(({ text }) => /budget/i.test(text)))),
      what: 'budget',
    }
  },
  'budget misread in all heads': (specimen) => {
    const words = new Set(specimen.places.flatMap(({ heads }) => heads.flat()))
    const edits = rewriting([...words], (text) => (/budget/i.test(text) ? 'Utfall' : text))
    return edits && { pages: editPages(specimen.pages, edits), what: 'budget' }
  },
}
