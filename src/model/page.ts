import { z } from 'zod'

/** A rectangle as fractions of the page, origin at the top left, `0 ≤ x0 ≤ x1 ≤ 1`. */
export const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }).readonly()
export type Box = z.infer<typeof Box>

/** One word that a reader saw on a page. */
export const Word = z
  .object({
    /** The word as it is used: what was read, with stray marks of rules and stamps taken off. */
    text: z.string(),
    /** Exactly what the reader gave. */
    raw: z.string(),
    box: Box,
    /** The reader's own confidence, 0..1. */
    confidence: z.number().min(0).max(1),
    /** Other readings of the same word that the reader held possible, best first. */
    alternatives: z.array(z.string()).readonly().default([]),
    /** What a second, independent reading of the same patch of picture gave; absent where none was made. */
    second: z.string().optional(),
    /** What a text layer under the picture says in its place, where both looks at the picture say otherwise. */
    layer: z.string().optional(),
    bold: z.boolean().optional(),
  })
  .readonly()
export type Word = z.infer<typeof Word>

/** One way of reading a page's picture: an engine, its settings, and what it saw. */
export const Reading = z
  .object({
    /** Engine, model, segmentation mode and preparation, e.g. `tesseract.js-7 swe psm4 grey`. */
    reader: z.string(),
    words: z.array(Word).readonly(),
    /** Says nothing of its own: somebody's text layer under a scan, heard on what the picture's readings leave in doubt. */
    witness: z.boolean().optional(),
  })
  .readonly()
export type Reading = z.infer<typeof Reading>

/** A figure or a word that was looked at again by itself, since it was in doubt: what each further way of reading gave. */
export const SecondLook = z
  .object({
    box: Box,
    said: z
      .array(
        z
          .object({
            /** Engine, model, segmentation mode and preparation, as a reading has them. */
            reader: z.string(),
            text: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type SecondLook = z.infer<typeof SecondLook>

/** A page that has geometry: a scan that was read, or a text layer that proved itself. */
export const PicturePage = z
  .object({
    kind: z.literal('picture'),
    /** 1-based in the document. */
    number: z.int().positive(),
    /** Pixels of the picture that was read, upright. */
    width: z.int().nonnegative(),
    height: z.int().nonnegative(),
    source: z.enum(['ocr', 'text_layer', 'blank']),
    /** `lines` where a page of running text was read only at its headings and figures; absent where it was read in full. */
    look: z.literal('lines').optional(),
    /** At least one; the first is the preferred one, the others are witnesses. Empty words on a blank page. */
    readings: z.array(Reading).readonly(),
    /** Figures and words that were read again; absent where the page was not, empty where nothing on it was in doubt. */
    again: z.array(SecondLook).readonly().optional(),
    /** Quarter turns clockwise that made the page upright, 0..3. */
    turned: z.int().min(0).max(3).default(0),
    /** Where a sheet that holds two pages side by side is folded, as a fraction of its width; absent where it is one page. */
    fold: z.number().min(0).max(1).optional(),
    /** Why the page could not be read, or what was odd about it. */
    issues: z.array(z.string()).readonly().default([]),
  })
  .readonly()
export type PicturePage = z.infer<typeof PicturePage>

/** A page of an archived text without geometry: its lines as they stand. */
export const PlainPage = z
  .object({
    kind: z.literal('plain'),
    number: z.int().positive(),
    lines: z.array(z.string()).readonly(),
    issues: z.array(z.string()).readonly().default([]),
  })
  .readonly()
export type PlainPage = z.infer<typeof PlainPage>

export const Page = z.discriminatedUnion('kind', [PicturePage, PlainPage])
export type Page = z.infer<typeof Page>

/** A page of which some figures and words are to be looked at again. */
export interface DoubtfulPage {
  readonly page: PicturePage
  /** Places of figures. */
  readonly boxes: readonly Box[]
  /** Places of words. */
  readonly words: readonly Box[]
}
