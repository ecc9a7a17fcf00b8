import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { periodOf, taxonomySchema } from '../../src/export/xbrl-taxonomy.js'
import type { Report } from '../../src/model/report.js'
import { loadTaxonomy } from '../../src/reference.js'
import { oimFaults, readSchema } from '../support/oim-faults.js'
import { Workplace } from '../support/workplace.js'
import { yearlyReport } from '../support/yearly-report.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

interface Told {
  readonly value: string
  readonly decimals: number
  readonly dimensions: Record<string, string>
  readonly 'avstam:status': string
}

async function exported(report: Report): Promise<Told[]> {
  place.write('in/a.txt', JSON.stringify([report]))
  await place.avstam(['run', place.at('in')])
  await place.avstam(['export', '--format', 'xbrl-json', '--out', place.at('xbrl')])
  const [name] = readdirSync(place.at('xbrl')).filter((one) => one.endsWith('.json'))
  const text = readFileSync(place.at('xbrl', name!), 'utf8')
  const { documentInfo, facts } = JSON.parse(text)
  const schema = readSchema(readFileSync(place.at('xbrl', documentInfo.taxonomy[0]), 'utf8'))
  expect(oimFaults(text, schema)).toEqual([])
  // a key that came twice would be lost in parsing
  expect(text.match(/^ {2}"f[0-9a-f]{16}": \{$/gm)).toHaveLength(Object.keys(facts).length)
  return Object.values(facts)
}

const figures = { revenue: 1000, costs: 900, assets: 2000, equity: 100 }
const report = (unit: 'kr' | 'tkr' | 'mkr') =>
  yearlyReport(2019, [figures, { ...figures, costs: 1000, equity: 0 }], { unit })

const ofConcept = (facts: readonly Told[], concept: string) =>
  facts.filter(({ dimensions }) => dimensions.concept === `avstam:${concept}`)

describe('xbrl-json', () => {
  it('gives amounts in kronor with the accuracy of the printed unit, flows over a year and stocks at a moment', async () => {
    const facts = await exported(report('tkr'))
    expect(facts).toHaveLength(16)
    expect(ofConcept(facts, 'operating_expenses')[0]).toMatchObject({
      ...{ value: '-900000', decimals: -3, 'avstam:status': 'verified' },
      dimensions: { period: '2019-01-01T00:00:00/2020-01-01T00:00:00', unit: 'iso4217:SEK' },
    })
    expect(ofConcept(facts, 'total_assets')[0]!.dimensions.period).toBe('2020-01-01T00:00:00')
    expect(ofConcept(facts, 'net_result')[1]!.dimensions.period).toBe('2018-01-01T00:00:00/2019-01-01T00:00:00')
  })

  it('counts decimals from the comma', async () => {
    const sketch = structuredClone(report('mkr')) as {
      tables: { rows: { cells: { decimals: number }[] }[] }[]
    } & Report
    for (const table of sketch.tables) for (const row of table.rows) for (const cell of row.cells) cell.decimals = 1
    const facts = await exported(sketch)
    expect(ofConcept(facts, 'operating_revenue')[0]).toMatchObject({ value: '100000000', decimals: -5 })
  })

  it('tells apart what a report prints twice with different amounts', async () => {
    const sketch = structuredClone(report('kr')) as { tables: { rows: { concept: string }[] }[] } & Report
    sketch.tables[0]!.rows[0]!.concept = 'operating_expenses'
    const facts = ofConcept(await exported(sketch), 'operating_expenses')
    expect(facts.map(({ dimensions }) => dimensions['avstam:place'])).toEqual(['1.1.1', '1.1.2', '1.2.1', '1.2.2'])
    const keys = facts.map(({ dimensions }) => JSON.stringify(dimensions))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the rules of the Open Information Model', () => {
  const items = readSchema(taxonomySchema(loadTaxonomy().concepts))
  const sound = {
    documentInfo: {
      documentType: 'https://xbrl.org/2021/xbrl-json',
      namespaces: { avstam: 'urn:a', orgnr: 'urn:o', iso4217: 'urn:i' },
      taxonomy: ['avstam.xsd'],
    },
    facts: {
      f1: {
        value: '-900000',
        decimals: -3,
        dimensions: {
          concept: 'avstam:net_result',
          entity: 'orgnr:222000-1776',
          period: '2019-01-01T00:00:00/2020-01-01T00:00:00',
          unit: 'iso4217:SEK',
        },
      },
    },
  }
  const fact = sound.facts.f1
  const withFact = (...facts: object[]) => ({
    ...sound,
    facts: Object.fromEntries(facts.map((one, index) => [`f${index}`, { ...fact, ...one }])),
  })
  const withDimensions = (more: object) => withFact({ dimensions: { ...fact.dimensions, ...more } })

  it('are kept by a sound report', () => {
    expect(oimFaults(JSON.stringify(sound), items)).toEqual([])
    expect(oimFaults(JSON.stringify(withFact({}, { value: '-900400' })), items)).toEqual([])
  })

  it.each<[string, object, RegExp]>([
    [
      'another type of document',
      { ...sound, documentInfo: { ...sound.documentInfo, documentType: 'x' } },
      /documentType/,
    ],
    ['a part that it does not know', { ...sound, more: 1 }, /more/],
    ['no taxonomy', { ...sound, documentInfo: { ...sound.documentInfo, taxonomy: [] } }, /taxonomy/],
    ['a value that is no number', withFact({ value: '1 000' }), /value/],
    ['more figures than are known', withFact({ value: '1.25', decimals: 1 }), /beyond its 1 decimals/],
    ['a property without a prefix', withFact({ status: 'verified' }), /status has no prefix/],
    ['an unknown concept', withDimensions({ concept: 'avstam:wealth' }), /no concept/],
    ['an entity of an unbound scheme', withDimensions({ entity: 'lei:1' }), /lei:1 has no prefix/],
    ['an unknown dimension', withDimensions({ 'avstam:colour': 'red' }), /no dimension/],
    [
      'a period that ends before it begins',
      withDimensions({ period: '2020-01-01T00:00:00/2019-01-01T00:00:00' }),
      /ends before/,
    ],
    ['a moment for a flow', withDimensions({ period: '2020-01-01T00:00:00' }), /of duration/],
    ['money without a currency', withDimensions({ unit: 'avstam:kr' }), /without a currency/],
    ['two that contradict each other', withFact({}, { value: '-902000' }), /contradict/],
  ])('are broken by %s', (_, report, fault) => {
    expect(oimFaults(JSON.stringify(report), items).join('\n')).toMatch(fault)
  })
})

describe('periodOf', () => {
  const concept = (id: string) => loadTaxonomy().concepts.find((one) => one.id === id)!
  const interim = { kind: 'interim', start: '2017-01-01', end: '2017-08-31' } as const
  const broken = { kind: 'annual', start: '2019-07-01', end: '2020-06-30' } as const
  const leap = { kind: 'annual', start: null, end: '2020-02-29' } as const

  it.each([
    ['net_result', '2017-08-31', interim, '2017-01-01T00:00:00/2017-09-01T00:00:00'],
    ['net_result', '2016-08-31', interim, '2016-01-01T00:00:00/2016-09-01T00:00:00'],
    ['net_result', '2016-12-31', interim, undefined],
    ['total_assets', '2016-12-31', interim, '2017-01-01T00:00:00'],
    ['net_result', '2019-06-30', broken, '2018-07-01T00:00:00/2019-07-01T00:00:00'],
    ['opening_equity', '2020-06-30', broken, '2019-07-01T00:00:00'],
    ['cash_at_end', '2020-06-30', broken, '2020-07-01T00:00:00'],
    ['net_result', '2020-02-29', leap, '2019-03-01T00:00:00/2020-03-01T00:00:00'],
  ])('of %s at %s', (id, end, report, period) => {
    expect(periodOf(concept(id), end, report)).toBe(period)
  })
})
