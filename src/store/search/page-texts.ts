import type { Database } from 'better-sqlite3'
import type { Page } from '../../model/page.js'
import { prepared } from '../prepared.js'
import { foldSpelling, isFoldable } from './fold-spelling.js'
import { textOfPage, wordsOfText } from './page-words.js'

/** Stores what a content's pages say in place of what they said before; the indexes follow. */
export function storePageTexts(database: Database, content: string, pages: readonly Page[]): void {
  const insert = prepared(database, 'insert into page_text (content, page, text) values (?, ?, ?)')
  const spell = prepared(database, 'insert into spelling (spelling, folded) values (?, ?) on conflict do nothing')
  const store = database.transaction(() => {
    prepared(database, 'delete from page_text where content = ?').run(content)
    const met = new Set<string>()
    for (const page of pages) {
      const text = textOfPage(page)
      if (text === '') continue
      insert.run(content, page.number, text)
      for (const { word } of wordsOfText(text)) met.add(word)
    }
    for (const word of met) if (isFoldable(word)) spell.run(word, foldSpelling(word))
  })
  store()
}
