import { readFileSync } from 'node:fs'
import { Taxonomy } from './model/taxonomy.js'
import { buildLexicon, type Lexicon } from './normalise/build-lexicon.js'
import { Confusions, Vocabulary } from './normalise/vocabulary.js'
import { openDictionary } from './swedish-dictionary.js'

/** The project's reference tables, read and checked. */
export interface Reference {
  readonly taxonomy: Taxonomy
  readonly lexicon: Lexicon
}

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/reference/${name}`, import.meta.url), 'utf8'))
}

/** Reads the concepts alone, for what needs no Swedish; throws zod's error if the table is not as its schema says. */
export function loadTaxonomy(): Taxonomy {
  return Taxonomy.parse(readTable('taxonomy.json'))
}

/** Reads `data/reference`; throws zod's error if a table is not as its schema says. */
export async function loadReference(): Promise<Reference> {
  const taxonomy = loadTaxonomy()
  const vocabulary = Vocabulary.parse(readTable('vocabulary.json'))
  const confusions = Confusions.parse(readTable('confusions.json'))
  const isSwedish = await openDictionary()
  return { taxonomy, lexicon: buildLexicon({ vocabulary, confusions, concepts: taxonomy.concepts, isSwedish }) }
}
