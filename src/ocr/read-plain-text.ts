import type { PlainPage } from '../model/page.js'

// "Sida 3 av 12\f4. Balansräkning": a form feed parts two pages
const pageBreak = /\f/u
// "…\n Balansräkning\n": where archives lost the form feed, a single space is left of it before a page's first line
const lostPageBreak = /\n(?= \S)/u

/** The pages of an archived text: its lines as they stand, a page at each form feed. */
export function readPlainText(bytes: Uint8Array): PlainPage[] {
  const { text, issues } = decode(bytes)
  const pages = text.split(pageBreak.test(text) ? pageBreak : lostPageBreak)
  if (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop()
  return pages.map((page, index) => ({
    kind: 'plain',
    number: index + 1,
    lines: page.replace(/\n$/u, '').split('\n'),
    issues,
  }))
}

function decode(bytes: Uint8Array): { text: string; issues: string[] } {
  const issues: string[] = []
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
    issues.push('not UTF-8: read as Windows-1252')
  }
  // "Summa\r\nintäkter\u0000": line ends as one, and what no page prints gone
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return { text: text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000b\u000e-\u001f]/gu, ''), issues }
}
