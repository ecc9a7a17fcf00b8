/** How a made report looks: one choice for each thing that printers do differently. */
export type Family = {
  name: string
  font: string
  /** CSS pixels, 96 to the inch. */
  size: number
  table: 'ruled' | 'borderless' | 'leaders' | 'shaded' | 'tight' | 'lines' | 'close'
  sums: 'bold' | 'upper' | 'plain'
  headings: 'plain' | 'upper' | 'centred'
  noteColumn: 'number' | 'word'
  /** Wording of a column's head. */
  yearHead: 'year' | 'iso' | 'closing' | 'short' | 'range'
  order: 'current_first' | 'comparative_first'
  minus: 'hyphen' | 'dash' | 'parentheses' | 'trailing'
  zero: '0' | '-' | '–'
  notes: 'single' | 'two_columns'
  noteHead: 'plain' | 'colon' | 'upper' | 'dot'
  /** Whether every note has heads over its columns, or only the first on a sheet. */
  noteHeads: 'each' | 'first'
  unitLine: 'row' | 'title' | 'above'
  /** Share of the table's width that labels may take, in percent. */
  labelWidth: number
  /** Headings of rows are printed larger or spaced apart. */
  sectionStyle: 'italic' | 'bold' | 'upper'
}

const BASE: Family = {
  name: 'plain',
  font: 'Liberation Serif',
  size: 14,
  table: 'borderless',
  sums: 'bold',
  headings: 'plain',
  noteColumn: 'number',
  yearHead: 'year',
  order: 'current_first',
  minus: 'hyphen',
  zero: '0',
  notes: 'single',
  noteHead: 'plain',
  noteHeads: 'each',
  unitLine: 'row',
  labelWidth: 56,
  sectionStyle: 'italic',
}

/** The families of layout, each unlike the others in several ways at once. */
export const FAMILIES: readonly Family[] = [
  BASE,
  {
    ...BASE,
    name: 'ruled',
    font: 'Liberation Sans',
    size: 12.5,
    table: 'ruled',
    sums: 'upper',
    headings: 'upper',
    yearHead: 'iso',
    zero: '-',
    sectionStyle: 'upper',
  },
  {
    ...BASE,
    name: 'leaders',
    font: 'Nimbus Roman',
    size: 14.5,
    table: 'leaders',
    noteColumn: 'word',
    yearHead: 'closing',
    minus: 'dash',
    zero: '–',
    noteHead: 'colon',
    unitLine: 'title',
    sectionStyle: 'bold',
  },
  {
    ...BASE,
    name: 'shaded',
    font: 'DejaVu Sans Condensed',
    size: 12.5,
    table: 'shaded',
    yearHead: 'year',
    order: 'comparative_first',
    minus: 'parentheses',
    zero: '-',
    unitLine: 'above',
    labelWidth: 48,
  },
  {
    ...BASE,
    name: 'range',
    font: 'Liberation Sans',
    size: 13,
    table: 'lines',
    sums: 'bold',
    yearHead: 'range',
    noteColumn: 'word',
    noteHead: 'upper',
    sectionStyle: 'bold',
  },
  {
    ...BASE,
    name: 'two-columns',
    font: 'Liberation Sans Narrow',
    size: 13.5,
    table: 'lines',
    notes: 'two_columns',
    yearHead: 'short',
    sums: 'plain',
    minus: 'dash',
    zero: '0',
    unitLine: 'title',
    sectionStyle: 'bold',
  },
  {
    ...BASE,
    name: 'tight',
    font: 'Liberation Sans',
    size: 11.5,
    table: 'tight',
    sums: 'upper',
    headings: 'upper',
    yearHead: 'short',
    minus: 'hyphen',
    zero: '0',
    labelWidth: 50,
    sectionStyle: 'upper',
  },
  {
    ...BASE,
    name: 'typewriter',
    font: 'Liberation Mono',
    size: 12.5,
    table: 'borderless',
    sums: 'upper',
    headings: 'upper',
    yearHead: 'iso',
    minus: 'trailing',
    noteHead: 'upper',
    labelWidth: 54,
    sectionStyle: 'upper',
  },
  {
    ...BASE,
    name: 'centred',
    font: 'C059',
    size: 13,
    headings: 'centred',
    yearHead: 'year',
    order: 'comparative_first',
    minus: 'dash',
    zero: '-',
    noteHead: 'colon',
    unitLine: 'above',
    table: 'lines',
  },
  {
    ...BASE,
    name: 'narrow-labels',
    font: 'DejaVu Serif',
    size: 12,
    table: 'shaded',
    labelWidth: 34,
    yearHead: 'range',
    minus: 'hyphen',
    noteColumn: 'number',
    sectionStyle: 'bold',
  },
  {
    ...BASE,
    name: 'close',
    font: 'Liberation Sans',
    size: 13.5,
    table: 'close',
    sums: 'plain',
    yearHead: 'iso',
    minus: 'hyphen',
    zero: '-',
    labelWidth: 70,
  },
  {
    ...BASE,
    name: 'bare-notes',
    font: 'Nimbus Sans',
    size: 13.5,
    table: 'lines',
    yearHead: 'closing',
    minus: 'hyphen',
    noteHead: 'dot',
    noteHeads: 'first',
    unitLine: 'above',
    sectionStyle: 'bold',
  },
]

/** The family of that name; throws where there is none. */
export function findFamily(name: string): Family {
  const family = FAMILIES.find((one) => one.name === name)
  if (family === undefined) {
    throw new Error(`Expected a family of ${FAMILIES.map((one) => one.name).join(', ')}, got ${name}`)
  }
  return family
}
