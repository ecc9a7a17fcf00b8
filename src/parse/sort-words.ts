import { isNil, isWellGrouped } from './amount.js'
import { type Band, bandOf, isSign } from './bands.js'
import type { OrderedPhrases } from './figures-in-order.js'
import type { LineWord } from './line.js'
import { isFigurePhrase, isFigureWord, NOTE_REFERENCE, type Phrase } from './phrases.js'
import { asFigure } from './words-to-amount.js'

/** A dash in no column is the sign of the figure behind it, wherever before it. */
const FAR_SIGN = Number.POSITIVE_INFINITY
/** A word that begins so many heights or more left of all columns is no part of a figure. */
const LEFT_REACH = 3

/** The words of a line by what they are part of. */
export interface SortedWords {
  readonly label: readonly LineWord[]
  /** The words in each band. */
  readonly cells: readonly (readonly LineWord[])[]
  /** Dashes before figures, in no column themselves, by the bands of the figures. */
  readonly signs: ReadonlyMap<number, readonly LineWord[]>
  /** Whether one of them stands farther off than signs do. */
  readonly hasFarSign: boolean
}

/** Sorts the words of a line into its label and what stands in each band; `height` is the line's. */
export function sortWords(
  { phrases, inOrder }: OrderedPhrases,
  { bands, noteBand }: { readonly bands: readonly Band[]; readonly noteBand: number },
  height: number,
): SortedWords {
  const label: LineWord[] = []
  const cells: LineWord[][] = bands.map(() => [])
  const signs = new Map<number, readonly LineWord[]>()
  let hasFarSign = false
  const isInNotes = (word: LineWord) => noteBand >= 0 && bandOf(word, bands, height) === noteBand
  for (const [place, phrase] of phrases.entries()) {
    const [first, last, next] = [phrase.words[0]!, phrase.words.at(-1)!, phrases[place + 1]]
    // "- 912 334": a dash in no column is the sign of the figure behind it
    if (next && !isInColumn(first, bands) && isSign(phrase, next, height, FAR_SIGN)) {
      signs.set(bandOf(next.words[0]!, bands, height), phrase.words)
      hasFarSign ||= !isSign(phrase, next, height)
    } else if (NOTE_REFERENCE.test(phrase.text) && (isInNotes(first) || isInNotes(last))) {
      cells[noteBand]!.push(...phrase.words)
    } else if (!isUnreadReference(phrase) || !isInNotes(first)) {
      for (const { word, band } of sortPhrase(phrase, next, inOrder.get(phrase), bands, height))
        (band === 'label' ? label : cells[band]!).push(word)
    }
  }
  return { label, cells, signs, hasFarSign }
}

function isInColumn(word: LineWord, bands: readonly Band[]): boolean {
  return bands.some((band) => word.x0 < band.x1 && band.x0 < word.x1)
}

/** "Not I 1": a reference whose number was not read. */
function isUnreadReference({ text }: Phrase): boolean {
  return /^not\s/i.test(text)
}

/** What each word of a phrase is part of, all of band `told` where that is known; words among the figures are of neither. */
function sortPhrase(
  phrase: Phrase,
  next: Phrase | undefined,
  told: number | undefined,
  bands: readonly Band[],
  height: number,
): { readonly word: LineWord; readonly band: number | 'label' }[] {
  const [left, right] = [bands[0]?.x0 ?? 1, bands.at(-1)?.x1 ?? 1]
  const isFigures = phrase.x1 > left - height && (isFigurePhrase(phrase) || NOTE_REFERENCE.test(phrase.text))
  const isBeforeFigure = next !== undefined && isWholeFigure(next)
  return phrase.words.flatMap((read, at) => {
    const band = told ?? bandOf(ledFigure(phrase.words, at) ?? read, bands, height)
    const mayCount = band >= 0 && read.x0 > left - LEFT_REACH * height
    const word = mayCount ? asFigure(read) : read
    if (mayCount && (isFigures || isFigureWord(word.text) || /\d/.test(word.text))) {
      // "Ventilation 200  317 500": digits that end a label, in front of a figure that is whole without them
      const endsLabel = !isFigures && isBeforeFigure && word.x1 <= bands[band]!.x0
      if (!endsLabel) return { word, band }
    }
    const isInLabel = word.x0 < left || (phrase.x0 < left && word.x0 < right && /\p{L}{2}/u.test(word.text))
    return isInLabel ? { word, band: 'label' as const } : []
  })
}

/**
 * The word that begins the figure of which the one at that place is the sign, where figures stand so close that they are
 * one phrase and the first of them begins with its sign: "- 246 245 - 257 322".
 */
function ledFigure(words: readonly LineWord[], at: number): LineWord | undefined {
  const [before, next] = [words[at - 1], words[at + 1]]
  const isBetween = before !== undefined && next !== undefined && /\d$/.test(before.text) && /^\d/.test(next.text)
  const isLed = isNil(words[0]!.text) && isNil(words[at]!.text) && isBetween
  return isLed ? next : undefined
}

function isWholeFigure({ words, text }: Phrase): boolean {
  return words.every((word) => isFigureWord(word.text)) && /^\d/.test(text) && isWellGrouped(text)
}
