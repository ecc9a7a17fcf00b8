import { expect, test } from 'vitest'
import { FAMILIES, findFamily } from '../../scripts/synthesise/families.js'
import { makeSeries } from '../../scripts/synthesise/make-series.js'
import { PROSE } from '../../scripts/synthesise/prose-sentences.js'
import { writeHtml } from '../../scripts/synthesise/write-html.js'

function print(name: string, unit: 'kr' | 'tkr' = 'kr') {
  const family = findFamily(name)
  const [kind = 'company'] = family.kinds
  const plan = { seed: name, firstYear: 1990, years: 1, rounded: true, plantedShare: 0, chapters: false } as const
  const [report] = makeSeries({ ...plan, kind, unit }, family)
  if (report === undefined) throw new Error('Expected a report')
  return { report, html: writeHtml(report, family) }
}

test('öre stand behind the mark of the house, and leaders behind the note that a row calls for', () => {
  const { report, html } = print('typing-board')
  const funding = report.tables.flatMap(({ rows }) => rows).find(({ key }) => key === 'funding')?.cells[0] ?? 0
  const kronor = String(Math.floor(funding / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  expect(html).toContain(`>${kronor}:${String(funding % 100).padStart(2, '0')}<`)
  expect(html).toContain('<span>Fastigheten</span>\u00a0(not 2)<i class="leader">. . ')
})

test.each(FAMILIES.filter(({ bodies }) => bodies.length > 0))(
  'bodies that $name reports for are called after one of its patterns, with names in them',
  ({ name, bodies }) => {
    const { organisation } = print(name).report
    // `Brf {flower} i {place}`
    const forms = bodies.map((pattern) => new RegExp(`^${pattern.replace(/\{\w+\}/g, '\\p{Lu}\\p{L}+')}$`, 'u'))
    expect(forms.filter((form) => form.test(organisation))).toHaveLength(1)
  },
)

test.each([
  ['school-federation', 'upper_secondary'],
  ['parish-office', 'parish'],
  ['union-section', 'union'],
  ['independent-school', 'school'],
  ['village-shop', 'shop'],
  ['village-hall', 'society'],
  ['waste-federation', 'waste'],
  ['wind-cooperative', 'wind'],
  ['folk-high-school', 'folk_high_school'],
  ['water-council', 'water'],
  ['rescue-economist', 'rescue'],
  ['district-sports', 'district'],
  ['nursing-home', 'nursing'],
  ['consumers-society', 'consumers'],
  ['fire-brigade', 'coordination'],
] as const)('the board that %s writes for tells what boards of its sort do', (name, subject) => {
  const text = print(name).report.prose.join(' ')
  const told = PROSE[subject].sentences.filter((sentence) => text.includes(sentence))
  const [least, most] = PROSE[subject].count
  expect(told.length).toBeGreaterThanOrEqual(least)
  expect(told.length).toBeLessThanOrEqual(most)
})

test('each column tells its months or days in full where the house has them so', () => {
  const months = print('coordination-office', 'tkr').html
  for (const head of ['Utfall', 'Budget']) expect(months).toContain(`>${head}<br>jan–dec 1990<`)
  const days = print('typing-board').html
  for (const head of ['1/1-31/12 1990', '31/12 1989', '1990']) expect(days).toContain(`>${head}<`)
  expect(print('village-shop').html).toContain('>1989-01-01<br>--1989-12-31<')
  expect(print('wind-cooperative').html).toContain('>1990-01-01<br>-1990-12-31<br>(12 mån)<')
  const over = print('housing-accountants').html
  for (const head of ['1 jan 1990<br>– 31 dec 1990', '31 dec 1989']) expect(over).toContain(`>${head}<`)
})

test('closed books are told by their month or their day, and a difference by what it is from', () => {
  const { html } = print('joint-chancery')
  for (const head of ['Bokslut<br>dec 1990', 'Bokslut<br>dec 1989', 'Avvikelse mot budget', 'Budget 1990']) {
    expect(html).toContain(`>${head}<`)
  }
  expect(print('county-economist').html).toContain('>Bokslut 891231<')
  const { html: fund } = print('rehabilitation-fund')
  for (const head of ['Utfall 1990', '31 dec 1989', '1989']) expect(fund).toContain(`>${head}<`)
  for (const [name, income, balance] of [
    ['host-municipality', '198901-198912', '1989-12-31'],
    ['rescue-economist', 'Bokslut<br>1989-12', 'Bokslut<br>1990-12'],
    ['self-managed-housing', '1989-01-01<br>t o m 1989-12-31', '1989-12-31'],
    ['district-sports', '1989', '31 dec 1989'],
    ['consumers-society', '1989', '31.12.89'],
    ['insurance-office', 'Redovisning 1989', '1989-12-31'],
  ] as const) {
    const printed = print(name, name === 'rescue-economist' ? 'tkr' : 'kr').html
    for (const head of [income, balance]) expect(printed).toContain(`>${head}<`)
  }
})

test.each([
  ['joint-chancery', 'Not 1 - Verksamhetens intäkter'],
  ['wind-cooperative', 'NOT 2: Nettoomsättning'],
  ['rehabilitation-fund', 'Not 1, Verksamhetens intäkter, kr'],
  ['host-municipality', 'Not nr 1 Verksamhetens intäkter'],
] as const)('notes of %s have their number as the house writes it', (name, heading) => {
  expect(print(name).html).toContain(`<h3>${heading}</h3>`)
})
