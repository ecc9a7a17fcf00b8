import { type Style, styleIndex } from './style.js'

/** A cell: a text, which is never a formula, or a number; a text may lead to a place outside the workbook. */
export type Cell =
  | { readonly text: string; readonly style: Style; readonly link?: string | undefined }
  | { readonly value: number; readonly style: Style }
  | null

/** A sheet to be, its rows made while they are written. */
export interface Sheet {
  readonly name: string
  /** Of the columns, in characters. */
  readonly widths: readonly number[]
  /** How many rows stay in sight at the top. */
  readonly frozen: number
  readonly rows: Iterable<readonly Cell[]>
}

/** What a sheet can hold at most, as Excel has it. */
const mostCharacters = 32_767

/** A link of a cell to an address outside. */
export interface Link {
  readonly reference: string
  readonly address: string
}

/** The beginning of a sheet's XML, up to its first row. */
export function sheetOpening({ widths, frozen }: Sheet): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0">${
    frozen > 0 ? pane : ''
  }</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

/** The end of a sheet's XML; the n-th different address is the relationship `rIdn`. */
export function sheetClosing(links: readonly Link[], addresses: readonly string[]): string {
  const ids = new Map(addresses.map((address, index) => [address, index + 1]))
  const marks = links.map(({ reference, address }) => `<hyperlink ref="${reference}" r:id="rId${ids.get(address)}"/>`)
  return `</sheetData>${marks.length > 0 ? `<hyperlinks>${marks.join('')}</hyperlinks>` : ''}</worksheet>`
}

/** One row's XML; its links are added to the list. */
export function rowXml(cells: readonly Cell[], row: number, links: Link[]): string {
  const written = cells.map((cell, index) => {
    if (cell === null) return ''
    const reference = `${columnName(index)}${row}`
    if ('value' in cell) return `<c r="${reference}" s="${styleIndex(cell.style)}"><v>${cell.value}</v></c>`
    if (cell.link !== undefined) links.push({ reference, address: cell.link })
    const style = styleIndex(cell.style, isLikeFormula.test(cell.text))
    const text = escapeXml(cell.text.slice(0, mostCharacters))
    return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}

// =1+1, -12 or @name: what Excel would take for a formula if it were typed in
const isLikeFormula = /^[=+\-@]/

/** A column's letters: 0 is A, 26 is AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in XML; characters that XML has no room for are written as spreadsheets do, `_x0007_`. */
export function escapeXml(text: string): string {
  return (
    text
      // _x0007_ as it might be printed
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
      })
      .replace(/[&<>"]/g, (character) => entities[character]!)
  )
}
