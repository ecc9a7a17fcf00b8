import type { Family } from './family.js'

const SHORT_SIDE = 794
const LONG_SIDE = 1123

/** Width and height of a family's A4 sheet in CSS pixels, 96 to the inch. */
export function sheetOf({ landscape }: Family): { width: number; height: number } {
  return landscape ? { width: LONG_SIDE, height: SHORT_SIDE } : { width: SHORT_SIDE, height: LONG_SIDE }
}

const TYPED =
  'td, th { padding: 0 3px } .strokes { text-align: right; line-height: 0.7; white-space: nowrap } .strokes.low { padding-bottom: 7px; line-height: 0.45 }'
const TABLE: Record<Family['table'], string> = {
  borderless: 'td, th { padding: 2px 4px } .total td { border-top: 1px solid #000 }',
  ruled: 'td, th { border: 1px solid #222; padding: 3px 6px }',
  leaders: 'td, th { padding: 2px 4px } .subtotal .amount, .total .amount { border-top: 1px solid #000 }',
  shaded: 'td, th { padding: 4px 6px } tr:nth-child(even) td { background: #e4e4e4 } .heads th { background: #bbb }',
  lines:
    'td, th { padding: 3px 4px } .heads th { border-bottom: 1.5px solid #000 } .subtotal td, .total td { border-top: 1px solid #555 }',
  close:
    'td, th { padding: 2px 0 } .amount { width: 1%; padding-left: 11px } .total .amount { border-top: 1px solid #000 }',
  margin:
    'td, th { padding: 1px 4px } .heads th { border-bottom: 1px solid #000 } .total .amount { border-top: 1px solid #000; border-bottom: 3px double #000 }',
  bands:
    'td, th { padding: 5px 4px } tr td { border-bottom: 1px solid #ccc } .heads th { background: #333; color: #fff } .total td { background: #ddd }',
  two_tone:
    'td, th { padding: 3px 5px } .heads th { background: #d5d5d5 } .heads th.entity { background: #4a4a4a; color: #fff } .total td { background: #e9e9e9 } .subtotal td { border-top: 1px solid #999 }',
  hairlines:
    'td, th { padding: 1.5px 6px } .subtotal .amount, .total .amount { border-top: 0.75px solid #000 } .subtotal td, .total td { padding-bottom: 9px }',
  boxed:
    'table { border: 1.5px solid #000 } td, th { padding: 2px 6px } td.amount, th.amount, td.note, th.note { border-left: 1px solid #777; border-right: 1px solid #777 } .heads th { border-bottom: 1px solid #000 } .total td { border-top: 1px solid #000 }',
  typed: TYPED,
  bars: 'td, th { padding: 2.5px 5px } .heads th { border-top: 3px solid #000; border-bottom: 1px solid #000 } .subtotal .amount { border-top: 1px solid #000 } .total td { border-top: 1px solid #000; border-bottom: 3px solid #000 }',
  current_shaded:
    'td, th { padding: 3px 6px; border-bottom: 0.75px solid #c9c9c9 } th:not(.amount) + th.amount, td:not(.amount) + td.amount { background: #e8e8e8; font-weight: bold } .section td { border-bottom: none } .total td { border-bottom: 1.5px solid #444 }',
  dotted:
    'td, th { padding: 2px 5px } .line td { border-bottom: 1px dotted #888 } .heads th { border-bottom: 1px solid #000 } .total td { padding-top: 5px; padding-bottom: 5px }',
  double:
    'td, th { padding: 1px 5px } .subtotal td.inner, .subtotal td.amount { border-top: 1px solid #000 } .total td.amount { border-top: 1px solid #000; border-bottom: 3px double #000 } .total td { padding-top: 4px }',
  fenced:
    'table { border-top: 1px solid #000; border-bottom: 1px solid #000 } td, th { padding: 1.5px 8px } td.amount, th.amount { border-left: 0.75px solid #000 } .heads th { border-bottom: 0.75px solid #000 } .total td { border-top: 0.75px solid #000 }',
  tinted:
    'td, th { padding: 1.5px 5px } .section.level0 td { background: #dadada } .subtotal .amount { border-top: 1px solid #000 } .total td { background: #dadada }',
  gapped:
    'table { border-collapse: separate; border-spacing: 13px 0 } td, th { padding: 1.5px 0 } .heads th.amount { border-bottom: 1px solid #000 } .subtotal .amount { border-top: 1px solid #000 } .subtotal td { padding-bottom: 6px } .total .amount { border-top: 1px solid #000; border-bottom: 3px double #000 }',
  gridded:
    'td, th { border: 0.75px solid #b4b4b4; padding: 2px 6px } .heads th { background: #ececec } .total td { background: #ececec; border-top: 1.5px solid #000 }',
  underscored:
    'td, th { padding: 2px 6px } tr:has(+ .subtotal) .amount, tr:has(+ .total) .amount { text-decoration: underline } .subtotal td { padding-bottom: 7px } .total .amount { text-decoration: underline double }',
  airy: 'td, th { padding: 4.5px 6px } .heads th { border-bottom: 1.5px solid #000; font-weight: normal } .subtotal td { border-top: 0.75px solid #aaa; padding-bottom: 8px } .total td { border-top: 1.5px solid #000; background: #efefef }',
  quiet:
    'td, th { padding: 1.5px 5px } .heads th { border-bottom: 0.75px solid #888; padding-bottom: 4px } .subtotal .amount { border-top: 0.75px solid #000 } .total td { padding-top: 6px } .total .amount { border-bottom: 1.5px solid #000 }',
  framed_sums:
    'td, th { padding: 2px 5px } .heads th { border: 0.75px solid #000; background: #eaeaea } .subtotal td, .total td { border-top: 0.75px solid #000; border-bottom: 0.75px solid #000 } .total td { border-bottom: 3px double #000 }',
  tabbed:
    'td, th { padding: 2px 0 } td.amount, th.amount { padding-left: 24px } .heads th.amount { text-decoration: underline; font-weight: normal } .subtotal .amount { border-top: 0.75px solid #000 } .subtotal td { padding-bottom: 8px } .total .amount { border-top: 0.75px solid #000; border-bottom: 3px double #000 }',
  ruleless:
    'td, th { padding: 2.5px 5px } .subtotal td { padding-bottom: 9px } .total td { padding-top: 7px; padding-bottom: 12px }',
  lined_sums:
    'td, th { padding: 1.5px 7px } .heads th.amount { border-bottom: 0.75px solid #000 } .subtotal .amount { border-top: 0.75px solid #000; border-bottom: 0.75px solid #000 } .total .amount { border-top: 0.75px solid #000; border-bottom: 3px double #000 }',
  cells:
    'td, th { padding: 1px 6px; border-bottom: 0.75px solid #cfcfcf } td.amount { border-left: 1px solid #222; border-right: 1px solid #222 } .heads th { background: #d6dfe9; border: 0.75px solid #444 } .subtotal td { background: #f0f0f0; border-top: 0.75px solid #444; border-bottom: 0.75px solid #444 } .total td { background: #d6dfe9; border-top: 1px solid #000; border-bottom: 3px double #000 }',
  coloured:
    'td, th { padding: 3px 5px } .line td, .subtotal td { border-bottom: 0.75px solid #a9bcc4 } .heads th { color: #2b5566; font-weight: normal; border-bottom: 2px solid #2b5566 } td:not(.amount) + td.amount { font-weight: bold } .total td { color: #2b5566; border-bottom: 2px solid #2b5566 }',
  spaced_leaders:
    'td, th { padding: 1.5px 4px } .subtotal .amount, .total .amount { border-top: 0.75px solid #000 } .total .amount { border-bottom: 3px double #000 }',
  columned:
    'table { border-collapse: separate; border-spacing: 7px 0 } td, th { padding: 2.5px 4px } td.amount, th.amount { background: #ebebeb; width: 13% } td.note, th.note { width: 6% } .subtotal td { padding-bottom: 8px } .total td { border-top: 1px solid #000; border-bottom: 1px solid #000 }',
  grey_sums:
    'td, th { padding: 1.5px 6px } .heads th { padding-bottom: 6px } .subtotal td { background: #f0f0f0 } .total td { background: #e0e0e0; border-top: 1px solid #000 }',
  underlined_heads:
    'td, th { padding: 1px 7px } .heads th { font-weight: normal; text-decoration: underline } tr:has(+ .subtotal) .amount, tr:has(+ .total) .amount { text-decoration: underline } .total .amount { text-decoration: underline double } .subtotal td { padding-bottom: 9px }',
  striped:
    'td, th { padding: 3px 5px } .line:nth-child(even) td { background: #e9f0e4 } .heads th { color: #3d6b2a; border-bottom: 1.5px solid #3d6b2a } .subtotal .amount { border-top: 0.75px solid #3d6b2a } .total td { border-top: 1.5px solid #3d6b2a; border-bottom: 1.5px solid #3d6b2a }',
  heavy_heads:
    'td, th { padding: 1.5px 5px } .heads th { border-bottom: 2px solid #000; padding-bottom: 3px } .line:has(+ .subtotal) .amount, .line:has(+ .total) .amount { border-bottom: 0.75px solid #000 } .subtotal td { padding-bottom: 7px } .total td { padding-top: 5px; padding-bottom: 6px }',
  pale_heads:
    'td, th { padding: 3px 6px; border-bottom: 0.75px solid #b9c7d0 } .heads th { background: #cfe0ea; border-bottom: 1px solid #1f5b7a } .subtotal td { border-top: 0.75px solid #1f5b7a; border-bottom: 0.75px solid #1f5b7a } .total td { background: #e6eef3; border-top: 1px solid #1f5b7a; border-bottom: 1px solid #1f5b7a }',
  program_sums:
    'td, th { padding: 1.5px 4px } .heads th { padding-bottom: 9px } .of-note table + table { margin-top: 9px } .subtotal .amount { border-top: 0.75px solid #000 } .subtotal td { padding-bottom: 11px } .total .amount { border-top: 0.75px solid #000 } .total td { padding-bottom: 14px }',
  printed_rules:
    'td, th { padding: 2px 6px } .heads th { border-top: 1px solid #000; border-bottom: 1px solid #000; font-weight: normal; font-style: italic } .subtotal td.amount { border-top: 0.75px solid #000 } .subtotal td { padding-bottom: 6px } .total td { border-top: 1px solid #000; border-bottom: 1px solid #000 }',
  office:
    'td, th { padding: 2px 7px 2px 3px } .heads th { border-bottom: 1px solid #7f7f7f } .subtotal td { border-top: 0.75px solid #7f7f7f; padding-bottom: 8px } .total td { border-top: 0.75px solid #000; border-bottom: 3px double #000 }',
  shaded_totals:
    'td, th { padding: 1.5px 5px } .heads th { border-top: 1.5px solid #1d4f91; border-bottom: 1.5px solid #1d4f91 } .subtotal .amount { border-top: 0.75px solid #000 } .subtotal td { padding-bottom: 9px } .total td { background: #d3deec; padding-top: 3px; padding-bottom: 3px }',
  rules_between:
    'td, th { padding: 2.5px 6px; border-bottom: 0.75px solid #000 } .heads th { border-top: 1.5px solid #000; border-bottom: 1.5px solid #000 } .section td { border-bottom: none } .total td { border-top: 1.5px solid #000; border-bottom: 1.5px solid #000 }',
  typed_leaders: TYPED,
  soft_bands:
    'td, th { padding: 3px 6px } .line td { border-bottom: 0.75px solid #e3e8e5 } .section td { background: #dfeae4 } .heads th { color: #245c47; border-bottom: 1px solid #245c47 } .subtotal td { border-top: 0.75px solid #245c47; padding-bottom: 7px } .total td { border-top: 2px solid #245c47 }',
  dashed:
    'td, th { padding: 2px 5px } .line td { border-bottom: 1px dashed #777 } .heads th { border-bottom: 1px solid #000; font-weight: normal } .subtotal td { padding-bottom: 9px } .total td { border-top: 1px solid #000; border-bottom: 1px dashed #000 }',
  boxed_sums:
    'table { border-collapse: separate; border-spacing: 4px 1px } td, th { padding: 1.5px 5px } .heads th.amount { border-bottom: 0.75px solid #000 } .subtotal .amount { border: 0.75px solid #000 } .total .amount { border: 1.5px solid #000 }',
  label_column:
    'td, th { padding: 3px 7px } td.label, th.label { background: #efefef } .heads th { border-bottom: 1px solid #555; font-style: italic } .subtotal td { border-top: 0.75px solid #777 } .total td { border-top: 1.5px solid #000; border-bottom: 1.5px solid #000 }',
  overlined:
    'td, th { padding: 2px 8px } .heads th { padding-bottom: 5px } .subtotal .amount { border-top: 0.75px solid #000 } .subtotal td { padding-bottom: 10px } .total .amount { border-top: 3px double #000 } .total td { padding-bottom: 12px }',
  two_rules:
    'td, th { padding: 2px 5px } .heads th { border-bottom: 3px double #5a6b2f; color: #5a6b2f } .subtotal td { border-top: 0.75px dotted #444; padding-bottom: 6px } .total td { border-top: 0.75px solid #000; border-bottom: 3px double #5a6b2f }',
  tight:
    'td, th { padding: 0 3px; line-height: 1.12 } .total .amount { border-top: 1px solid #000; border-bottom: 3px double #000 }',
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
    ${TABLE[family.table]} ${HEADINGS[family.headings]} ${SECTIONS[family.sectionStyle]} ${SUMS[family.sums]}
    ${family.table.endsWith('leaders') ? leaders : ''}
    ${family.letters === 'capitals' ? 'table, h2, h3, p.unit, .running { text-transform: uppercase }' : ''}
    .margin-note.sheet-heads { margin-bottom: 10px } .table-title { font-size: 1.15em } p.unit.to-right { text-align: right; width: ${family.tableWidth}% } p.under-title { margin-bottom: 12px } .edge { display: flex; justify-content: space-between; gap: 5px }
    p.remark { margin: 3px 0 6px }
    ${family.noteHeads !== 'each' ? '.of-note table { table-layout: fixed }' : ''}`
}
