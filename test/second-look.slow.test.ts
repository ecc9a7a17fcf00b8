import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { goldenFixtures } from '../scripts/golden/golden-fixtures.js'
import { openDocument } from '../src/inbox/open-document.js'
import type { MediaType } from '../src/model/media-type.js'
import type { Page } from '../src/model/page.js'
import type { SettledReport } from '../src/model/settled.js'
import { readAgain } from '../src/ocr/read-again.js'
import { readDocument } from '../src/ocr/read-document.js'
import { findDoubtfulWords } from '../src/parse/doubtful-words.js'
import { parseReports } from '../src/parse/parse-reports.js'
import { type LookingStages, takeSecondLook } from '../src/second-look.js'
import { parsingWords } from './support/parsing-words.js'
import { settleOrganisation } from './support/settle.js'
import { Workplace } from './support/workplace.js'

const options = { engine: 'js', jobs: 1, allPages: false } as const

const parse = (pages: readonly Page[]) => parseReports(pages, parsingWords)

/** What a document comes to as it was read, and after a second look at the pages that are named. */
async function lookTwice(bytes: Buffer, mediaType: MediaType, pages: readonly Page[], wanted: readonly number[]) {
  const stages: LookingStages = {
    parseReports: parse,
    settleOrganisation,
    findDoubtfulWords: (page, tables) => findDoubtfulWords(page, tables, parsingWords),
    readAgain: (document, type, doubtful) =>
      readAgain(
        document.bytes,
        type,
        doubtful.filter(({ page }) => wanted.includes(page.number)),
        options,
      ),
  }
  const place = new Workplace()
  try {
    const document = openDocument(place.write('document', bytes), 10_000_000)!
    const looked = await takeSecondLook(pages, document, mediaType, stages)
    return { before: settle(pages), after: settle(looked), looked }
  } finally {
    place.remove()
  }
}

function settle(pages: readonly Page[]): SettledReport {
  return settleOrganisation([{ id: 'a', report: parse(pages)[0]! }])[0]!
}

/** A row's figure as it came out, with its status; `note` where it stands in one. */
function figure({ report, judgements }: SettledReport, label: RegExp, column: number, note?: string) {
  for (const [t, table] of report.tables.entries()) {
    if (note !== undefined && table.note !== note) continue
    const row = table.rows.findIndex((one) => label.test(one.label ?? ''))
    const amount = table.rows[row]?.cells[column]
    if (amount) return { value: amount.value, raw: amount.raw, status: judgements[t]![row]![column]!.status }
  }
  return undefined
}

describe('a worn fax is looked at again where it is in doubt', async () => {
  const bytes = readFileSync(fileURLToPath(new URL('../fixtures/scans/leaders_2009_fax.pdf', import.meta.url)))
  const recorded = goldenFixtures()
    .find(({ name }) => name === 'leaders_2009_fax')!
    .pages()
  const without = new Set(recorded.map(({ number }) => number).filter((number) => number !== 6))
  const read = await readDocument(bytes, 'application/pdf', { ...options, without })
  const pages = recorded.map((page) => read.pages.find(({ number }) => number === page.number) ?? page)
  const { before, after, looked } = await lookTwice(bytes, 'application/pdf', pages, [6])

  test('figures that were misread come right', () => {
    expect(figure(before, /Revision/, 1, '2')).toMatchObject({ value: 276 })
    expect(figure(after, /Revision/, 1, '2')).toMatchObject({ value: 1276 })
  })

  test('a figure of which the second reader has a digit less, and the print no more, needs no further look', () => {
    const told = { value: 86, raw: '806', status: 'unverified' }
    expect(figure(before, /semesterlöner/, 0, '4')).toEqual(told)
    expect(figure(after, /semesterlöner/, 0, '4')).toMatchObject({ value: told.value, status: told.status })
  })

  test('what the document misprints comes out as it is printed, and in doubt', () => {
    expect(figure(before, /Region Västerdal/, 0, '1')).toMatchObject({ value: 8133 })
    expect(figure(after, /Region Västerdal/, 0, '1')).toMatchObject({ value: 8143, status: 'suspect' })
    const sum = after.checks.find(({ rule, note, verdict }) => rule === 'note_sum' && note === '1' && verdict !== 'ok')
    expect(sum?.verdict).toBe('mismatch')
    expect(after.repairs.filter(({ before }) => before === 8143)).toEqual([])
  })

  test('a name has the ring again that was lost', () => {
    const named = ({ report }: SettledReport) =>
      report.tables.flatMap(({ rows }) => rows.flatMap(({ label }) => /\bSten.sen\b/u.exec(label ?? '')?.[0] ?? []))
    expect(named(before)).toEqual(['Stenasen'])
    expect(named(after)).toEqual(['Stenåsen'])
  })

  test('what was read first stays, each further look beside it under its own name', () => {
    const [first, again] = [pages, looked].map((all) => all.find(({ number }) => number === 6)!)
    expect(again).toEqual({ ...first, again: expect.any(Array) })
    const ways = (again!.kind === 'picture' ? again!.again! : []).map(({ said }) => said.map(({ reader }) => reader))
    const ofFigures = ways.filter((names) => names.some((name) => name.includes(' eng ')))
    expect(ofFigures.length).toBeGreaterThan(10)
    expect(new Set(ofFigures.map((names) => names.join()))).toHaveProperty('size', 1)
    expect(new Set(ofFigures[0])).toHaveProperty('size', 4)
  })

  test('and looked at no third time', async () => {
    const third = await lookTwice(bytes, 'application/pdf', looked, [6])
    expect(third.looked).toEqual(looked)
  })
})

/** A page that is printed clearly, whose operating costs have two digits swapped. */
async function printMisprint(): Promise<Buffer> {
  const rows = [
    ['Årsavgifter och hyror', '3 986 204', '3 871 950'],
    ['Övriga rörelseintäkter', '41 873', '38 264'],
    ['Summa rörelseintäkter', '4 028 077', '3 910 214'],
    ['Driftskostnader', '-2 631 590', '-2 514 087'],
    ['Personalkostnader', '-184 366', '-179 241'],
    ['Avskrivningar', '-497 105', '-497 105'],
    ['Summa rörelsekostnader', '-3 295 061', '-3 190 433'],
    ['Rörelseresultat', '733 016', '719 781'],
  ]
  const text = (x: number, y: number, words: string, anchor = 'start'): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="30">${words}</text>`
  const lines = rows.flatMap(([label, now, before], at) => [
    text(150, 420 + at * 62, label!) +
      text(1080, 420 + at * 62, now!, 'end') +
      text(1420, 420 + at * 62, before!, 'end'),
  ])
  const head =
    text(150, 260, 'Resultaträkning, kr') + text(1080, 340, '2020-12-31', 'end') + text(1420, 340, '2019-12-31', 'end')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339" font-family="DejaVu Sans"><rect width="100%" height="100%" fill="white"/>${head}${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten({ background: 'white' }).toColourspace('b-w').png().toBuffer()
}

test('a misprint that is read alike each time stays, and its check says that it was read again', async () => {
  const bytes = await printMisprint()
  const { pages } = await readDocument(bytes, 'image/png', options)
  const { before, after } = await lookTwice(bytes, 'image/png', pages, [1])
  const broken = (settled: SettledReport) => settled.checks.filter(({ verdict }) => verdict === 'mismatch')
  expect(figure(after, /Driftskostnader/, 0)).toMatchObject({ value: -2_631_590, status: 'suspect' })
  expect(after.repairs.filter(({ decision }) => decision === 'auto')).toEqual([])
  expect(broken(before)).toHaveLength(1)
  expect(broken(before)[0]!.explanation).toContain('read alike twice, so it looks misprinted')
  expect(broken(after)[0]!.explanation).toContain(
    'read again, each by itself, and are read alike, so it looks misprinted',
  )
})
