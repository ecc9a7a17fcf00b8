import { expect, test } from 'vitest'
import { readPlainText } from '../../src/ocr/read-plain-text.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a page at each form feed, lines as they stand', () => {
  const pages = readPlainText(bytes('Sida 1\r\n\tSumma  14\r\n\f4. Balansräkning\n'))
  expect(pages.map(({ number, lines }) => [number, lines])).toEqual([
    [1, ['Sida 1', '\tSumma  14']],
    [2, ['4. Balansräkning']],
  ])
})

test('where an archive marked its pages by a space before their first line', () => {
  const text = ['Förvaltningsberättelse', ...Array.from({ length: 30 }, (_, i) => `rad ${i}`)]
  const pages = readPlainText(bytes([...text, ' Resultaträkning', ...text].join('\n')))
  expect(pages.map(({ lines }) => lines[0])).toEqual(['Förvaltningsberättelse', 'Resultaträkning'])
})

test('an indented text is one page', () => {
  const indented = Array.from({ length: 30 }, (_, i) => ` rad ${i}`).join('\n')
  expect(readPlainText(bytes(indented))).toHaveLength(1)
})

test('what is not UTF-8 is read as Windows-1252, and said', () => {
  const [page] = readPlainText(new Uint8Array([0xc5, 0x72, 0x65, 0x74, 0x73]))
  expect(page?.lines).toEqual(['Årets'])
  expect(page?.issues).toHaveLength(1)
})

test('controls that no page prints are gone', () => {
  expect(readPlainText(bytes('Sum\u0000ma'))[0]?.lines).toEqual(['Summa'])
})
