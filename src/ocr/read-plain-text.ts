import type { PlainPage } from '../model/page.js'

// " 4. Balansräkning": some archives put one space before the first line of a page, and no other mark
const spacedLine = /^ \S/u
/** If more lines than this share begin so, the text is indented, not parted. */
const mostSpacedShare = 0.1

/** The pages of an archived text: its lines as they stand, a page at each form feed or at each page's own mark. */
export function readPlainText(bytes: Uint8Array): PlainPage[] {
  const { text, issues } = decode(bytes)
  const pages = text.includes('\f') ? splitAtFormFeeds(text) : splitAtSpacedLines(text)
  return pages.map((lines, index) => ({ kind: 'plain', number: index + 1, lines, issues }))
}

function splitAtFormFeeds(text: string): string[][] {
  const pages = text.split('\f')
  if (pages.at(-1)?.trim() === '') pages.pop()
  return pages.map(toLines)
}

function splitAtSpacedLines(text: string): string[][] {
  const lines = toLines(text)
  const spaced = lines.filter((line) => spacedLine.test(line)).length
  if (spaced === 0 || spaced > mostSpacedShare * lines.length) return [lines]
  const pages: string[][] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || spacedLine.test(line)) pages.push([])
    pages.at(-1)?.push(spacedLine.test(line) ? line.slice(1) : line)
  }
  return pages
}

function toLines(text: string): string[] {
  return text.replace(/\n$/u, '').split('\n')
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
