import { parsingWordsOf } from '../../src/parsing-words.js'
import { loadReference } from '../../src/reference.js'

/** What parsing knows of the language, from the real reference tables. */
export const parsingWords = parsingWordsOf(await loadReference())
