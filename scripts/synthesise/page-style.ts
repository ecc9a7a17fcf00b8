import type { Family } from './family.js'
import { TABLE_STYLES } from './table-styles.js'

const SHORT_SIDE = 794
const LONG_SIDE = 1123

/** Width and height of a family's A4 sheet in CSS pixels, 96 to the inch. */
export function sheetOf({ landscape }: Family): { width: number; height: number } {
  return landscape ? { width: LONG_SIDE, height: SHORT_SIDE } : { width: SHORT_SIDE, height: LONG_SIDE }
}

const HEADINGS: Record<Family['headings'], string> = {
  plain: '',
  upper: 'h1, h2 { text-transform: uppercase }',
  spaced: 'h1, h2 { text-transform: uppercase; letter-spacing: 0.32em }',
  underlined: 'h1, h2, h3 { text-decoration: underline; font-weight: normal } h2 { font-size: 1.1em }',
  large:
    'h2 { font-size: 2.1em; font-weight: normal; margin-bottom: 22px } h3 { font-size: 1.25em; font-weight: normal }',
  centred: 'h1, h2, h3, .cover p { text-align: center }',
  band: 'h2 { background: #3c3c3c; color: #fff; padding: 5px 8px; font-size: 1.2em } h3 { border-bottom: 1px solid #777 }',
  over_rule:
    'h2 { border-bottom: 2px solid #000; padding-bottom: 3px; font-weight: normal; font-size: 1.6em } h3 { border-top: 0.75px solid #000; padding-top: 3px }',
  small:
    'h1 { font-size: 1.5em } h2 { font-size: 1.05em; margin-bottom: 8px } h3 { font-size: 1em; font-weight: normal; text-decoration: underline }',
  between_rules:
    'h2 { border-top: 1px solid #000; border-bottom: 1px solid #000; padding: 4px 0; text-align: center; font-size: 1.2em } h3 { font-style: italic }',
  boxed:
    'h2 { border: 1.5px solid #000; padding: 5px 10px; display: inline-block; font-size: 1.2em } h3 { text-transform: uppercase; font-size: 0.95em }',
  light:
    'h1, h2 { font-weight: normal; text-transform: uppercase; letter-spacing: 0.08em } h3 { border-bottom: 0.75px solid #999; padding-bottom: 3px }',
  other_face:
    "h1, h2, h3 { font-family: 'Liberation Sans' } h2 { font-size: 1.25em; font-style: italic } h3 { font-size: 1em }",
  coloured:
    'h1, h2, h3 { color: #2b5566; font-weight: normal } h2 { font-size: 1.9em; margin-bottom: 4px } h3 { font-size: 1.1em; font-weight: bold }',
  right: 'h1, h2, .cover p { text-align: right } h2 { font-style: italic }',
  left_bar: 'h2 { border-left: 9px solid #245c47; padding-left: 10px; font-size: 1.55em } h3 { color: #245c47 }',
  double_rule:
    'h2 { border-bottom: 4px double #000; padding-bottom: 4px; font-size: 1.45em } h3 { font-style: italic }',
  small_caps:
    'h1, h2 { font-variant: small-caps; letter-spacing: 0.05em } h2 { font-size: 1.5em } h3 { font-weight: normal; text-decoration: underline }',
  accent:
    'h1, h2, h3 { color: #5a6b2f } h2 { font-size: 1.2em; text-transform: uppercase; margin-bottom: 8px } h3 { font-size: 1em }',
  // A rounded band, a rule over, red capitals, a grey box, a short bar under, small capitals in the middle
  pill: 'h2 { display: inline-block; background: #5b3a63; color: #fff; padding: 4px 14px; border-radius: 12px; font-size: 1.2em } h3 { color: #5b3a63 }',
  top_rule:
    'h2 { border-top: 3px solid #000; padding-top: 6px; font-size: 1.3em } h3 { font-style: italic; font-weight: normal }',
  red_caps:
    'h1, h2 { color: #a3231b; text-transform: uppercase; letter-spacing: 0.04em } h2 { font-size: 1.25em } h3 { color: #a3231b; font-size: 1em }',
  grey_box:
    'h2 { background: #d9d9d9; border: 1px solid #000; text-align: center; padding: 4px; font-size: 1.2em } h3 { font-size: 1em }',
  short_bar:
    "h2 { font-size: 1.7em; font-weight: normal } h2::after { content: ''; display: block; width: 64px; border-bottom: 5px solid #1b6e3c; margin-top: 3px } h3 { font-size: 1.1em }",
  middle_caps:
    'h1, h2, .cover p { text-align: center } h2 { font-variant: small-caps; letter-spacing: 0.12em; font-size: 1.4em } h3 { font-style: italic }',
  italic: 'h2, h3 { font-style: italic } h2 { font-size: 1.5em; margin-bottom: 18px }',
  colour_band:
    'h1 { color: #1d4f91 } h2 { background: #1d4f91; color: #fff; padding: 6px 10px; font-size: 1.25em } h3 { color: #1d4f91 }',
  lower:
    'h1, h2 { text-transform: lowercase; font-weight: normal; letter-spacing: 0.03em } h2 { font-size: 1.9em; border-bottom: 4px solid #999; margin-bottom: 16px } h3 { font-size: 1.1em }',
}

const SECTIONS: Record<Family['sectionStyle'], string> = {
  italic: '.section td { font-style: italic; padding-top: 8px }',
  bold: '.section td { font-weight: bold; padding-top: 10px }',
  upper: '.section td { text-transform: uppercase; padding-top: 6px }',
  underlined: '.section td { text-decoration: underline; padding-top: 9px }',
  small_caps:
    '.section td { font-variant-caps: all-small-caps; letter-spacing: 0.08em; font-size: 1.1em; padding-top: 9px }',
  ruled: '.section td { font-weight: bold; border-bottom: 1px solid #000; padding-top: 11px }',
  roomy: '.section td { padding-top: 16px; padding-bottom: 4px; letter-spacing: 0.04em }',
  levels:
    '.section td { padding-top: 5px; font-weight: bold } .level0 td { font-size: 1.12em } .level2 td { font-weight: normal; font-style: italic }',
}

const FURNITURE: Record<Family['furniture'], string> = {
  plain: '',
  typed: '.running { justify-content: center; font-size: 1em }',
  software: '.running { font-size: 0.95em }',
  foot: '.folio { left: 80px; right: 80px; display: flex; justify-content: space-between; border-top: 1px solid #000; padding-top: 4px }',
  letterhead:
    '.running { font-size: 1.15em; font-weight: bold; justify-content: flex-start; gap: 30px; border-bottom: 2px solid #000 }',
  signed: '.folio { left: 60px; right: 60px; display: flex; justify-content: space-between; font-size: 0.72em }',
  diary: '.running { font-size: 0.9em } .folio { text-align: right; right: 80px }',
  firm: '.running { font-size: 0.9em; border-bottom: 1px solid #000; padding-bottom: 3px }',
  keyed:
    '.running { border-bottom: 0.75px solid #999; padding-bottom: 3px } .folio { writing-mode: vertical-rl; left: auto; right: 14px; top: 300px; bottom: auto; text-align: left; font-size: 0.72em }',
  address:
    '.running { justify-content: flex-end } .folio { left: 80px; right: 80px; display: flex; justify-content: space-between; border-top: 1px solid #000; padding-top: 5px; font-size: 0.8em }',
  program: '.running { font-size: 0.85em } .running span:last-child { text-align: right }',
  bare: '.folio { font-size: 1em }',
  initials:
    '.folio { left: 80px; right: 80px; display: flex; justify-content: space-between } .folio i { display: inline-block; width: 38px; margin-left: 9px; border-bottom: 0.75px solid #000 }',
  spreadsheet: '.running { justify-content: center; font-size: 0.95em }',
  tab: '.running { writing-mode: vertical-rl; top: 150px; left: auto; right: 0; width: 22px; height: 110px; align-items: center; justify-content: center; background: #6f8f9c; color: #fff } .folio { left: auto; right: 74px; display: flex; gap: 14px }',
  printed: '.running { font-size: 0.8em } .running span:last-child { text-align: right }',
  listing: '.running { font-size: 1em; border-bottom: 1px dashed #000 }',
  piped:
    '.running { justify-content: flex-start; gap: 12px } .running span + span { border-left: 1px solid #000; padding-left: 12px }',
  bureau:
    '.running { font-weight: bold } .folio { left: 80px; right: 80px; display: flex; justify-content: space-between }',
  template:
    '.running { border-bottom: 3px solid #1f5b7a; padding-bottom: 4px } .folio { left: auto; right: 80px; text-align: right }',
  banner:
    '.running { top: 0; left: 0; right: 0; height: 44px; padding: 0 80px; align-items: center; background: #d3deec; color: #1d4f91; font-weight: bold }',
  stroke:
    '.running { font-size: 0.78em; color: #444 } .folio { left: auto; right: 80px; border-left: 4px solid #245c47; padding-left: 8px }',
  docket:
    '.running { left: auto; right: 60px; gap: 22px; border: 0.75px solid #000; padding: 4px 9px } .folio { font-size: 0.78em }',
  between:
    '.running { justify-content: center; border-top: 0.75px solid #000; border-bottom: 0.75px solid #000; padding: 3px 0 }',
  slashed:
    '.folio { left: auto; right: 80px; text-align: right } .folio span + span { padding-left: 14px; font-weight: bold }',
  office_head: '.running { font-size: 0.9em; border-top: 1px solid #000; padding-top: 4px }',
  red_stroke:
    '.running { left: 60px; border-left: 6px solid #a3231b; padding-left: 8px; justify-content: flex-start } .folio { left: auto; right: 76px }',
  coloured_foot:
    '.folio { bottom: 0; height: 34px; padding: 0 80px; display: flex; justify-content: space-between; align-items: center; background: #1b6e3c; color: #fff }',
  dashed_page: '.folio { font-size: 1em }',
  corner: '.running { justify-content: flex-end } .running span { text-align: right }',
  side: '.folio { left: 40px; right: auto; width: 150px; text-align: left; font-size: 0.8em } .folio span { display: block }',
}

const SUMS: Record<Family['sums'], string> = {
  bold: '.subtotal td, .total td { font-weight: bold }',
  upper: '.total td { font-weight: bold; text-transform: uppercase } .subtotal td { font-weight: bold }',
  plain: '.total td { font-weight: bold }',
  italic: '.subtotal td { font-style: italic } .total td { font-style: italic; font-weight: bold }',
  spaced:
    '.total td.label { text-transform: uppercase; letter-spacing: 0.16em } .total td, .subtotal td { font-weight: bold }',
  to_right:
    '.subtotal td.label > div, .total td.label > div { text-align: right; padding-right: 10px } .total td { font-weight: bold }',
  small: '.subtotal td, .total td { font-weight: bold; font-size: 0.95em }',
}

/** The style sheet of a family; sheets are A4 at 96 dots to the inch. */
export function writeStyle(family: Family): string {
  const { width, height } = sheetOf(family)
  const { top, right, bottom, left } = family.margins
  const leaf = family.spread ? width * 2 : width
  const size = family.spread ? `${leaf}px ${height}px` : family.landscape ? 'A4 landscape' : 'A4'
  const leaders = `
    .label > div { display: flex; overflow: hidden }
    .leader { flex: 1 1 0; width: 0; overflow: hidden; white-space: nowrap; font-style: normal; margin-left: 4px }`
  return `
    * { box-sizing: border-box }
    @page { size: ${size}; margin: 0 }
    body { margin: 0; font-family: '${family.font}'; font-size: ${family.size}px; line-height: ${family.leading}; color: #000; background: #fff }
    .sheet { width: ${width}px; height: ${height}px; padding: ${top}px ${right}px ${bottom}px ${left}px; position: relative; overflow: hidden; background: #fff }
    .leaf { width: ${leaf}px; break-after: page } .spread { display: flex }
    .running { position: absolute; top: 34px; left: 80px; right: 80px; display: flex; justify-content: space-between; font-size: 0.82em }
    .folio { position: absolute; bottom: 30px; left: 0; right: 0; text-align: center; font-size: 0.85em }
    h1 { font-size: 2em } h2 { font-size: 1.35em; margin: 0 0 12px } h3 { font-size: 1.05em; margin: 14px 0 4px }
    .cover { padding-top: 250px } .organisation { font-weight: bold; font-size: 1.25em }
    p { margin: 0 0 10px } p.unit { margin: 0 0 2px; font-size: 0.9em }
    .block { margin-bottom: 14px }
    table { width: ${family.tableWidth}%; border-collapse: collapse; table-layout: auto }
    td, th { vertical-align: ${family.figuresAt}; font-weight: normal }
    th.label, td.label { text-align: left; width: ${family.labelWidth}% }
    .note { text-align: center; white-space: nowrap } .amount { text-align: right; white-space: nowrap }
    .heads th { font-weight: bold } .unit { font-style: italic; font-weight: normal }
    .indent1 { padding-left: 14px !important } .indent2 { padding-left: 28px !important } .indent3 { padding-left: 42px !important }
    .columns { column-count: 2; column-gap: 34px } .columns .block { break-inside: avoid }
    .margin-note { display: flex; gap: 10px } .margin-note > h3 { flex: 0 0 62px; margin: 0 } .margin-note > div { flex: 1 }
    .margin-note .heads th.label { font-size: 1.05em } .margin-note table { width: 100% }
    .beside { display: flex; gap: 30px; align-items: flex-start } .beside table { flex: 1 }
    .entity { text-align: center } .lives { width: 62%; margin: 0 0 8px 14px } .lives td:last-child { white-space: nowrap } .total + .pledge td { padding-top: 16px }
    .columns table { font-size: 0.88em }
    .in-columns { column-count: 2; column-gap: 34px; text-align: justify } .in-columns h2 { column-span: all }
    .entry { display: flex; margin-bottom: 4px } .entry .leader { flex: 1 1 0; width: 0; overflow: hidden; white-space: nowrap; font-style: normal; margin: 0 4px }
    .signatures { display: flex; gap: 60px; padding-top: 90px } .signatures span { border-top: 1px solid #000; width: 150px }
    ${FURNITURE[family.furniture]}
    ${TABLE_STYLES[family.table]} ${HEADINGS[family.headings]} ${SECTIONS[family.sectionStyle]} ${SUMS[family.sums]}
    ${family.table.endsWith('leaders') ? leaders : ''}
    ${family.letters === 'capitals' ? 'table, h2, h3, p.unit, .running { text-transform: uppercase }' : ''}
    .margin-note.sheet-heads { margin-bottom: 10px } .table-title { font-size: 1.15em } p.unit.to-right { text-align: right; width: ${family.tableWidth}% } p.under-title { margin-bottom: 12px } .edge { display: flex; justify-content: space-between; gap: 5px }
    p.remark { margin: 3px 0 6px }
    ${family.noteHeads !== 'each' ? '.of-note table { table-layout: fixed }' : ''}`
}
