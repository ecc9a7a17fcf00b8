/** A place on paper: a page, and the figure or the search words that are shown on it. */
export interface PlaceOnPaper {
  readonly sha256: string
  readonly page: number
  readonly factId?: string
  readonly query?: string
}

/** The address of a page on the desk, with a figure or hits of a search marked. */
export function pageAddress({ sha256, page, factId, query }: PlaceOnPaper): string {
  const words = new URLSearchParams({ page: String(page) })
  if (factId !== undefined) words.set('fact', factId)
  if (query !== undefined) words.set('q', query)
  return `/documents/${sha256}?${words}`
}

/** The address of a stored figure on its page. */
export function addressOf({ sha256, page, fact_id }: { sha256: string; page: number; fact_id: string }): string {
  return pageAddress({ sha256, page, factId: fact_id })
}

/** The address of an organisation's page, or of one of its further pages. */
export function organisationAddress(key: string, part = ''): string {
  return `/organisations/${encodeURIComponent(key)}${part}`
}
