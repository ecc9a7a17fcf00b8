import type { Unit } from '../model/report.js'
import { readUnit } from './column-heads.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import type { Region } from './region.js'

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/** The unit that is printed over a table; null where none is. */
export function unitOver(region: Pick<Region, 'title' | 'heading' | 'lines'>, words: ParseWords): Unit | null {
  const heads = region.lines.filter((line, index) => index < 6 && line.text.length < 90)
  const texts = [region.title, region.heading?.text, ...heads.map(({ text }) => text)]
  for (const text of texts) {
    // "… uppgick till 762 tkr" is no unit of a table, "Resultaträkning 2013 tkr" says one
    const unit = text && !/\d{3} ?t?k+r\b/i.test(text.replace(YEAR, '')) ? readUnit(words.mendText(text)) : null
    if (unit) return unit
  }
  return null
}

// "Alla belopp anges i tkr om inget annat sägs", "Belopp i 1000-tal kronor om ej annat anges"
const DECLARATION =
  /belopp .{0,20}\bi (?<unit>(?:\p{L}+|1[ .]?000-tal)(?: kronor)?),? om (?:inget|ej|inte|intet) annat/iu

/** The unit that the report says once for all its tables, on a line or over two; null where it says none, or more. */
export function declaredUnit(lines: readonly Line[], words: ParseWords): Unit | null {
  const texts = lines.map(({ text }) => words.mendText(text))
  const units = texts.flatMap((text, at) => {
    const declared = DECLARATION.exec(`${text} ${texts[at + 1] ?? ''}`)?.groups?.unit
    return readUnit(declared ?? '') ?? []
  })
  return new Set(units).size === 1 ? units[0]! : null
}
