/** A function of text that gives what it gave before for the same text: it keeps no more than `most` answers at once. */
export function remember<Value extends NonNullable<unknown>>(
  work: (text: string) => Value,
  most = 20_000,
): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = work(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
