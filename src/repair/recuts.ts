import type { Change } from './candidates.js'
import type { Variable } from './constraints.js'

/** What it costs that the reader saw the gap between two columns a group of digits off. */
const CUT_ELSEWHERE = 1
/** What it costs that the number of a note was read as the beginning of an amount, or the other way about. */
const NOTE_GLUED = 1.2

/**
 * Other places where a row's amounts may have been cut: `1 245 | 684 320` may be `1 245 684 | 320`. Only a group of
 * three digits can be taken for the neighbour's, and only where no sign tells where the neighbour begins.
 */
export function recutsOf(left: Variable, right: Variable): Change[] {
  const [a, b] = [left.amount.value, right.amount.value]
  if (b <= 0 || a === 0 || left.amount.decimals + right.amount.decimals > 0) return []
  const [own, next] = [String(Math.abs(a)), String(b)]
  if (next.length % 3 !== 0) return []
  const digits = own + next
  const cuts = Array.from(
    { length: Math.floor((digits.length - 1) / 3) },
    (_, index) => digits.length - 3 * (index + 1),
  )
  return cuts.flatMap((at): Change[] => {
    const [before, after] = [Math.sign(a) * Number(digits.slice(0, at)), Number(digits.slice(at))]
    if (at === own.length || digits[at] === '0') return []
    return [
      {
        moves: [
          { variable: left, after: before },
          { variable: right, after },
        ],
        ...{ fault: 'cut between columns elsewhere', cost: CUT_ELSEWHERE, isReading: false, isReaderOnly: true },
      },
    ]
  })
}

/** A row's first amount without the one or two digits before its thousands, which may be a note's number, or with it. */
export function noteCutsOf(variable: Variable): Change[] {
  const { value } = variable.amount
  const digits = String(Math.abs(value))
  const extra = digits.length % 3
  const without = extra === 2 && digits.length > 3 && digits[2] !== '0' ? [digits.slice(2)] : []
  const withNote = extra === 0 && /^\d{1,2}$/.test(variable.noteRef ?? '') ? [`${variable.noteRef}${digits}`] : []
  return [...without, ...withNote].map((printed) => ({
    moves: [{ variable, after: Math.sign(value) * Number(printed) }],
    ...{ fault: 'number of a note glued to the amount or cut from it', cost: NOTE_GLUED },
    ...{ isReading: false, isReaderOnly: true },
  }))
}
