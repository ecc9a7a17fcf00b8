import { describe, expect, test } from 'vitest'
import { FAMILIES, findFamily } from '../../scripts/synthesise/families.js'
import { makeGold } from '../../scripts/synthesise/gold.js'
import { KINDS, makeSeries } from '../../scripts/synthesise/make-series.js'
import { luhnDigit } from '../../scripts/synthesise/names.js'
import { UNIT_WORDS } from '../../scripts/synthesise/print-words.js'
import { writeHtml } from '../../scripts/synthesise/write-html.js'

const plan = { firstYear: 2012, years: 3, unit: 'kr', rounded: false, plantedShare: 0, chapters: false } as const
const seeds = Array.from({ length: 12 }, (_, index) => `seed ${index}`)
const plain = findFamily('plain')

function golds(series: Parameters<typeof makeSeries>[0], family = plain) {
  const reports = makeSeries(series, family)
  return reports.map((report, index) =>
    makeGold('made.pdf', { style: '', level: '', pages: [] }, report, reports[index - 1]),
  )
}

const checksOf = (gold: ReturnType<typeof makeGold>) => gold.reports.flatMap(({ checks }) => checks)

describe.each(KINDS)('books of a %s', (kind) => {
  test('close in whole kronor, within the year and between years', () => {
    for (const seed of seeds) {
      for (const gold of golds({ ...plan, seed, kind })) {
        expect(checksOf(gold).filter(({ verdict }) => verdict !== 'ok')).toEqual([])
        expect(checksOf(gold).length).toBeGreaterThan(20)
      }
    }
  })

  test('are off by rounding alone in thousands, and now and then they are', () => {
    const verdicts = seeds
      .flatMap((seed) => golds({ ...plan, seed, kind, unit: 'tkr' }).flatMap(checksOf))
      .map((check) => check.verdict)
    expect(verdicts).not.toContain('mismatch')
    expect(verdicts.filter((verdict) => verdict === 'rounding').length).toBeGreaterThan(20)
  })

  test('never hold less than no cash', () => {
    for (const seed of seeds) {
      for (const { tables } of makeSeries({ ...plan, seed, kind }, plain)) {
        const cash = tables.flatMap(({ rows }) => rows).filter(({ key }) => key === 'cash')
        expect(cash.length).toBe(1)
        expect(Math.min(...cash.flatMap(({ cells }) => cells.map(Number)))).toBeGreaterThan(0)
      }
    }
  })

  test('a planted error breaks its own note and nothing else', () => {
    for (const seed of seeds) {
      for (const gold of golds({ ...plan, seed, kind, plantedShare: 1 })) {
        const wrong = checksOf(gold).filter(({ verdict }) => verdict !== 'ok')
        const planted = gold.reports.flatMap((report) => report.planted)
        expect(planted.length).toBe(1)
        expect(wrong.length).toBeGreaterThan(0)
        for (const check of wrong) expect([check.rule, check.note]).toEqual(['note_sum', planted[0]?.note])
      }
    }
  })
})

test('the same seed makes the same reports, another seed others', () => {
  const make = (seed: string) => JSON.stringify(makeSeries({ ...plan, seed, kind: 'coordination' }, plain))
  expect(make('a')).toBe(make('a'))
  expect(make('a')).not.toBe(make('b'))
})

test('every organisation number has its check digit', () => {
  for (const kind of KINDS) {
    for (const seed of seeds) {
      const digits = makeSeries({ ...plan, seed, kind }, plain)[0]?.orgNumber.replace('-', '') ?? ''
      expect(digits).toMatch(/^\d{10}$/)
      expect(luhnDigit(digits.slice(0, 9))).toBe(Number(digits[9]))
    }
  }
})

test.each(FAMILIES)('family $name prints every label and as many cells as the truth holds', (family) => {
  for (const kind of KINDS) {
    const [report] = makeSeries({ ...plan, seed: 'print', kind }, family)
    if (report === undefined) throw new Error('Expected a report')
    const html = writeHtml(report, family)
    const rows = report.tables.flatMap((table) => table.rows)
    for (const { label } of rows) if (label !== null) expect(html).toContain(`<span>${label}</span>`)
    expect(html.match(/<td class="amount">/g)?.length).toBe(rows.reduce((sum, { cells }) => sum + cells.length, 0))
  }
})

test.each(FAMILIES)('family $name tells the unit of its figures, and of key figures in another', (family) => {
  const words = UNIT_WORDS[family.unitWords]
  for (const kind of family.kinds) {
    const [report] = makeSeries({ ...plan, seed: 'unit', kind }, family)
    if (report === undefined) throw new Error('Expected a report')
    const html = writeHtml({ ...report, prose: [] }, family).replace(/^.*<body/s, '')
    for (const unit of new Set(report.tables.map((table) => table.unit))) {
      // `Belopp i kr<`, and not `kr` in `skriva`
      expect(html).toMatch(new RegExp(`(?<!\\p{L})${words[unit]}(?!\\p{L})`, 'u'))
    }
  }
})

test('notes stand once, under the statement that calls for them', () => {
  const family = findFamily('charity')
  const [report] = makeSeries({ ...plan, seed: 'notes', kind: 'foundation' }, family)
  if (report === undefined) throw new Error('Expected a report')
  const html = writeHtml(report, family)
  const balance = html.indexOf('<h2>Balansräkning')
  const first = (number: string | null) => html.indexOf(`<h3>Not ${number} –`)
  for (const statement of report.tables.filter(({ note }) => note === null)) {
    for (const { noteRef } of statement.rows.filter((row) => row.noteRef !== null)) {
      expect(html.split(`<h3>Not ${noteRef} –`).length).toBe(2)
      expect(first(noteRef) > balance).toBe(statement.kind === 'balance_sheet')
    }
  }
})

test('a family that prints the year alone has no figures of another year, and its sums still close', () => {
  const family = findFamily('society')
  for (const gold of golds({ ...plan, seed: 'alone', kind: 'society' }, family)) {
    const ends = gold.reports.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns))
    expect(new Set(ends.map(({ period_end }) => period_end))).toEqual(new Set([gold.reports[0]?.period_end]))
    expect(checksOf(gold).filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    expect(checksOf(gold).length).toBeGreaterThan(15)
  }
})

test.each([
  ['economist', ['budget', 'actual']],
  ['spreadsheet', ['actual', 'budget']],
] as const)(
  'a result that %s prints with its budget has what lies between them, and each column closes',
  (name, first) => {
    const family = findFamily(name)
    for (const kind of family.kinds) {
      const [report] = makeSeries({ ...plan, seed: 'variance', kind }, family)
      const result = report?.tables.find((table) => table.kind === 'income_statement')
      const scenarios = result?.columns.map(({ scenario }) => scenario) ?? []
      expect(scenarios).toEqual([...first, 'variance', 'actual'])
      const [planned, actual] = [scenarios.indexOf('budget'), scenarios.indexOf('actual')]
      for (const { cells } of result?.rows ?? []) expect(cells[2]).toBe(Number(cells[actual]) - Number(cells[planned]))
      const checks = golds({ ...plan, seed: 'variance', kind }, family).flatMap(checksOf)
      const between = checks.filter(({ scenario }) => scenario === 'variance')
      expect(between.length).toBeGreaterThan(3)
      expect(between.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    }
  },
)

test("a group that prints its statements apart has its own and then its parent's, and both in each note", () => {
  const family = findFamily('chartered-auditors')
  const make = (entities: typeof family.entities) =>
    makeSeries({ ...plan, seed: 'apart', kind: 'group' }, { ...family, entities })[0]?.tables ?? []
  const [apart, beside] = [make('apart'), make('beside')]
  const statements = apart.filter(({ note }) => note === null)
  expect(statements.map(({ title }) => title)).toEqual([
    'Koncernens resultaträkning',
    'Koncernens balansräkning',
    'Koncernens finansieringsanalys',
    'Moderbolagets resultaträkning',
    'Moderbolagets balansräkning',
    'Moderbolagets finansieringsanalys',
  ])
  for (const [index, { rows }] of beside.filter(({ note }) => note === null).entries()) {
    for (const [at, { cells }] of rows.entries()) {
      const halves = [statements[index], statements[index + 3]].flatMap((table) => table?.rows[at]?.cells ?? [])
      expect(halves).toEqual(cells)
    }
  }
  expect(apart.filter(({ note }) => note !== null)).toEqual(beside.filter(({ note }) => note !== null))
})

test('days and unit stand under the title of each statement, and not of notes', () => {
  const family = findFamily('design-studio')
  const [report] = makeSeries({ ...plan, seed: 'days', kind: 'employers' }, family)
  if (report === undefined) throw new Error('Expected a report')
  const html = writeHtml(report, family)
  expect(html).toContain('<h2>Resultaträkning</h2><p class="under-title">1 januari – 31 december 2012, kr</p>')
  expect(html).toContain('<h2>Balansräkning</h2><p class="under-title">Per den 31 december 2012, kr</p>')
  expect(html).not.toMatch(/<\/h3><p class="under-title">/)
})

test('what is set aside stands under the result, and leaves what is left of it', () => {
  const family = findFamily('house-manager')
  for (const { tables } of makeSeries({ ...plan, seed: 'set aside', kind: 'housing' }, family)) {
    const rows = tables.find(({ kind }) => kind === 'income_statement')?.rows ?? []
    const [result, moved, left] = rows.slice(-3)
    expect(result?.key).toBe('result')
    for (const column of [0, 1]) {
      expect(Number(moved?.cells[column])).toBeLessThan(0)
      expect(left?.cells[column]).toBe(Number(result?.cells[column]) + Number(moved?.cells[column]))
    }
    const noted = tables.filter(
      ({ kind, loose, title }) => kind === 'note' && loose !== true && title === 'Nettoomsättning',
    )
    expect(noted.map((note) => note.rows.at(-1)?.label)).toEqual(['Summa nettoomsättning'])
  }
})

test('the employed are counted in a note of their own, and what the board was paid is no part of a sum', () => {
  const family = findFamily('town-company')
  for (const gold of golds({ ...plan, seed: 'employed', kind: 'company', plantedShare: 1 }, family)) {
    const notes = gold.reports.flatMap(({ tables }) => tables.filter(({ kind }) => kind === 'note'))
    const counted = notes.filter(({ unit }) => unit === 'count')
    expect(counted.map(({ title }) => title)).toEqual(['Medelantalet anställda'])
    expect(new Set(notes.map(({ note }) => note)).size).toBe(notes.length)
    const paid = notes.flatMap(({ rows }) => rows.filter(({ label }) => label === family.habits.ofWhich))
    expect(paid.length).toBe(1)
    for (const { cells } of paid) for (const { value } of cells) expect(value).toBeGreaterThan(0)
    expect(checksOf(gold).filter(({ verdict }) => verdict === 'mismatch').length).toBeGreaterThan(0)
  }
})

test('a family that counts öre prints them, tells them in its truth, and each sum closes to the öre', () => {
  const family = findFamily('house-office')
  const series = { ...plan, seed: 'to the öre', kind: 'housing', rounded: true } as const
  const [report] = makeSeries(series, family)
  if (report === undefined) throw new Error('Expected a report')
  const funding = report.tables.flatMap(({ rows }) => rows).find(({ key }) => key === 'funding')?.cells[0] ?? 0
  const kronor = String(Math.floor(funding / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  expect(writeHtml(report, family)).toContain(`>${kronor},${String(funding % 100).padStart(2, '0')}<`)
  const checks = golds(series, family).flatMap(checksOf)
  expect(checks.find(({ rule }) => rule === 'balance')?.expected).toBe(funding / 100)
  expect(checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
  expect(checks.length).toBeGreaterThan(30)
})

test('what untaxed reserves grow by is taken off the result before tax', () => {
  for (const { tables } of makeSeries({ ...plan, seed: 'untaxed', kind: 'company' }, findFamily('large-audit-firm'))) {
    const rowsOf = (kind: string) => tables.find((table) => table.kind === kind)?.rows ?? []
    const reserves = rowsOf('balance_sheet').find(({ label }) => label === 'Periodiseringsfonder')?.cells ?? []
    const moved = rowsOf('income_statement').find(({ section }) => section === 'Bokslutsdispositioner')?.cells ?? []
    expect(moved[0]).toBe(Number(reserves[1]) - Number(reserves[0]))
    expect(moved[0]).toBeLessThan(0)
  }
})

test('what of the equity is the result of the year stands under it and goes into no sum', () => {
  const family = findFamily('fire-brigade')
  for (const gold of golds({ ...plan, seed: 'within', kind: 'federation', unit: 'tkr' }, family)) {
    const rules = checksOf(gold).map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['result_in_equity', 'opening_equity', 'balance']))
    expect(checksOf(gold).filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
  }
})

test('what is pledged stands once in each year under the balance sheet, in words alone', () => {
  for (const family of FAMILIES.filter(({ pledges }) => pledges.length > 0)) {
    const [kind = 'company'] = family.kinds
    const [report] = makeSeries({ ...plan, seed: 'pledged', kind }, family)
    if (report === undefined) throw new Error('Expected a report')
    const html = writeHtml(report, family)
    const years = report.tables.flatMap((table) => (table.kind === 'balance_sheet' ? table.columns : []))
    expect(html.match(/>Inga</g)?.length).toBe(years.length * family.pledges.length)
    expect(html.indexOf('>Inga<')).toBeGreaterThan(html.indexOf('<h2>Balansräkning'))
  }
})

test.each(FAMILIES.filter(({ words }) => Object.keys(words).length > 0))(
  'the house words of family $name are all in use, and make no two rows one',
  (family) => {
    const series = family.kinds.flatMap((kind) => [...seeds, 'a', 'b', 'c'].map((seed) => ({ ...plan, seed, kind })))
    const wordsOf = (one: (typeof series)[number], words: typeof family.words) =>
      makeSeries(one, { ...family, words, noteSums: 'below', entities: 'beside' }).flatMap(({ tables }) => tables)
    const usual = new Set<string>(['Noter', 'Förvaltningsberättelse'])
    for (const one of series) {
      const [theirs, ours] = [wordsOf(one, {}), wordsOf(one, family.words)]
      for (const [index, { title, columns, rows }] of theirs.entries()) {
        const texts = rows.flatMap(({ label, section }) => [label ?? '', ...(section?.split('|') ?? [])])
        for (const text of [title, ...columns.map(({ head }) => head ?? ''), ...texts]) usual.add(text)
        const labels = (table = theirs[index]) => new Set(table?.rows.map(({ label }) => label)).size
        expect(labels(ours[index])).toBe(labels())
      }
    }
    expect(Object.keys(family.words).filter((word) => !usual.has(word))).toEqual([])
  },
)

test('families to measure with are none of those to learn from, and each design is unlike every other', () => {
  const designs = FAMILIES.map(({ name, split, ...design }) => JSON.stringify(design))
  expect(new Set(designs).size).toBe(FAMILIES.length)
  expect(FAMILIES.filter(({ split }) => split === 'test').length).toBeGreaterThanOrEqual(1)
  expect(FAMILIES.filter(({ split }) => split === 'train').length).toBeGreaterThanOrEqual(16)
})
