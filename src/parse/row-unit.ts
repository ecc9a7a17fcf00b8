import type { Amount, Column, Row, Unit } from '../model/report.js'
import { readUnit } from './column-heads.js'

// "Soliditet", "Kassalikviditet i procent"
const NAMED_SHARE = /^(?:soliditet|kassalikviditet|likviditet|självfinansieringsgrad)\b/i
// "Antal lägenheter", "Medelantalet anställda"
const COUNT = /^(?:medel)?antal(?:et)?\b/i
// "Hyresbortfall %", "Andel lån (%)"
const SHARE = /%\)?$/
// "Årsavgiftsnivå för bostäder, kr per kvm", "Lån kr/m2"
const PRICE = /(?:\bper|\/)\s?(?:kvm\b|kvadratmeter\b|m[2²])/i
// "Nettoomsättning, tkr", "Balansomslutning (mkr)", "Årsavgift kr"
const OWN = /[\s,(](?<unit>[tkm]?kr)\)?$/i

/** What a row's own words or signs say its figures are; null where they say nothing, or the table's own unit. */
function unitOf({ label, cells }: Row, table: Unit): Unit | null {
  const printed = cells.filter((cell) => cell !== null)
  const shares = printed.filter(({ raw }) => /%/.test(raw))
  if (shares.length > 0 && printed.every((cell) => shares.includes(cell) || cell.value === 0)) return '%'
  if (label === null) return null
  if (NAMED_SHARE.test(label) || SHARE.test(label)) return '%'
  if (COUNT.test(label)) return 'count'
  const own = PRICE.test(label) ? 'kr' : readUnit(OWN.exec(label)?.groups?.unit ?? '')
  return own === table ? null : own
}

// "Medelantalet anställda", "Antal medlemmar vid årets slut", "Medelantalet" of a title that was not read whole, and no "Antal anställda, löner och sociala kostnader"
const COUNTED =
  /^medelantal(?:et)?$|^(?:medel)?(?:antal(?:et)?|tal(?:et)?)\s(?:\p{L}+\s)?(?:anställda|årsanställda|årsarbetare|medlemmar|lägenheter)(?![^,]*(?:,|\boch\b)[^,]*(?:lön|arvode|kostnad|ersättning))/iu

/** Whether the title of a note says that it counts what is no money. */
export function isCounted(title: string | null): boolean {
  return COUNTED.test(title ?? '')
}

/** The row with the unit of its own that it says to have. */
export function withUnit(row: Row, table: Unit): Row {
  return { ...row, unit: unitOf(row, table) }
}

/** A figure that is a share among amounts, in its row and its column, is in doubt: it has another unit than they. */
export function doubtShare(cell: Amount, row: Row, column: Column | undefined): Amount {
  if (!/%/.test(cell.raw) || row.unit === '%' || column?.unit === '%') return cell
  return { ...cell, doubts: [...cell.doubts, `"${cell.raw}" is a share among amounts`] }
}
