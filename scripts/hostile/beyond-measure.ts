import { deflateSync } from 'node:zlib'
import { statementPdf, stream } from './raw-pdf.js'

const pagesOf =
  (mediaBox: string, more = '') =>
  () =>
    statementPdf({ page: `/MediaBox [${mediaBox}] ${more}` })

/** One bit a pixel, all of it white but for the first row. */
function imageBomb(side: number): Buffer {
  const bits = Buffer.alloc((side >> 3) * side, 0xff)
  bits.fill(0, 0, side >> 3)
  const entries = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray`
  return statementPdf({
    page: '/MediaBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>',
    content: stream('q 595 0 0 842 0 0 cm /X Do Q'),
    more: [stream(deflateSync(bits), `${entries} /Filter /FlateDecode`)],
  })
}

/** PDFs that ask for more room or time than any page needs, and pages of odd sizes that are sound. */
export const beyondMeasure = {
  'content-bomb.pdf': () => {
    const content = deflateSync(Buffer.alloc(150_000_000, '0 0 m 1 1 l S '), { level: 9 })
    return statementPdf({ content: stream(content, '/Filter /FlateDecode') })
  },
  'image-bomb.pdf': () => imageBomb(30_000),
  'page-million.pdf': pagesOf('0 0 1000000 1000000'),
  'page-million-drawn.pdf': () =>
    statementPdf({
      page: '/MediaBox [0 0 1000000 1000000]',
      content: '<< /Length 15 >>\nstream\n0 0 9 9 re f    \nendstream',
    }),
  'page-negative.pdf': pagesOf('-595 -842 0 0'),
  'page-without-area.pdf': pagesOf('0 0 0 0'),
  'page-reversed.pdf': pagesOf('595 842 0 0'),
  'page-no-number.pdf': pagesOf('0 0 wide high'),
  'user-unit.pdf': pagesOf('0 0 595 842', '/UserUnit 50'),
  'user-unit-huge.pdf': pagesOf('0 0 595 842', '/UserUnit 1000000'),
  'turned.pdf': pagesOf('0 0 595 842', '/Rotate 90'),
  'turned-oddly.pdf': pagesOf('0 0 595 842', '/Rotate 33'),
  'cropped.pdf': pagesOf('-300 -300 900 1200', '/CropBox [0 0 595 842]'),
} satisfies Record<string, () => Uint8Array>
