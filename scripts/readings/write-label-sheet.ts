import type { Family } from '../synthesise/family.js'
import { writeStyle } from '../synthesise/page-style.js'

/** A sheet with one label a line, in the family's font at so many CSS pixels. */
export function writeLabelSheet(labels: readonly string[], family: Family, size: number): string {
  const blocks = labels.map(
    (label) => `<div class="block" data-kind="flow">${label.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</div>`,
  )
  const style = `${writeStyle({ ...family, size })} .block { margin: 0 0 1px; white-space: nowrap; line-height: 1.15 }`
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><style>${style}</style></head><body data-name="" data-number="" data-notes="single">${blocks.join('')}</body></html>`
}
