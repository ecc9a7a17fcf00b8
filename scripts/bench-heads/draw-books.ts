import type { Random } from '../synthesise/random.js'
import type { TrueColumn } from './write-heads.js'

/** A row of a table and how much of it each column holds. */
export interface BookRow {
  readonly label: string
  readonly note: string
  amountIn(column: TrueColumn): number
}

/** The tables of one body over some years, which add up and follow on each other. */
export interface Books {
  readonly income: readonly BookRow[]
  readonly balance: readonly BookRow[]
  readonly note: readonly BookRow[]
}

/** Draws books in which no figure of a row is like another. */
export function drawBooks(random: Random): Books {
  const amounts = new Map<string, number>()
  const own = (name: string, low: number, high: number) => {
    const known = amounts.get(name)
    if (known !== undefined) return known
    amounts.set(name, random.between(low, high))
    return amounts.get(name)!
  }
  const flow =
    (name: string, low: number, high: number, sign: 1 | -1) =>
    ({ ago, scenario }: TrueColumn): number => {
      const outcome = sign * own(`${name} ${ago}`, low, high)
      if (scenario === 'actual') return outcome
      const budget = sign * own(`${name} ${scenario === 'forecast' ? 'forecast' : 'budget'} ${ago}`, low, high)
      return scenario === 'variance' ? outcome - budget : budget
    }
  const sum =
    (...parts: readonly ((column: TrueColumn) => number)[]) =>
    (column: TrueColumn) =>
      parts.reduce((all, part) => all + part(column), 0)
  const grants = flow('grants', 2_000_000, 4_000_000, 1)
  const other = flow('other', 20_000, 90_000, 1)
  const salaries = flow('salaries', 700_000, 900_000, -1)
  const charges = flow('charges', 200_000, 300_000, -1)
  const staff = sum(salaries, charges)
  const rent = flow('rent', 100_000, 400_000, -1)
  const outside = flow('outside', 300_000, 900_000, -1)
  const earned = sum(grants, other)
  const spent = sum(staff, rent, outside)
  const result = sum(earned, spent)
  const opening = ({ ago }: TrueColumn): number =>
    ago > 6 ? 3_000_000 : opening({ ago: ago + 1, scenario: 'actual' }) + result({ ago: ago + 1, scenario: 'actual' })
  const equity = sum(opening, result)
  const debts = flow('debts', 100_000, 900_000, 1)
  const accrued = flow('accrued', 10_000, 99_000, 1)
  const owed = sum(debts, accrued)
  const claims = flow('claims', 100_000, 500_000, 1)
  const row = (label: string, amountIn: BookRow['amountIn'], note = ''): BookRow => ({ label, note, amountIn })
  return {
    income: [
      row('Bidrag', grants, '1'),
      row('Övriga intäkter', other),
      row('Summa intäkter', earned),
      row('Personalkostnader', staff, '2'),
      row('Lokalkostnader', rent),
      row('Övriga kostnader', outside, '3'),
      row('Summa kostnader', spent),
      row('Årets resultat', result),
    ],
    balance: [
      row('Kundfordringar', claims, '4'),
      row('Kassa och bank', (column) => equity(column) + owed(column) - claims(column)),
      row('Summa tillgångar', sum(equity, owed)),
      row('Eget kapital vid årets ingång', opening),
      row('Årets resultat', result),
      row('Summa eget kapital', equity),
      row('Leverantörsskulder', debts),
      row('Upplupna kostnader', accrued, '5'),
      row('Summa skulder', owed),
      row('Summa eget kapital och skulder', sum(equity, owed)),
    ],
    note: [row('Löner', salaries), row('Sociala avgifter', charges), row('Summa', staff)],
  }
}
