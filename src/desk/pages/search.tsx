import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type PageFound, type SearchResult, searchPages } from '../../store/search/search-pages.js'
import { pageAddress } from '../addresses.js'
import type { DeskPage } from '../desk-parts.js'
import { Pager } from '../pager.js'

const rowsOnPage = 25
const mostScreens = 40

/** What is searched for, and which screen of the result is shown. */
export const SearchRequest = z.object({
  q: z.string().max(500).catch(''),
  at: z.coerce.number().int().min(1).max(mostScreens).catch(1),
})
export type SearchRequest = z.infer<typeof SearchRequest>

/** Search over the text of all pages. */
export function searchPage(reading: Database, { q, at }: SearchRequest): DeskPage {
  const result = q.trim() === '' ? null : searchPages(reading, q, { limit: rowsOnPage, offset: (at - 1) * rowsOnPage })
  const content = (
    <section class="page">
      <h1>Search</h1>
      <form class="filter" method="get" action="/search">
        <label>
          Words on the page <input type="search" name="q" value={q} />
        </label>
        <button type="submit">Search</button>
      </form>
      <p class="quiet">
        å, ä and ö are letters of their own; pages of worn print, on which a word was read otherwise, come after. Words
        in a row stand in “quotation marks”, solid* finds all that begins so, and an amount is found with and without
        its space: 146 086.
      </p>
      {result !== null && <Result q={q} at={at} result={result} />}
    </section>
  )
  return { title: q === '' ? 'Search' : `${q}: search`, place: 'Search', content }
}

function Result({ q, at, result }: SearchRequest & { readonly result: SearchResult }) {
  const { pages, exactPages, similarPages, spellings } = result
  const screens = Math.min(mostScreens, Math.ceil((exactPages + similarPages) / rowsOnPage))
  return (
    <>
      <p role="status">
        {exactPages} {exactPages === 1 ? 'page has' : 'pages have'} it as typed
        {similarPages > 0 && `, ${similarPages} more have it read as ${spellings.slice(0, 8).join(', ')}`}
        {similarPages > 0 && spellings.length > 8 && ' …'}.
      </p>
      <ol class="found" start={(at - 1) * rowsOnPage + 1}>
        {pages.map((found) => (
          <Found key={`${found.sha256} ${found.page}`} q={q} found={found} />
        ))}
      </ol>
      <Pager at={at} pages={screens} address={(to) => `/search?${new URLSearchParams({ q, at: String(to) })}`} />
    </>
  )
}

function Found({ q, found }: { readonly q: string; readonly found: PageFound }) {
  const { document, sha256, page, organisation, period_end, excerpt, exact } = found
  return (
    <li>
      <a href={pageAddress({ sha256, page, query: q })}>
        {document}, page {page}
      </a>{' '}
      <span class="quiet">
        {organisation} {period_end}
        {exact ? '' : ' · read otherwise'}
      </span>
      <p class="excerpt">{excerpt.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</p>
    </li>
  )
}
