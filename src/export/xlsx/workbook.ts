import type { ExportedFile } from '../exported-file.js'
import { zipChunks } from '../zip.js'
import { type Cell, escapeXml, type Link, rowXml, type Sheet, sheetClosing, sheetOpening } from './sheet.js'
import { stylesXml } from './style.js'

/** Excel takes 1 048 576 rows and 65 530 links in a sheet; the rest goes on in the next one. */
const mostRows = 1_000_000
const mostLinks = 65_000
const rowsInChunk = 200

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const documentTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An Office Open XML workbook (ECMA-376), sheet after sheet; nothing in it tells when or where it was made. */
export function workbookChunks(sheets: Iterable<Sheet>): Generator<Uint8Array> {
  return zipChunks(parts(sheets))
}

function* parts(sheets: Iterable<Sheet>): Generator<ExportedFile> {
  const names: string[] = []
  for (const sheet of sheets) {
    const rows = sheet.rows[Symbol.iterator]()
    const rest = { next: rows.next() }
    for (let part = 1; part === 1 || rest.next.done !== true; part++) {
      names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`)
      yield* sheetParts(sheet, names.length, rows, rest)
    }
  }
  yield file('xl/styles.xml', stylesXml())
  yield* frame(names)
}

/** One sheet and where its links lead; takes rows until there are no more, or no more fit. */
function* sheetParts(
  sheet: Sheet,
  number: number,
  rows: Iterator<readonly Cell[]>,
  rest: { next: IteratorResult<readonly Cell[]> },
): Generator<ExportedFile> {
  const links: Link[] = []
  let addresses: string[] = []
  yield {
    name: `xl/worksheets/sheet${number}.xml`,
    *chunks() {
      yield sheetOpening(sheet)
      let text = ''
      for (let row = 1; rest.next.done !== true && row <= mostRows && links.length < mostLinks; row++) {
        text += rowXml(rest.next.value, row, links)
        if (row % rowsInChunk === 0) {
          yield text
          text = ''
        }
        rest.next = rows.next()
      }
      addresses = [...new Set(links.map(({ address }) => address))]
      yield text + sheetClosing(links, addresses)
    },
  }
  if (addresses.length === 0) return
  const targets = addresses.map(
    (address, index) =>
      `<Relationship Id="rId${index + 1}" Type="${documentTypes}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
  )
  yield file(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(targets))
}

/** What holds the sheets together. */
function* frame(names: readonly string[]): Generator<ExportedFile> {
  const overrides = names.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetMedia}.worksheet+xml"/>`,
  )
  yield file(
    '[Content_Types].xml',
    `${header}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetMedia}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetMedia}.styles+xml"/>${overrides.join('')}</Types>`,
  )
  const entry = `<Relationship Id="rId1" Type="${documentTypes}/officeDocument" Target="xl/workbook.xml"/>`
  yield file('_rels/.rels', relationships([entry]))
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  yield file(
    'xl/workbook.xml',
    `${header}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${documentTypes}"><sheets>${sheets.join('')}</sheets></workbook>`,
  )
  const targets = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${documentTypes}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${documentTypes}/styles" Target="styles.xml"/>`
  yield file('xl/_rels/workbook.xml.rels', relationships([...targets, styles]))
}

function relationships(entries: readonly string[]): string {
  return `${header}<Relationships xmlns="${packageTypes}/relationships">${entries.join('')}</Relationships>`
}

function file(name: string, text: string): ExportedFile {
  return { name, chunks: () => [text] }
}
