import { describe, expect, it } from 'vitest'
import { isInBox, isUnread } from '../../src/model/in-box.js'
import type { Box } from '../../src/model/page.js'

const box: Box = { x0: 0.6, x1: 0.7, y0: 0.5, y1: 0.51 }

const word = (text: string, at: Partial<Box>) => ({
  text,
  raw: text,
  box: { ...box, ...at },
  confidence: 1,
  alternatives: [],
})

describe('words in a box', () => {
  it.each([
    ['one that fills it', word('7', {}), true, false],
    ['one that reaches into it from the left', word('7', { x0: 0.5, x1: 0.61 }), true, false],
    ['one beside it', word('7', { x0: 0.7, x1: 0.8 }), false, true],
    ['one of the next line', word('7', { y0: 0.512, y1: 0.522 }), false, true],
    ['one of a bent line, half over it', word('7', { y0: 0.494, y1: 0.504 }), false, false],
    ['a dash', word('-', {}), true, false],
    ['a speck', word('.', {}), true, true],
  ])('%s', (_, one, isIn, isFree) => {
    expect([isInBox(one, box), isUnread(box, [one])]).toEqual([isIn, isFree])
  })
})
