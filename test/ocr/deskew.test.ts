import { describe, expect, test } from 'vitest'
import { findSkew } from '../../src/ocr/deskew.js'
import { levelPicture } from '../../src/ocr/level-picture.js'
import { drawPage, statement } from './draw-page.js'

describe('the lean of a page', () => {
  test.each([-4, -1.3, 0, 0.6, 2.5, 5])('%d degrees is found and put right', async (degrees) => {
    const page = await drawPage(statement, '', degrees)
    const found = findSkew(page, 128)
    expect(Math.abs(found - degrees)).toBeLessThan(0.25)
    const level = levelPicture(page, found, 255)
    expect([level.width, level.height]).toEqual([page.width, page.height])
    expect(Math.abs(findSkew(level, 128))).toBeLessThan(0.25)
  })
})
