import { AUDIT, CHAPTER_TITLES, MATTERS, NAMES, PRINCIPLES } from './chapter-sentences.js'
import { inventPlace } from './names.js'
import type { Random } from './random.js'

/** Sheets without tables of figures: running text, a list of contents, who sat on the board, the blank back of a sheet. */
export type Chapter = {
  form: 'text' | 'contents' | 'board' | 'blank'
  place: 'before' | 'after'
  title: string
  paragraphs: string[]
  /** Set in two columns. */
  columns: boolean
}

const MONTHS = ['januari', 'mars', 'april', 'maj', 'juni', 'augusti', 'september', 'oktober', 'november', 'december']
const OFFICES = ['ordförande', 'vice ordförande', 'ledamot', 'ledamot', 'ledamot', 'ersättare', 'ersättare']

function fill(random: Random, sentence: string, year: number): string {
  const slots: Record<string, () => string | number> = {
    year: () => year,
    next: () => year + 1,
    before: () => year - random.between(1, 6),
    month: () => random.pick(MONTHS),
    day: () => random.between(1, 28),
    few: () => random.between(2, 9),
    many: () => random.between(14, 480),
    percent: () => random.between(11, 96),
    low: () => random.between(3, 24),
    high: () => random.between(25, 60),
    place: () => inventPlace(random),
    name: () => random.pick(NAMES),
  }
  // "den {day} {month}"
  return sentence.replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot]?.() ?? slot))
}

function text(random: Random, year: number, sentences: readonly string[], count: number): string[] {
  const order = random.sample(sentences, Math.min(count, sentences.length)).map((one) => fill(random, one, year))
  const paragraphs: string[] = []
  while (order.length > 0) paragraphs.push(order.splice(0, random.between(2, 5)).join(' '))
  return paragraphs
}

/** What a whole report holds beside its tables, before and after them. */
export function inventChapters(random: Random, year: number): Chapter[] {
  const columns = random.chance(0.25)
  const chapter = (
    form: Chapter['form'],
    place: Chapter['place'],
    title: string,
    paragraphs: string[] = [],
  ): Chapter => ({ form, place, title, paragraphs, columns: columns && form === 'text' })
  const titles = random.sample(CHAPTER_TITLES, random.between(2, 5))
  const back = () => (random.chance(0.3) ? [chapter('blank', 'before', '')] : [])
  const contents = [...titles, 'Resultaträkning', 'Balansräkning', 'Noter', 'Underskrifter', 'Revisionsberättelse']
  return [
    ...back(),
    ...(random.chance(0.6) ? [chapter('contents', 'before', 'Innehåll', contents)] : []),
    ...titles.flatMap((title) => [
      chapter('text', 'before', title, text(random, year, MATTERS, random.between(8, 30))),
    ]),
    ...(random.chance(0.6) ? [chapter('board', 'before', 'Styrelsens sammansättning', board(random))] : []),
    ...(random.chance(0.5)
      ? [chapter('text', 'before', 'Redovisningsprinciper', text(random, year, PRINCIPLES, 8))]
      : []),
    ...back(),
    chapter('text', 'after', 'Revisionsberättelse', text(random, year, AUDIT, random.between(8, 12))),
    ...(random.chance(0.5) ? [chapter('blank', 'after', '')] : []),
  ]
}

function board(random: Random): string[] {
  const names = random.sample(NAMES, random.between(4, OFFICES.length))
  return names.map((name, index) => `${name}|${OFFICES[index]}|${inventPlace(random)}`)
}
