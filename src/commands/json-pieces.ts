const pieceLength = 65_536

/**
 * A value as `JSON.stringify(value, null, 2)` gives it with a line's end after it, in pieces: what can be gone through is
 * a list, and is read while it is written.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = ''
  for (const mark of marksOf(value, '')) {
    piece += mark
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}

function* marksOf(value: unknown, indent: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null'
    return
  }
  const inner = `${indent}  `
  const isList = Symbol.iterator in value
  const [open, close] = isList ? '[]' : '{}'
  let before = open
  for (const [name, one] of isList ? nameless(value as Iterable<unknown>) : Object.entries(value)) {
    if (one === undefined && !isList) continue
    yield `${before}\n${inner}${name === null ? '' : `${JSON.stringify(name)}: `}`
    yield* marksOf(one, inner)
    before = ','
  }
  yield before === open ? `${open}${close}` : `\n${indent}${close}`
}

function* nameless(values: Iterable<unknown>): Generator<[null, unknown]> {
  for (const value of values) yield [null, value]
}
