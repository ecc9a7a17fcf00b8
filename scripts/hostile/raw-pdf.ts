/** The body of one object: PDF syntax in Latin 1, or bytes that hold a stream. */
export type RawObject = string | Uint8Array

/** A PDF of these objects, numbered from 1, with a true index; what the trailer says besides its size is given. */
export function rawPdf(objects: readonly RawObject[], trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe5\xe4\xf6\n', 'latin1')]
  let length = parts[0]!.length
  const offsets = objects.map((object, index) => {
    const at = length
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
    return at
  })
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  const index = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`
  parts.push(Buffer.from(`${index}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** A stream object; `entries` are those of its dictionary but for the length. */
export function stream(content: string | Uint8Array, entries = ''): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

/** Rows of a small Swedish statement that adds up: label, this year, the year before. */
const rows: readonly (readonly [string, string, string])[] = [
  ['Resultaträkning för föreningen, kronor', '2019', '2018'],
  ['Verksamhetens intäkter', '1 784 000', '1 920 646'],
  ['Verksamhetens kostnader', '-1 649 895', '-1 590 095'],
  ['Årets resultat', '134 105', '330 551'],
]
const lines = [
  'Föreningen Hemmet, org.nr 802002-4280',
  'Årsredovisning för räkenskapsåret 2019-01-01 – 2019-12-31',
  'Styrelsen för föreningen avger härmed årsredovisning för räkenskapsåret.',
  'Förvaltningen har skötts på ett sätt som inte ger anledning till anmärkning.',
  'Föreningens medlemmar betalade avgifter för medlemskap, lokaler och övriga kostnader.',
]

/** Content that prints the statement in the font `/F1`, on a page of 595 by 842 points. */
export const statementContent = [
  'BT /F1 11 Tf',
  ...lines.map((text, index) => shown(text, 50, 790 - 20 * index)),
  ...rows.flatMap(([label, ...values], row) => [
    shown(label, 50, 700 - 24 * row),
    ...values.map((value, column) => shown(value, 320 + 110 * column, 700 - 24 * row)),
  ]),
  'ET',
].join('\n')

/** A Latin 1 font that every reader has. */
export const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** A PDF of so many pages, the one content on all of them or each its own. */
export function pagesPdf(count: number, contents: readonly string[] = [statementContent]): Buffer {
  const first = 4 + contents.length
  const kids = Array.from({ length: count }, (_, page) => `${first + page} 0 R`)
  const font = '/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>'
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${count} >>`,
    helvetica,
    ...contents.map((content) => stream(content)),
    ...kids.map((_, page) => `<< /Type /Page /Parent 2 0 R ${font} /Contents ${4 + (page % contents.length)} 0 R >>`),
  ])
}

/** A PDF of one page that prints the statement; `page` and `catalog` are further entries, `more` objects from 6 on. */
export function statementPdf({
  page = '/MediaBox [0 0 595 842]',
  catalog = '',
  content = statementContent as string | Uint8Array,
  more = [] as readonly RawObject[],
  trailer = '/Root 1 0 R',
} = {}): Buffer {
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R ${page} >>`,
      helvetica,
      typeof content === 'string' ? stream(content) : content,
      ...more,
    ],
    trailer,
  )
}

function shown(text: string, x: number, y: number): string {
  // a dash of Windows-1252 that Latin 1 has no place for
  return `1 0 0 1 ${x} ${y} Tm (${text.replaceAll('–', '\x96').replaceAll('(', '\\(').replaceAll(')', '\\)')}) Tj`
}
