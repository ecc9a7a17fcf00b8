import type { Unit } from '../model/report.js'

const kronorPerUnit: Readonly<Record<Unit, number | null>> = {
  kr: 1,
  tkr: 1000,
  mkr: 1_000_000,
  '%': null,
  count: null,
}

/** An amount in whole kronor, öre rounded half away from zero; null for what is not money. */
export function toWholeKronor(amount: number, decimals: number, unit: Unit): number | null {
  const kronor = kronorPerUnit[unit]
  if (kronor === null) return null
  const scale = 10n ** BigInt(decimals)
  const scaled = BigInt(Math.abs(amount)) * BigInt(kronor)
  const rounded = Number((scaled * 2n + scale) / (scale * 2n))
  return amount < 0 && rounded !== 0 ? -rounded : rounded
}
