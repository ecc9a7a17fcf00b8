import type { Word } from '../model/page.js'
import { cleanWord, hasDigit, isNumeric } from './clean-word.js'
import { showsMinusBefore } from './join-signs.js'
import type { Picture } from './picture.js'
import type { ReadWord } from './reader.js'

const mostAlternatives = 5
/** A word without digits that was read worse than this may be a figure. */
const garbledConfidence = 0.8
/** What a second reading gave, by the word's place in the first. */
type Seconds = ReadonlyMap<number, string>
// 59,1% · % · (%)
const percent = /\(?%\)?$/u
// the characters that may stand for one another in a figure
const figureCharacter = /^[\d\-–—,.()%+]$/u

/** The picture that was read, and one of the same page that was calmed less: a small minus is lost with the specks. */
export interface ReadPicture {
  readonly picture: Picture
  readonly twin?: Picture
  readonly inkBelow: number
}

/** The words of a reading as the model has them: boxes as fractions, text cleaned, alternatives for what holds digits. */
export function toWords(
  read: readonly ReadWord[],
  { picture, twin, inkBelow }: ReadPicture,
  seconds: Seconds = new Map(),
): Word[] {
  const pictures = twin ? [picture, twin] : [picture]
  return read.flatMap((word, index) => {
    const second = cleanSecond(word, seconds.get(index))
    const text = settle(word, second, () => pictures.some((one) => showsMinusBefore(word, read, one, inkBelow)))
    if (text === '') return []
    const { x0, y0, x1, y1 } = word.box
    const box = {
      x0: toFraction(x0, picture.width),
      y0: toFraction(y0, picture.height),
      x1: toFraction(Math.max(x0, x1), picture.width),
      y1: toFraction(Math.max(y0, y1), picture.height),
    }
    const alternatives = hasDigit(text) ? findAlternatives(word, text) : []
    const base = { text, raw: word.text, box, confidence: round(word.confidence), alternatives }
    return [second === undefined ? base : { ...base, second }]
  })
}

/** A short word beside a figure was looked at again only in case it is a percent sign. */
function cleanSecond({ text, confidence }: ReadWord, second: string | undefined): string | undefined {
  if (second === undefined) return undefined
  // 1.879 for 1 879: where the first reading has no point, the second saw one in a narrow space
  const cleaned = cleanWord(text.includes('.') ? second : second.replace(/(?<=\d)\.(?=\d{3}$)/u, ''))
  const isGarbled = confidence < garbledConfidence && hasDigit(cleaned)
  return hasDigit(text) || isGarbled || cleaned.replace(percent, '') === '' ? cleaned : undefined
}

/**
 * The text of a word by what both readings and the picture say of the signs around its digits: a percent sign, which
 * the first model lacks, is taken from the second reading; a minus that the picture shows is put back.
 */
function settle(word: ReadWord, second: string | undefined, showsMinus: () => boolean): string {
  const text = cleanWord(word.text)
  if (second !== undefined && percent.test(second) && !text.includes('%')) {
    // 6 % read as 696, 13 % as 1396, 59,1 % as 59,1 and Yo, (%) as (96)
    const figure = second.replace(percent, '')
    if (figure === '' || text.startsWith(figure)) return second
  }
  return isNumeric(text) && /^\d/u.test(text) && showsMinus() ? `-${text}` : text
}

/** The readings of a whole word that differ in one character which the reader held possible, likeliest first. */
function findAlternatives(word: ReadWord, text: string): string[] {
  const found: { text: string; loss: number; rank: number }[] = []
  word.characters.forEach(({ choices, text: own }, at) => {
    const chosen = choices.find((choice) => choice.text === own)?.confidence ?? 1
    choices.forEach((choice, rank) => {
      if (choice.text === own || !figureCharacter.test(choice.text)) return
      const characters = word.characters.map((character, i) => (i === at ? choice.text : character.text))
      const other = cleanWord(characters.join(''))
      if (other !== text) found.push({ text: other, loss: chosen - choice.confidence, rank })
    })
  })
  found.sort((a, b) => a.loss - b.loss || a.rank - b.rank || (a.text < b.text ? -1 : 1))
  return [...new Set(found.map((one) => one.text))].slice(0, mostAlternatives)
}

function toFraction(pixels: number, length: number): number {
  return round(Math.max(0, Math.min(1, pixels / length)))
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
