import { Status } from '../../model/check.js'

/** How a cell looks. */
export type Style =
  | { readonly kind: 'text' | 'bold' | 'title' | 'head' | 'link' }
  | { readonly kind: 'number'; readonly status: Status | null; readonly decimals: number; readonly bold: boolean }

const textKinds = ['text', 'bold', 'title', 'head', 'link'] as const
const statuses = [null, ...Status.options]
const mostDecimals = 4

/** Colours of a status, dark on light so that they can be told in print too; none for a figure that is sure as read. */
const looks: Readonly<Record<Status, { readonly ink: string; readonly fill: string; readonly italic: boolean }>> = {
  verified: { ink: 'FF000000', fill: 'FFE8F3E8', italic: false },
  repaired: { ink: 'FF0B3D91', fill: 'FFDCE8FA', italic: false },
  reviewed: { ink: 'FF4B2380', fill: 'FFEBE2F7', italic: false },
  unverified: { ink: 'FF5A5A5A', fill: 'FFFFFFFF', italic: true },
  suspect: { ink: 'FF9C0006', fill: 'FFFBD9D3', italic: true },
}

const plainFonts = [
  '<font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="13"/><name val="Calibri"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font>',
]
const fontOfText = { text: 0, bold: 1, title: 2, head: 1, link: 3 }
const firstNumber = textKinds.length * 2

/** The style's place in the stylesheet. `literal` is for a text that would become a formula once it is edited. */
export function styleIndex(style: Style, literal = false): number {
  if (style.kind !== 'number') return textKinds.indexOf(style.kind) * 2 + (literal ? 1 : 0)
  const decimals = Math.min(style.decimals, mostDecimals)
  const look = statuses.indexOf(style.status) * (mostDecimals + 1) + decimals
  return firstNumber + look * 2 + (style.bold ? 1 : 0)
}

/** The stylesheet with every style that a cell can have. */
export function stylesXml(): string {
  const shades = Status.options.map((status) => looks[status])
  const fonts = [
    ...plainFonts,
    ...shades.flatMap(({ ink, italic }) =>
      ['', '<b/>'].map(
        (bold) => `<font>${bold}${italic ? '<i/>' : ''}<sz val="11"/><color rgb="${ink}"/><name val="Calibri"/></font>`,
      ),
    ),
  ]
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...shades.map(({ fill }) => `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill></fill>`),
  ]
  const formats = Array.from({ length: mostDecimals + 1 }, (_, decimals) => {
    const code = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
    return `<numFmt numFmtId="${164 + decimals}" formatCode="${code}"/>`
  })
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"/><diagonal/></border>',
    '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border>',
  ]
  const texts = textKinds.flatMap((kind) =>
    ['', ' quotePrefix="1"'].map(
      (quote) =>
        `<xf numFmtId="49" fontId="${fontOfText[kind]}" fillId="0" borderId="${kind === 'head' ? 1 : 0}" xfId="0"${quote} applyNumberFormat="1" applyFont="1" applyBorder="1"/>`,
    ),
  )
  const numbers = statuses.flatMap((_, look) =>
    formats.flatMap((__, decimals) =>
      [0, 1].map((bold) => {
        const font = look === 0 ? bold : plainFonts.length + (look - 1) * 2 + bold
        const fill = look === 0 ? 0 : 1 + look
        return `<xf numFmtId="${164 + decimals}" fontId="${font}" fillId="${fill}" borderId="${bold * 2}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`
      }),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
    list('numFmts', formats),
    list('fonts', fonts),
    list('fills', fills),
    list('borders', borders),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', [...texts, ...numbers]),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  ].join('')}</styleSheet>`
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`
}
