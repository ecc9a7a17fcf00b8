import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Page } from '../../model/page.js'
import { unpackJson } from '../packed-json.js'
import { storePageTexts } from '../search/page-texts.js'

/**
 * The text of every page, and two indexes over it: `page_words` keeps å, ä and ö apart; `spelling_parts` holds the
 * spellings that occur, folded over what readers confuse and cut in threes, to find how a word was read where its print
 * was worn. Spellings are never taken away: one that no page holds any more finds nothing.
 */
const tables = `
create table page_text (
  page_text_id integer primary key,
  content text not null references content on delete cascade,
  page integer not null,
  text text not null,
  unique (content, page)
) strict;

create virtual table page_words using fts5 (
  text, content = 'page_text', content_rowid = 'page_text_id',
  tokenize = "unicode61 remove_diacritics 0 tokenchars '&@¢'"
);
create trigger page_text_added after insert on page_text begin
  insert into page_words (rowid, text) values (new.page_text_id, new.text);
end;
create trigger page_text_dropped after delete on page_text begin
  insert into page_words (page_words, rowid, text) values ('delete', old.page_text_id, old.text);
end;

create table spelling (
  spelling_id integer primary key,
  spelling text not null unique,
  folded text not null
) strict;

create virtual table spelling_parts using fts5 (
  folded, content = 'spelling', content_rowid = 'spelling_id', tokenize = 'trigram', detail = none
);
create trigger spelling_added after insert on spelling begin
  insert into spelling_parts (rowid, folded) values (new.spelling_id, new.folded);
end;
`

/** Makes the tables and fills them from the pages that are stored. */
export function pageText(database: Database): void {
  database.exec(tables)
  const contents = database
    .prepare<[], { content: string; reading: string }>(
      'select content, reading from content join page_reading using (content, reading) order by content',
    )
    .all()
  const pagesOf = database
    .prepare<[string, string], Buffer>('select pages from page_reading where content = ? and reading = ?')
    .pluck()
  for (const { content, reading } of contents) {
    const pages = z.array(Page).parse(unpackJson(pagesOf.get(content, reading)!))
    storePageTexts(database, content, pages)
  }
}
