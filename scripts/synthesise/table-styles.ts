const TYPED =
  'td, th { padding: 0 3px } .strokes { text-align: right; line-height: 0.7; white-space: nowrap } .strokes.low { padding-bottom: 7px; line-height: 0.45 }'
/** The rules of the style sheet for tables, by the name of the style. */
export const TABLE_STYLES = {
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
  // White on a dark band, a frame around all, a coloured rule under heads, grey bars
  plum_heads:
    'td, th { padding: 3px 6px } .heads th { background: #5b3a63; color: #fff; font-weight: normal } .line td { border-bottom: 0.75px solid #d9cfdc } .subtotal .amount { border-top: 0.75px solid #5b3a63 } .subtotal td { padding-bottom: 8px } .total td { border-top: 1.5px solid #5b3a63; border-bottom: 1.5px solid #5b3a63 }',
  outer_frame:
    'table { border: 1px solid #000 } td, th { padding: 2px 8px } .heads th { border-bottom: 1px solid #000; background: #f3f3f3 } .section td { border-top: 0.75px solid #000 } .subtotal td { border-top: 0.75px dotted #000 } .total td { border-top: 1px solid #000; border-bottom: 1px solid #000 }',
  red_heads:
    'td, th { padding: 2.5px 5px } .heads th { border-bottom: 2.5px solid #a3231b } .subtotal td { background: #f6eceb } .total td { border-top: 1px solid #a3231b; border-bottom: 1px solid #a3231b }',
  grey_bars:
    'td, th { padding: 1.5px 6px } .heads th { background: #d9d9d9; border-top: 1px solid #000; border-bottom: 1px solid #000 } .subtotal .amount { border-top: 0.75px solid #000 } .subtotal td { padding-bottom: 8px } .total td { background: #d9d9d9; border-top: 1px solid #000; border-bottom: 1px solid #000 }',
  // The year's column between two rules, dots over sums
  current_boxed:
    'td, th { padding: 3px 8px } .heads th { color: #1b6e3c; border-bottom: 1px solid #1b6e3c } th:not(.amount) + th.amount, td:not(.amount) + td.amount { border-left: 0.75px solid #1b6e3c; border-right: 0.75px solid #1b6e3c; font-weight: bold } .subtotal td { border-top: 0.75px solid #9dbfa9 } .total td { border-top: 1px solid #1b6e3c; border-bottom: 2px solid #1b6e3c }',
  dotted_sums:
    'td, th { padding: 2px 7px } .heads th { font-weight: normal; font-style: italic; padding-bottom: 6px } .subtotal .amount { border-top: 1px dotted #000 } .subtotal td { padding-bottom: 8px } .total .amount { border-top: 1px solid #000; border-bottom: 1px dotted #000 } .total td { padding-bottom: 5px }',
  // White on black in a grid
  dark_grid:
    'td, th { border: 0.75px solid #666; padding: 1.5px 6px } .heads th { background: #262626; color: #fff } .subtotal td { background: #f2f2f2 } .total td { border-top: 3px double #000 }',
} as const

/** The name of a style of tables. */
export type TableStyle = keyof typeof TABLE_STYLES
