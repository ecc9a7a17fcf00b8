import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkOf, inkSeeker, shareOfInk } from '../../src/ocr/ink-seeker.js'

const greys = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(127, 128, 191, 192, 254, 255)), {
  maxLength: 40,
})

test('every pixel darker than the limit is found, and no other, however the bytes lie in memory', () => {
  fc.assert(
    fc.property(
      greys,
      fc.integer({ min: 0, max: 3 }),
      fc.double({ min: 0, max: 256, noNaN: true }),
      (all, cut, below) => {
        const data = Uint8Array.from(all).subarray(Math.min(cut, all.length))
        const seek = inkSeeker(data, below)
        const found: number[] = []
        for (let at = seek(0, data.length); at < data.length; at = seek(at + 1, data.length)) found.push(at)
        const dark = [...data.keys()].filter((at) => data[at]! < below)
        expect(found).toEqual(dark)
        expect([...inkOf(data, below)]).toEqual([...data].map((grey) => (grey < below ? 1 : 0)))
        if (data.length > 0) expect(shareOfInk(data, below)).toBeCloseTo(dark.length / data.length)
      },
    ),
  )
})

test('where there is no ink before the end, the end is given', () => {
  const data = new Uint8Array(100).fill(255)
  data[60] = 0
  const seek = inkSeeker(data, 128)
  expect([seek(3, 57), seek(0, 60), seek(0, 61), seek(61, 100)]).toEqual([57, 60, 60, 100])
})
