import type { Word } from '../../src/model/page.js'
import { readUnit } from '../../src/parse/column-heads.js'
import { editPages, rewriting, without } from './edit-pages.js'
import { wordsOf } from './places.js'
import type { Damage, Specimen } from './specimen.js'

/** Words that say a unit by themselves. */
function unitWords({ pages }: Specimen): { page: number; word: Word }[] {
  return pages.flatMap((page) =>
    wordsOf(page)
      .filter(({ text }) => readUnit(text) !== null && text.length < 12)
      .map((word) => ({ page: page.number, word })),
  )
}

function onOnePage(change: (words: readonly Word[]) => Map<Word, Word[]> | undefined): Damage {
  return (specimen, random) => {
    const tables = new Set(specimen.places.map(({ table }) => table.page))
    const words = unitWords(specimen).filter(({ page }) => tables.has(page))
    if (words.length === 0) return undefined
    const { page } = random.pick(words)
    const edits = change(words.filter((one) => one.page === page).map(({ word }) => word))
    return edits && { pages: editPages(specimen.pages, edits), what: `page ${page}` }
  }
}

function onAllPages(change: (words: readonly Word[]) => Map<Word, Word[]> | undefined): Damage {
  return (specimen) => {
    const words = unitWords(specimen).map(({ word }) => word)
    const edits = words.length > 0 ? change(words) : undefined
    return edits && { pages: editPages(specimen.pages, edits), what: 'all units' }
  }
}

const asOther = (words: readonly Word[]) =>
  rewriting(words, (text) => (/t?k+r|tusen/i.test(text) && !/^kr/i.test(text) ? 'kr' : 'tkr'))

/** Damage to what says the unit. */
export const UNIT_DAMAGES: Readonly<Record<string, Damage>> = {
  'unit lost on a page': onOnePage(without),
  'unit lost everywhere': onAllPages(without),
  'unit misread on a page': onOnePage(asOther),
  'unit misread everywhere': onAllPages(asOther),
}
