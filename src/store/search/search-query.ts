import { wordsOfText } from './page-words.js'

/** Words that must follow each other on the page; of the last one the beginning is enough where `prefix` is set. */
export interface Phrase {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** What a search asks for: each wish met by any of its phrases. */
export interface SearchQuery {
  readonly wishes: readonly (readonly Phrase[])[]
}

// "eget kapital" · 146 086 · solid* · resultat
const wishPattern = /"([^"]*)"?|(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d)|([^\s"]+)/gu

/** Most wishes of one query; what is typed after them is not looked for. */
const mostWishes = 12

/**
 * Reads what a person typed: words that must all occur, `"words in a row"`, `begin*`, and amounts with or without the
 * space of thousands. Anything is a query; one without a letter or a digit asks for nothing.
 */
export function readSearchQuery(typed: string): SearchQuery {
  const wishes: Phrase[][] = []
  for (const [, quoted, amount, word] of typed.normalize('NFC').matchAll(wishPattern)) {
    const said = quoted ?? amount ?? word ?? ''
    const words = wordsOfText(said).map((each) => each.word)
    if (words.length === 0) continue
    const digits = words.join('')
    // 146086, as typed without the space or after it was joined above
    const isAmount = quoted === undefined && /^\d{4,15}$/.test(digits)
    wishes.push(isAmount ? amountPhrases(digits) : [{ words, prefix: quoted === undefined && said.endsWith('*') }])
  }
  return { wishes: wishes.slice(0, mostWishes) }
}

/** The query in the language of SQLite's full text search; every word is quoted, so that none of them is an operator. */
export function toMatchExpression({ wishes }: SearchQuery): string {
  return wishes.map((phrases) => `(${phrases.map(phraseToMatch).join(' OR ')})`).join(' AND ')
}

function phraseToMatch({ words, prefix }: Phrase): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`
}

function amountPhrases(digits: string): Phrase[] {
  // 146086 → 146 086
  const groups = digits.replace(/\B(?=(\d{3})+$)/g, ' ').split(' ')
  return [
    { words: [digits], prefix: false },
    { words: groups, prefix: false },
  ]
}
