import { expect, it } from 'vitest'
import { believedLook } from '../../src/parse/believed-look.js'

const box = { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.12 }

it.each([
  ['an unsure first look gives way', '219278', '719278', 0.5, '719278', '219278'],
  ['a sure one does not', '181', '161', 0.93, '181', '161'],
  ['nor to a second that lost a digit', '5127', '127', 0.7, '5127', '127'],
  ['a minus is kept that only the first saw', '-2', '1', 0.55, '-1', '-2'],
  ['and one that only the second saw is left out of it', '2499', '-2499', 0.5, '2499', '-2499'],
  ['a dash between digits may part two figures', '4504-3757', '45043757', 0.1, '4504-3757', '45043757'],
  ['letters are no figure', '1842', 'O842', 0.5, '1842', 'O842'],
])('%s', (_, text, second, confidence, believed, beside) => {
  const word = { text, raw: text, box, confidence, alternatives: [], second }
  expect(believedLook(word)).toMatchObject({ text: believed, second: beside })
})
