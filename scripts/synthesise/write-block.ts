/** A block keeps together on a sheet; a `fresh` one begins a sheet, a `blank` one is a sheet with nothing on it. */
export function writeBlock(html: string, kind: 'fresh' | 'flow' | 'blank', className = ''): string {
  return `<section class="block ${className}" data-kind="${kind}">${html}</section>`
}
