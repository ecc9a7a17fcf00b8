import { expect, test } from 'vitest'
import { findFamily } from '../../scripts/synthesise/families.js'
import { makeGold } from '../../scripts/synthesise/gold.js'
import { makeSeries } from '../../scripts/synthesise/make-series.js'
import { writeHtml } from '../../scripts/synthesise/write-html.js'

const plan = { firstYear: 2012, years: 3, unit: 'kr', rounded: false, plantedShare: 0, chapters: false } as const

type Changes = Partial<Parameters<typeof makeSeries>[0]>

function make(name: string, changes: Changes = {}) {
  const family = findFamily(name)
  const [kind = 'company'] = family.kinds
  return makeSeries({ ...plan, seed: name, kind, ...changes }, family)
}

function golds(name: string, changes: Changes = {}) {
  return make(name, changes).map((report, index, all) =>
    makeGold('made.pdf', { style: '', level: '', pages: [] }, report, all[index - 1]),
  )
}

const checksOf = (gold: ReturnType<typeof makeGold>) => gold.reports.flatMap(({ checks }) => checks)

test.each([
  ...['managing-bureau', 'coordinator', 'town-bureau', 'fund-office', 'members-office'],
  ...['nationwide-manager', 'small-company-program', 'school-federation', 'village-hall', 'parish-office'],
  ...['coordination-office', 'union-section', 'village-shop', 'independent-school', 'typing-board'],
  ...['joint-chancery', 'county-economist', 'waste-federation', 'wind-cooperative', 'folk-high-school'],
  ...['water-council', 'housing-accountants', 'rehabilitation-fund'],
  ...['host-municipality', 'rescue-economist', 'self-managed-housing', 'district-sports', 'nursing-home'],
  ...['consumers-society', 'insurance-office'],
])('books of family %s close in whole kronor', (name) => {
  const checks = golds(name).flatMap(checksOf)
  expect(checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
  expect(checks.length).toBeGreaterThan(100)
})

test('what is set aside for tax in the result is what the reserves grow by, and is now and then given back', () => {
  const moves = make('town-bureau').map(({ tables }) => {
    const rowsOf = (kind: string) => tables.find((table) => table.kind === kind)?.rows ?? []
    const [stock, excess] = rowsOf('income_statement').filter(({ section }) => section === 'Bokslutsdispositioner')
    const held = rowsOf('balance_sheet').filter(({ section }) => section?.endsWith('Obeskattade reserver'))
    for (const [at, change] of [stock, excess].entries()) {
      const [now, before] = held[at]?.cells ?? []
      expect(change?.cells[0]).toBe(Number(before) - Number(now))
    }
    return Number(stock?.cells[0])
  })
  expect(Math.max(...moves)).toBeGreaterThan(0)
  expect(Math.min(...moves)).toBeLessThan(0)
})

test('securities of each sort add up to what the balance sheet holds, and would fetch more', () => {
  for (const { tables } of make('fund-office')) {
    const balance = tables.find(({ kind }) => kind === 'balance_sheet')
    const held = balance?.rows.find(({ label }) => label === 'Aktier och andra värdepapper')
    const rows = tables.find(({ note }) => note !== null && note === held?.noteRef)?.rows ?? []
    const [sum, market] = rows.slice(-2)
    expect(sum?.cells).toEqual(held?.cells)
    for (const column of [0, 1]) expect(market?.cells[column]).toBeGreaterThan(Number(held?.cells[column]))
  }
})

test('each programme by account has a sum of its own, and the sums make the whole', () => {
  for (const { tables } of make('coordinator')) {
    const rows = tables.find(({ kind }) => kind === 'operating_statement')?.rows ?? []
    const sums = rows.filter(({ role }) => role === 'subtotal')
    expect(sums.length).toBeGreaterThan(3)
    expect(sums.map(({ label }) => label)).toEqual(sums.map(({ section }) => `Summa ${section}`))
    for (const column of [0, 1, 2]) {
      const all = sums.reduce((total, { cells }) => total + Number(cells[column]), 0)
      expect(rows.at(-1)?.cells[column]).toBe(all)
    }
  }
})

test('what buildings are assessed at is no part of what they are entered at, and members are counted', () => {
  for (const { tables } of make('managing-bureau')) {
    const rows = tables.flatMap((table) => (table.kind === 'note' ? table.rows : []))
    const assessed = rows.filter(({ label }) => label === 'Summa taxeringsvärde')
    expect(assessed.map(({ terms, key }) => [terms.length, key])).toEqual([[2, null]])
  }
  for (const { tables } of make('members-office')) {
    const counted = tables.find(({ kind }) => kind === 'multi_year')?.rows.at(-1)
    expect([counted?.label, counted?.unit, counted?.cells.length]).toEqual(['Antal medlemmar', 'count', 4])
    expect(Math.min(...(counted?.cells.map(Number) ?? []))).toBeGreaterThan(100)
  }
})

test('a group that prints its tables apart throughout has two of its own within each note, under one title', () => {
  const [report] = make('group-program')
  if (report === undefined) throw new Error('Expected a report')
  const [gold] = golds('group-program')
  const notes = report.tables.filter(({ note }) => note !== null)
  const told = gold?.reports[0]?.tables.filter(({ note }) => note !== null) ?? []
  expect(told.map(({ note }) => note)).toEqual(notes.flatMap(({ note }) => [note, note]))
  expect(told.every(({ columns }) => columns.length === 2)).toBe(true)
  const html = writeHtml(report, findFamily('group-program'))
  for (const body of ['Koncernen', 'Moderbolaget']) expect(html.split(`>${body}<`).length - 1).toBe(notes.length)
  for (const { note } of notes) expect(html.split(`<h3>Not ${note}\u2003`).length).toBe(2)
})

test('what secures the loans stands under the sums of the balance sheet, the same in all years', () => {
  const secured = make('bookkeeping-bureau').flatMap(({ tables }) => {
    const rows = tables.find(({ kind }) => kind === 'balance_sheet')?.rows ?? []
    expect(rows.at(-2)?.key).toBe('funding')
    return rows.at(-1)?.cells ?? []
  })
  expect(secured.length).toBe(6)
  expect(new Set(secured).size).toBe(1)
  expect(Number(secured[0]) % 100_000).toBe(0)
})

test('what of equity the year brought stands under it and is no part of the sum', () => {
  for (const gold of golds('municipal-template')) {
    const tables = gold.reports.flatMap((report) => report.tables)
    const rows = tables.find(({ kind }) => kind === 'balance_sheet')?.rows ?? []
    const at = rows.findIndex(({ label }) => label === 'därav årets resultat')
    expect(rows[at - 1]?.label).toBe('Eget kapital')
    const result = tables.find(({ kind }) => kind === 'income_statement')?.rows.at(-1)
    expect(rows[at]?.cells.at(-1)).toEqual(result?.cells.at(-1))
    expect(checksOf(gold).filter(({ verdict }) => verdict !== 'ok')).toEqual([])
  }
})

test('a row that points to two notes is checked against the one in money', () => {
  for (const gold of golds('museum-economist')) {
    const rows = gold.reports.flatMap(({ tables }) => tables.flatMap((table) => table.rows))
    const both = rows.filter(({ note_ref }) => note_ref?.includes(','))
    expect(both.map(({ label }) => label)).toEqual(['Personalkostnader'])
    const [money] = both[0]?.note_ref?.split(',') ?? []
    const linked = checksOf(gold).filter(
      ({ rule, subject }) => rule === 'note_to_statement' && subject === 'Personalkostnader',
    )
    expect(linked.map(({ note }) => note)).toEqual([money, money])
  }
})

test('key figures go back five years, and each square metre owes less as the loans are paid off', () => {
  for (const { tables } of make('nationwide-manager')) {
    const overview = tables.find(({ kind }) => kind === 'multi_year')
    const owed = overview?.rows.at(-1)
    expect([owed?.label, owed?.unit, owed?.cells.length]).toEqual(['Belåning, kr/kvm', 'count', 5])
    expect(owed?.cells).toEqual([...(owed?.cells ?? [])].sort((one, other) => Number(one) - Number(other)))
    expect(owed?.cells[0]).toBeGreaterThan(1000)
  }
})

test('what secures the loans stands in the last note, and not under the balance sheet', () => {
  for (const { tables } of make('small-company-program')) {
    const [last, ...others] = [...tables].reverse()
    expect([last?.title, last?.note]).toEqual(['Ställda säkerheter', '10'])
    expect(last?.rows.map(({ label }) => label)).toEqual(['Företagsinteckningar', 'Summa ställda säkerheter'])
    const labels = others.flatMap(({ rows }) => rows.map(({ label }) => label))
    expect(labels).not.toContain('Företagsinteckningar')
  }
})

test('how a federation financed its year leads from the cash of one balance sheet to that of the next', () => {
  const tkr = golds('school-federation', { unit: 'tkr', rounded: true }).flatMap(checksOf)
  expect(tkr.filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
  for (const { tables } of make('school-federation')) {
    const cash = tables.flatMap(({ rows }) => rows).find(({ key }) => key === 'cash')
    const financing = tables.find(({ title }) => title === 'Finansieringsanalys')
    const [opening, closing] = financing?.rows.slice(-2) ?? []
    expect(closing?.cells).toEqual(cash?.cells)
    expect(opening?.cells[1]).toBe(cash?.cells[0])
  }
})

test('programmes of two groups have a sum of each, and what they came to the year before stands last', () => {
  const reports = make('joint-chancery')
  const programmesOf = (tables: (typeof reports)[number]['tables'] = []) =>
    tables.find(({ kind }) => kind === 'operating_statement')
  for (const [index, { tables }] of reports.entries()) {
    const { columns = [], rows = [] } = programmesOf(tables) ?? {}
    expect(columns.map(({ scenario }) => scenario)).toEqual(['actual', 'budget', 'variance', 'actual'])
    const groups = ['Individinsatser', 'Strukturinsatser']
    const sums = rows.filter(({ role }) => role === 'subtotal')
    expect(sums.map(({ section }) => section)).toEqual(groups)
    for (const column of columns.keys()) {
      const total = sums.reduce((sum, { cells }) => sum + Number(cells[column]), 0)
      expect(rows.at(-1)?.cells[column]).toBe(total)
    }
    for (const { cells } of rows) expect(cells[2]).toBe(Number(cells[1]) - Number(cells[0]))
    const before = programmesOf(reports[index - 1]?.tables)
    if (before) expect(rows.map(({ cells }) => cells[3])).toEqual(before.rows.map(({ cells }) => cells[0]))
  }
})

test('a body that prints each account has its costs above zero, and no notes that specify its result', () => {
  for (const { tables } of make('county-economist')) {
    const [income] = tables.filter(({ kind }) => kind === 'income_statement')
    const sums = income?.rows.filter(({ role }) => role === 'subtotal') ?? []
    const [earned, spent, net] = sums.map(({ cells }) => Number(cells[0]))
    expect(sums.map(({ section }) => section)).toEqual(['Intäkter', 'Kostnader', null])
    expect(Number(spent)).toBeGreaterThan(0)
    expect(net).toBe(Number(earned) - Number(spent))
    expect(income?.rows.filter(({ noteRef }) => noteRef !== null)).toEqual([])
    const noted = tables.filter(({ note }) => note !== null).map(({ title }) => title)
    expect(noted).toEqual(['Fordringar', 'Kassa och bank', 'Kortfristiga skulder'])
  }
})
