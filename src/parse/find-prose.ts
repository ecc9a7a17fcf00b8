import type { ProseFigure, Unit } from '../model/report.js'
import { readUnit } from './column-heads.js'
import type { Line } from './line.js'

// "146 086 kr", "-1 179 kkr", "- 266 tkr", "1 871 tkr"
const SUM_OF_MONEY = /(?<![\d.,])(?<amount>[-–]?\s?\d{1,3}(?: \d{3})+|[-–]?\s?\d+)\s?(?<unit>kr|tkr|kkr|mkr|kronor)\b/gi

/** Sums of money quoted in running text. */
export function findProse(lines: readonly Line[]): ProseFigure[] {
  return lines.flatMap((line) => {
    if (line.text.length < 25 || line.text.length > 2000) return []
    return [...line.text.matchAll(SUM_OF_MONEY)].flatMap((match) => {
      const unit: Unit | null = readUnit(match.groups?.unit ?? '')
      const digits = (match.groups?.amount ?? '').replace(/[\s]/g, '').replace('–', '-')
      const value = Number(digits)
      if (unit === null || !Number.isSafeInteger(value)) return []
      return [{ value, unit, raw: match[0].trim(), page: line.page, sentence: line.text.slice(0, 400) }]
    })
  })
}
