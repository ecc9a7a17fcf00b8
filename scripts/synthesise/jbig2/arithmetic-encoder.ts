/** Probability, next state on the likelier and the less likely symbol, and whether the likelier one changes (T.88, E.1). */
const STATES: readonly (readonly [number, number, number, 0 | 1])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
]

/** The adaptive state of each context of one kind. */
export type Contexts = { state: Uint8Array; likely: Uint8Array }

export function createContexts(count: number): Contexts {
  return { state: new Uint8Array(count), likely: new Uint8Array(count) }
}

/** The MQ coder of JBIG2 (ITU-T T.88, annex E, the encoder of E.2). */
export class ArithmeticEncoder {
  private interval = 0x8000
  private code = 0
  private left = 12
  private readonly bytes: number[] = [0]

  /** Codes one decision in its context. */
  bit(contexts: Contexts, context: number, decision: number): void {
    const [probability, onLikely, onUnlikely, exchange] = STATES[contexts.state[context] ?? 0] ?? [0, 0, 0, 0]
    this.interval -= probability
    if (decision !== contexts.likely[context]) {
      if (this.interval < probability) this.code += probability
      else this.interval = probability
      if (exchange === 1) contexts.likely[context] = 1 - (contexts.likely[context] ?? 0)
      contexts.state[context] = onUnlikely
      this.renormalise()
    } else if (this.interval < 0x8000) {
      if (this.interval < probability) this.interval = probability
      else this.code += probability
      contexts.state[context] = onLikely
      this.renormalise()
    } else {
      this.code += probability
    }
  }

  /** A whole number as annex A codes it; null is the mark that a list has ended. Takes 512 contexts. */
  integer(contexts: Contexts, value: number | null): void {
    let previous = 1
    const put = (decision: number) => {
      this.bit(contexts, previous, decision)
      previous = previous < 256 ? (previous << 1) | decision : (((previous << 1) | decision) & 511) | 256
    }
    const size = Math.abs(value ?? 0)
    put(value === null || value < 0 ? 1 : 0)
    const ranges = [
      { from: 0, bits: 2 },
      { from: 4, bits: 4 },
      { from: 20, bits: 6 },
      { from: 84, bits: 8 },
      { from: 340, bits: 12 },
      { from: 4436, bits: 32 },
    ]
    const range = ranges.findLastIndex(({ from }) => size >= from)
    for (let step = 0; step < range; step++) put(1)
    if (range < ranges.length - 1) put(0)
    const { from, bits } = ranges[range] ?? { from: 0, bits: 2 }
    for (let place = bits - 1; place >= 0; place--) put(Math.floor((size - from) / 2 ** place) % 2)
  }

  /** A symbol's number in so many bits. Takes 2 ** bits contexts. */
  symbol(contexts: Contexts, value: number, bits: number): void {
    let previous = 1
    for (let place = bits - 1; place >= 0; place--) {
      const decision = (value >> place) & 1
      this.bit(contexts, previous, decision)
      previous = (previous << 1) | decision
    }
  }

  /** Ends the stream and gives its bytes. */
  finish(): Buffer {
    const top = this.code + this.interval
    this.code = (this.code | 0xffff) >>> 0
    if (this.code >= top) this.code -= 0x8000
    for (let step = 0; step < 2; step++) {
      this.code = this.code * 2 ** this.left
      this.byteOut()
    }
    if (this.bytes.at(-1) !== 0xff) this.bytes.push(0xff)
    this.bytes.push(0xac)
    return Buffer.from(this.bytes.slice(1))
  }

  private renormalise(): void {
    do {
      this.interval *= 2
      this.code *= 2
      this.left--
      if (this.left === 0) this.byteOut()
    } while (this.interval < 0x8000)
  }

  private byteOut(): void {
    const last = this.bytes.length - 1
    if (this.bytes[last] !== 0xff && this.code >= 0x8000000) {
      this.bytes[last] = (this.bytes[last] ?? 0) + 1
      this.code -= 0x8000000
    }
    const stuffed = this.bytes[last] === 0xff
    const shift = stuffed ? 20 : 19
    this.bytes.push(Math.floor(this.code / 2 ** shift) & 0xff)
    this.code %= 2 ** shift
    this.left = stuffed ? 7 : 8
  }
}
