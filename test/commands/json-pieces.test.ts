import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonPieces } from '../../src/commands/json-pieces.js'

const told = (value: unknown) => [...jsonPieces(value)].join('')

describe('jsonPieces', () => {
  it('tells any value as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(told(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
      }),
    )
    const odd = {
      rows: new Set([1, { none: undefined, text: 'å\n"' }]),
      empty: new Map(),
      absent: undefined,
      list: [undefined],
    }
    expect(JSON.parse(told(odd))).toEqual({ rows: [1, { text: 'å\n"' }], empty: [], list: [null] })
  })

  it('reads rows while it tells them, and holds no more than a piece', () => {
    let read = 0
    const rows = {
      *[Symbol.iterator]() {
        for (; read < 100_000; read++) yield { row: read }
      },
    }
    const [piece] = jsonPieces({ rows })
    expect(piece!.length).toBeLessThan(100_000)
    expect(read).toBeLessThan(10_000)
  })
})
