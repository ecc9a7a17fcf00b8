import { findConcept } from '../../src/model/taxonomy.js'
import type { Lexicon } from '../../src/normalise/build-lexicon.js'
import { gatherHeard } from '../../src/normalise/heard-words.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { mendText } from '../../src/normalise/mend-text.js'
import type { ParseWords } from '../../src/parse/parse-words.js'
import { loadReference } from '../../src/reference.js'

const { lexicon, taxonomy } = await loadReference()

/** What parsing knows of the language, from the real reference tables. */
export const parsingWords: ParseWords = wordsOf(lexicon)

function wordsOf(lexicon: Lexicon): ParseWords {
  return {
    hearing: (words) => wordsOf({ ...lexicon, heard: gatherHeard(words, lexicon) }),
    mendLabel: (raw) => mendLabel(raw, lexicon),
    mendText: (raw) => mendText(raw, lexicon),
    findConcept: (label, kind) => findConcept(label, kind, taxonomy)?.id ?? null,
  }
}
