import type { PixelBox, ReadWord } from './reader.js'

/** A word that was read in a part of a picture, where it stands in the whole: the part begins at `x0` and `y0`, in pixels. */
export function moveWord(word: ReadWord, { x0, y0 }: Pick<PixelBox, 'x0' | 'y0'>): ReadWord {
  const move = (box: PixelBox): PixelBox => ({ x0: box.x0 + x0, x1: box.x1 + x0, y0: box.y0 + y0, y1: box.y1 + y0 })
  const characters = word.characters.map((character) => ({ ...character, box: move(character.box) }))
  return { ...word, box: move(word.box), characters }
}
