import { describe, expect, it } from 'vitest'
import { readWornSpan } from '../../src/parse/worn-span.js'

describe('a fiscal year from day to day', () => {
  it.each([
    ['2003-07-01 - 2004-06-30', '06-30'],
    ['2063-67-01 - 2004-06-39', '06-30'],
    ['Räkenskapsåret 2016-01-81 – 2016-12-31', '12-31'],
    ['2011-03-01--2012-02-29', '02-29'],
  ])('%j is the one that ends on %s', (text, end) => {
    expect(readWornSpan(text)).toBe(end)
  })

  it.each([
    ['too many digits are misread', '2063-67-61 - 2004-06-39'],
    ['another is as near', '2003-07-01 - 2004-05-31'],
    ['it is no year', '2003-01-01 - 2003-08-31'],
    ['there is one day alone', '06-39'],
  ])('is none where %s', (_, text) => {
    expect(readWornSpan(text)).toBeUndefined()
  })
})
