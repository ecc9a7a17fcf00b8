import { z } from 'zod'

/** The closed vocabulary as it lies in `data/reference/vocabulary.json`. */
export const Vocabulary = z
  .object({
    about: z.string(),
    /** Whole labels that statements and notes print, besides those of the taxonomy. */
    labels: z.array(z.string()).readonly(),
    /** Words in correct Swedish, lower case unless they are names or abbreviations. */
    words: z.array(z.string()).readonly(),
    /** Function words, which win over rarer words that are as near. */
    common: z.array(z.string()).readonly(),
    /** Words that are Swedish as they stand but in these reports mostly a damaged other word. */
    doubtful: z.array(z.string()).readonly(),
    /** Places, authorities and other proper names, as printed. */
    names: z.array(z.string()).readonly(),
    abbreviations: z.array(z.string()).readonly(),
    /** Whole tokens that readers make of a word, with the word. */
    misreadings: z.record(z.string(), z.string()),
    /** Words that a neighbour tells from others as near: the one before, or a year after. */
    contexts: z.array(
      z.object({ word: z.string(), after: z.array(z.string()).readonly(), beforeYear: z.boolean() }).readonly(),
    ),
  })
  .readonly()
export type Vocabulary = z.infer<typeof Vocabulary>

/** What readers of pictures confuse, as it lies in `data/reference/confusions.json`. */
export const Confusions = z
  .object({
    about: z.string(),
    /** Told by damaged lines of archives: what was read, what it meant, and the cost of believing so, 0..1. */
    known: z.array(z.tuple([z.string(), z.string(), z.number().min(0).max(1)]).readonly()).readonly(),
    /** Counted on made pages by `scripts/learn-confusions.ts`: the same, how often it was seen, on how many sources. */
    learnt: z
      .array(z.tuple([z.string(), z.string(), z.number().min(0).max(1), z.int(), z.int()]).readonly())
      .readonly(),
  })
  .readonly()
export type Confusions = z.infer<typeof Confusions>
