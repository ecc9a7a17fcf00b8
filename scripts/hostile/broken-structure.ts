import { helvetica, rawPdf, statementContent, statementPdf, stream } from './raw-pdf.js'

const whole = statementPdf()
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const changed = (change: (text: string) => string) => Buffer.from(change(latin1(whole)), 'latin1')
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>'

/** PDFs whose index, tree or objects are wrong: what a reader can rebuild, and what leads it in circles. */
export const brokenStructure = {
  'whole.pdf': () => whole,
  'index-elsewhere.pdf': () => changed((text) => text.replace(/startxref\n\d+/, 'startxref\n7')),
  'index-wrong.pdf': () => changed((text) => text.replace(/\d{10} 00000 n/g, '0000000123 00000 n')),
  'no-trailer.pdf': () => changed((text) => `${text.slice(0, text.indexOf('xref\n'))}%%EOF\n`),
  'junk-before.pdf': () => Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), whole]),
  'junk-after.pdf': () => Buffer.concat([whole, Buffer.alloc(5000, '\n<html></html>')]),
  'lost-linearisation.pdf': () =>
    changed((text) =>
      text.replace('%\xe5', '9 0 obj\n<< /Linearized 1 /L 99999 /H [1 2] /O 3 /E 9 /N 1 /T 5 >>\nendobj\n%\xe5'),
    ),
  'cut-short.pdf': () => whole.subarray(0, whole.length * 0.3),
  'tree-loop.pdf': () =>
    rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
  'count-million.pdf': () => changed((text) => text.replace('/Count 1 ', '/Count 1000000 ')),
  'count-negative.pdf': () => changed((text) => text.replace('/Count 1 ', '/Count -7 ')),
  'length-of-itself.pdf': () =>
    rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page,
      helvetica,
      `<< /Length 5 0 R >>\nstream\n${statementContent}\nendstream`,
    ]),
  'form-of-itself.pdf': () =>
    statementPdf({
      page: '/MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>',
      content: stream(`${statementContent}\n/X Do`),
      more: [
        stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>'),
      ],
    }),
  'objects-of-itself.pdf': () =>
    statementPdf({
      more: [stream('6 0 7 5 << >> << >>', '/Type /ObjStm /N 2 /First 8 /Extends 6 0 R')],
      catalog: '/Names 7 0 R',
    }),
  'nested.pdf': () => statementPdf({ catalog: `/Nested ${'['.repeat(200_000)}${']'.repeat(200_000)}` }),
  'no-pages.pdf': () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
  'no-content.pdf': () => statementPdf({ content: stream('') }),
  'no-catalogue.pdf': () => rawPdf(['<< /Type /Nothing >>']),
} satisfies Record<string, () => Uint8Array>
