import fc from 'fast-check'
import levenshtein from 'fast-levenshtein'
import { describe, expect, it } from 'vitest'
import { editDistanceFrom } from '../../src/normalise/edit-distance.js'

const word = fc.string({ unit: fc.constantFrom(...'abcåäö'), maxLength: 40 })

describe('editDistanceFrom', () => {
  it('counts edits as the table of costs does', () => {
    fc.assert(
      fc.property(word, word, (from, to) => {
        const distance = editDistanceFrom(from)
        expect(distance?.(to)).toBe(distance && levenshtein.get(from, to))
      }),
      { numRuns: 2000, seed: 2003 },
    )
  })

  it('leaves out what does not fit, and counts letters that it has no room for as others', () => {
    expect(editDistanceFrom('')).toBeUndefined()
    expect(editDistanceFrom('a'.repeat(32))).toBeUndefined()
    expect(editDistanceFrom('5 €')).toBeUndefined()
    expect(editDistanceFrom('5 e')?.('5 €')).toBe(1)
  })
})
