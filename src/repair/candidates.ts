import { possibleOriginals } from '../arithmetic/misreadings.js'
import { type Constraint, isBroken, type Variable } from './constraints.js'

/** Another value for one amount, what would have made the reader print the other, and what that costs. */
export type Change = {
  variable: Variable
  after: number
  fault: string
  cost: number
  /** Whether some reading of the picture shows it: then to take it is reading, not repair. */
  isReading: boolean
  /** Whether the number of digits or only the sign changes, which printers do not get wrong. */
  isReaderOnly: boolean
}

/** What believing another reading of the same picture costs. */
const OTHER_READING = 0.3

/** Values that one amount may have had on paper and that would close at least one of the identities broken around it. */
export function changesFor(variable: Variable, around: readonly Constraint[]): Change[] {
  const broken = around.filter(isBroken)
  const { amount } = variable
  const readings = [...(amount.second === null ? [] : [amount.second]), ...amount.alternatives].filter(
    (value) => value !== amount.value,
  )
  const seen: Change[] = [...new Set(readings)].map((after) => ({
    variable,
    after,
    fault: 'another reading of the picture',
    cost: OTHER_READING,
    isReading: true,
    isReaderOnly: true,
  }))
  const thought = possibleOriginals(amount.value)
    .filter(({ value }) => !readings.includes(value))
    .map(({ value, slip }): Change => {
      const sameLength = String(Math.abs(value)).length === String(Math.abs(amount.value)).length
      const isReaderOnly = !sameLength || slip.fault.startsWith('mark')
      return { variable, after: value, fault: slip.fault, cost: slip.cost, isReading: false, isReaderOnly }
    })
  return [...seen, ...thought].filter((change) => broken.some((constraint) => closes(constraint, change)))
}

function closes(constraint: Constraint, change: Change): boolean {
  const moved = (constraint.factors.get(change.variable.key) ?? 0) * (change.after - change.variable.amount.value)
  return Math.abs(constraint.residual + moved) <= constraint.tolerance
}
