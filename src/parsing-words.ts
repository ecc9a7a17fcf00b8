import { remember } from './arithmetic/remember.js'
import { findConcept } from './model/taxonomy.js'
import { hearWord } from './normalise/hear-word.js'
import { gatherHeard } from './normalise/heard-words.js'
import { isWord } from './normalise/is-word.js'
import { mendLabel } from './normalise/mend-label.js'
import { mendText } from './normalise/mend-text.js'
import type { ParseWords } from './parse/parse-words.js'
import type { Reference } from './reference.js'

/** What parsing needs to know of the language, from the reference tables. */
export function parsingWordsOf({ lexicon, taxonomy }: Reference): ParseWords {
  // several parts of parsing look at a line, under each reading of its page
  const labelOf = remember((key) => {
    const [raw, doubted] = JSON.parse(key) as [string, string[]]
    return mendLabel(raw, lexicon, doubted)
  })
  return {
    hearing: (words) => parsingWordsOf({ lexicon: { ...lexicon, heard: gatherHeard(words, lexicon) }, taxonomy }),
    mendLabel: (raw, doubted = []) => labelOf(JSON.stringify([raw, doubted])),
    mendText: remember((raw) => mendText(raw, lexicon)),
    hearWord: (printed, said) => hearWord(printed, said, lexicon),
    isWord: (word) => isWord(word, lexicon),
    findConcept: (label, kind) => findConcept(label, kind, taxonomy)?.id ?? null,
  }
}
