import type { LexiconData } from '../../src/normalise/build-lexicon.js'

const wordPattern = /\p{L}+/gu

/** The words of a label in lower case. */
export function wordsOf(label: string): readonly string[] {
  return (label.match(wordPattern) ?? []).map((word) => word.toLowerCase())
}

/** The reference tables as if nobody had ever met certain words: neither they nor any label that holds one. */
export function holdBack(data: LexiconData, isHeld: (word: string) => boolean): LexiconData {
  const isFree = (label: string): boolean => !wordsOf(label).some(isHeld)
  const { vocabulary, concepts } = data
  return {
    ...data,
    vocabulary: {
      ...vocabulary,
      labels: vocabulary.labels.filter(isFree),
      words: vocabulary.words.filter((word) => !isHeld(word)),
      names: vocabulary.names.filter(isFree),
    },
    concepts: concepts.map((concept) => ({ ...concept, labels: concept.labels.filter(({ text }) => isFree(text)) })),
  }
}
