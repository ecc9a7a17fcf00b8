/** What was read for what was meant, in lower case, and the cost of believing so, in letters. */
export interface ConfusionRule {
  readonly read: string
  readonly meant: string
  readonly cost: number
}

/** Confusions of readers, ordered for look-up by the last characters of both sides. */
export type ConfusionTable = ReadonlyMap<number, readonly ConfusionRule[]>

const any = 1
const forbidden = 2
/** Marks that rules, stamps and specks leave inside a word. */
const marks = new Set('.,:;\'’`´"|_~^*°¨ ')
const markCost = 0.3
const doubledCost = 0.5
/** The last letters carry number and definiteness: there only a known confusion counts as damage. */
const endingLength = 3
const longestRule = 6

function pairKey(read: string, meant: string): number {
  return read.charCodeAt(read.length - 1) * 65536 + meant.charCodeAt(meant.length - 1)
}

/** Makes the table that `readingDistance` looks confusions up in; both sides in lower case. */
export function toConfusionTable(
  rules: readonly (readonly [read: string, meant: string, cost: number, ...seen: number[]])[],
): ConfusionTable {
  const table = new Map<number, ConfusionRule[]>()
  for (const [read, meant, cost] of rules) {
    const key = pairKey(read, meant)
    const group = table.get(key)
    if (group) group.push({ read, meant, cost })
    else table.set(key, [{ read, meant, cost }])
  }
  return table
}

/**
 * How far a reading is from what it may have meant, in damaged letters: 0 for equal strings, about 0.1 for lost dots,
 * 1 for a letter that nothing explains. A linking s, and the ending, are the source's own spelling and cost double.
 * Gives Infinity once `limit` is passed. Both strings in lower case.
 */
export function readingDistance(read: string, meant: string, table: ConfusionTable, limit: number): number {
  const width = meant.length + 1
  const costs = roomFor((read.length + 1) * width)
  // A rule may reach back over so many characters: as many poor rows in turn prove the whole poor.
  let poorRows = 0
  for (let i = 0; i <= read.length; i++) {
    const row = i * width
    let best = Number.POSITIVE_INFINITY
    for (let j = 0; j < width; j++) {
      let cost = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY
      if (i > 0 && j > 0) {
        const before = costs[row - width + j - 1]!
        cost = read.charCodeAt(i - 1) === meant.charCodeAt(j - 1) ? before : before + plainCost(j, meant)
        const group = table.get(read.charCodeAt(i - 1) * 65536 + meant.charCodeAt(j - 1))
        if (group) {
          for (const rule of group) {
            const from = (i - rule.read.length) * width + j - rule.meant.length
            if (i < rule.read.length || j < rule.meant.length || costs[from]! + rule.cost >= cost) continue
            if (read.endsWith(rule.read, i) && meant.endsWith(rule.meant, j)) cost = costs[from]! + rule.cost
          }
        }
      }
      if (i > 0) cost = Math.min(cost, costs[row - width + j]! + strayCost(read, i - 1, j, meant))
      if (j > 0) cost = Math.min(cost, costs[row + j - 1]! + lostCost(meant, j - 1))
      costs[row + j] = cost
      if (cost < best) best = cost
    }
    poorRows = best > limit ? poorRows + 1 : 0
    if (poorRows > longestRule) return Number.POSITIVE_INFINITY
  }
  const distance = costs[read.length * width + meant.length]!
  return distance > limit ? Number.POSITIVE_INFINITY : distance
}

let room = new Float64Array(4096)

/** The same numbers are written anew for each pair, so one room serves all. */
function roomFor(size: number): Float64Array {
  if (room.length < size) room = new Float64Array(2 * size)
  return room
}

function plainCost(position: number, meant: string): number {
  return position > meant.length - endingLength ? forbidden : any
}

function strayCost(read: string, at: number, position: number, meant: string): number {
  const letter = read[at]!
  if (marks.has(letter)) return markCost
  // resultäat, fastighetsskötSsel
  if (at > 0 && baseOf(read[at - 1]!) === baseOf(letter)) return doubledCost
  // A first letter more or less makes another word (olaglig, laglig); so does a linking s.
  if (letter === 's' || position === 0) return forbidden
  return plainCost(position + 1, meant)
}

const bases: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o' }

function baseOf(letter: string): string {
  return bases[letter] ?? letter
}

function lostCost(meant: string, at: number): number {
  const letter = meant[at]!
  if (letter === 's' || at === 0) return forbidden
  if (at > 0 && meant[at - 1] === letter) return doubledCost
  return plainCost(at + 1, meant)
}
