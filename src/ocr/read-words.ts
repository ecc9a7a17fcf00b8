import type { Word } from '../model/page.js'
import { cleanWord, hasDigit } from './clean-word.js'
import type { Picture } from './picture.js'
import type { ReadWord } from './reader.js'

const mostAlternatives = 5
// the characters that may stand for one another in a figure
const figureCharacter = /^[\d\-–—,.()%+]$/u

/** The words of a reading as the model has them: boxes as fractions, text cleaned, alternatives for what holds digits. */
export function toWords(
  read: readonly ReadWord[],
  picture: Picture,
  seconds: ReadonlyMap<number, string> = new Map(),
): Word[] {
  return read.flatMap((word, index) => {
    const second = seconds.get(index)
    const text = cleanWord(word.text)
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
    return [second === undefined ? base : { ...base, second: cleanWord(second) }]
  })
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
