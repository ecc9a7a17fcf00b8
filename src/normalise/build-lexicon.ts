import { anyName, type Concept, foldLabel } from '../model/taxonomy.js'
import { countPairs, type LabelLanguage } from './label-language.js'
import { collectRuns, type LetterRuns } from './letter-runs.js'
import { type ConfusionTable, toConfusionTable } from './reading-distance.js'
import type { Confusions, Vocabulary } from './vocabulary.js'
import { buildWordIndex, type WordIndex } from './word-index.js'

/** What mending knows: built once, then only read. */
export interface Lexicon {
  readonly words: WordIndex
  /** Whole labels under their folded form. */
  readonly labels: WordIndex
  /** Labels of up to three letters, under the strokes that they are made of. */
  readonly shortLabels: ReadonlyMap<string, string>
  /** Labels that are printed with a percent sign too, folded. */
  readonly shares: ReadonlySet<string>
  readonly confusions: ConfusionTable
  /** Words of up to five letters that labels are made of. */
  readonly shortWords: readonly string[]
  /** What stands beside what in labels. */
  readonly language: LabelLanguage
  /** What sound words are made of. */
  readonly runs: LetterRuns
  /** Whether a lower-case word is one of the language, with or without a place in the tables. */
  readonly isSwedish: (word: string) => boolean
  readonly common: ReadonlySet<string>
  readonly doubtful: ReadonlySet<string>
  /** Parts of proper names that are no words besides. */
  readonly names: ReadonlySet<string>
  /** Names and abbreviations: no parts of compounds. */
  readonly unbound: ReadonlySet<string>
  /** Abbreviations, and what labels print with a full stop behind it, in lower case: `förutbet`. */
  readonly abbreviated: ReadonlySet<string>
  readonly misreadings: ReadonlyMap<string, string>
  readonly contexts: readonly Context[]
  /** What was read of the document's words that are not known; absent where no document is read. */
  readonly heard?: HeardWords
  /** Answers already found for damaged words; bounded, and the same with it as without. */
  readonly remembered: Map<string, string>
}

/** How a document's words that no vocabulary holds were read: each reading, and how much speaks for it. */
export interface HeardWords {
  readonly index: WordIndex
  readonly weights: ReadonlyMap<string, number>
}

interface Context {
  readonly word: string
  readonly after: ReadonlySet<string>
  readonly beforeYear: boolean
}

/** The data that a lexicon is built from. */
export interface LexiconData {
  readonly vocabulary: Vocabulary
  readonly confusions: Confusions
  readonly concepts: readonly Concept[]
  /** Whether the language has a lower-case word, beyond those of the tables. */
  readonly isSwedish: (word: string) => boolean
}

const wordPattern = /\p{L}[\p{L}\p{M}]*/gu

// "Förutbet. kostnader", "uppl. intäkter"
const beforeStop = /\p{L}+(?=\.)/gu

/** The genitive of a place or authority: `Nora kommun`, `Lindesbergs kommun`. */
function genitiveOf(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`
}

/** The longest label that is known by its strokes alone, in letters. */
const longestShort = 3

function isShort(label: string): boolean {
  return label.length > 1 && label.length <= longestShort
}

// "EI", "Et", "E!": a letter l is a stroke like these
const strokes = /[i1|!tfj\]]/g

/** A read label of so few letters with every upright stroke taken for an l. */
export function strokesOf(label: string): string | undefined {
  return isShort(label) ? label.toLowerCase().replace(strokes, 'l') : undefined
}

/** The longest word that neighbours tell, in letters. */
const longestTold = 5

/** Builds the lexicon from the reference tables. */
export function buildLexicon({ vocabulary, confusions, concepts, isSwedish }: LexiconData): Lexicon {
  const labels = [...concepts.flatMap((concept) => concept.labels.map((label) => label.text)), ...vocabulary.labels]
  const names = vocabulary.names.flatMap((name) => [name, genitiveOf(name)])
  const partsOf = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => text.match(wordPattern) ?? []).map((word) => word.toLowerCase())
  const words = [...vocabulary.common, ...vocabulary.words, ...partsOf(labels)].map((word) => word.toLowerCase())
  const plain = new Set(words)
  const onlyNames = new Set(partsOf(names).filter((name) => !plain.has(name)))
  const doubtful = new Set(vocabulary.doubtful)
  const known = [...words, ...vocabulary.abbreviations, ...onlyNames].filter(
    (word) => word.length > 1 && !doubtful.has(word),
  )
  return {
    words: buildWordIndex(known.map((word) => [word, word])),
    labels: buildWordIndex(
      labels.filter((label) => !label.includes(anyName)).map((label) => [foldLabel(label), label]),
    ),
    shortLabels: new Map(labels.filter(isShort).map((label) => [label.toLowerCase(), label])),
    shares: new Set(labels.filter((label) => label.includes('%')).map(foldLabel)),
    shortWords: [...new Set([...partsOf(labels), ...vocabulary.common])].filter(
      (word) => word.length > 1 && word.length <= longestTold && !doubtful.has(word),
    ),
    language: countPairs(labels),
    confusions: toConfusionTable([...confusions.known, ...confusions.learnt]),
    runs: collectRuns(new Set(words)),
    isSwedish,
    common: new Set(vocabulary.common),
    doubtful,
    names: onlyNames,
    unbound: new Set([...onlyNames, ...vocabulary.abbreviations]),
    abbreviated: new Set(
      [...vocabulary.abbreviations, ...labels.flatMap((label) => label.match(beforeStop) ?? [])].map((one) =>
        one.toLowerCase(),
      ),
    ),
    misreadings: new Map(Object.entries(vocabulary.misreadings)),
    contexts: vocabulary.contexts.map((context) => ({ ...context, after: new Set(context.after) })),
    remembered: new Map(),
  }
}
