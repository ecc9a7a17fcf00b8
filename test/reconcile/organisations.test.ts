import { describe, expect, test } from 'vitest'
import { groupOrganisations } from '../../src/reconcile/organisations.js'
import { report } from '../support/build-report.js'

const named = (id: string, organisation: string | null, orgNumber: string | null = null) => ({
  id,
  report: report([], { organisation, orgNumber }),
})

describe('groupOrganisations', () => {
  test('damage by readers, a shared name of its own and an equal number make one organisation', () => {
    const groups = groupOrganisations([
      named('c', 'Samordningsförbundet i norra Örebro län (SOFINT)'),
      named('a', 'Samordningsforbundet i Norra Orebro lin, SOFINT', '222000-1818'),
      named('b', 'SOFINT'),
      named('d', 'Samordningsförbundet Värend', '222000-2634'),
      named('e', 'Finsam Värend', '222000-2634'),
    ])
    expect(groups).toEqual([
      {
        name: 'Samordningsförbundet i norra Örebro län (SOFINT)',
        orgNumber: '222000-1818',
        reportIds: ['a', 'b', 'c'],
      },
      { name: 'Samordningsförbundet Värend', orgNumber: '222000-2634', reportIds: ['d', 'e'] },
    ])
  })

  test('ten thousand reports of a hundred organisations are grouped in a moment', () => {
    const syllables = [
      'berg',
      'dalen',
      'forsa',
      'granö',
      'holmby',
      'kulla',
      'lunda',
      'marka',
      'näset',
      'sjövik',
      'torpa',
    ]
    const nameOf = (at: number) =>
      ['Föreningen', syllables[at % 11]!, syllables[Math.floor(at / 11) % 11]!, syllables[Math.floor(at / 121)]!].join(
        ' ',
      )
    const reports = Array.from({ length: 10_000 }, (_, at) =>
      named(`r${String(at).padStart(5, '0')}`, nameOf(at % 100)),
    )
    const before = process.cpuUsage()
    const groups = groupOrganisations(reports)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
    expect(groups.flatMap(({ reportIds }) => reportIds)).toHaveLength(10_000)
    expect(groups.every(({ reportIds }) => reportIds.length >= 100)).toBe(true)
  })

  test('names that are merely of the same kind stay apart, and so do alike names with different sound numbers', () => {
    const groups = groupOrganisations([
      named('a', 'Samordningsförbundet Läckö', '222000-6718'),
      named('b', 'Samordningsförbundet Rönne Å', '222000-9472'),
      named('c', 'Samordningsförbundet Lackö', '222000-2493'),
      named('d', null),
    ])
    expect(groups.map(({ reportIds }) => reportIds)).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  test('names that changed are one by an equal number, and reports without a number by their name', () => {
    const groups = groupOrganisations([
      named('a', 'Samordningsförbundet Norra Skaraborg', '222000-2634'),
      named('b', 'Finsam Mittskaraborg', '222000-2634'),
      named('c', 'Samordningsförbundet Norra Skaraborg'),
    ])
    expect(groups.map(({ reportIds, orgNumber }) => [reportIds, orgNumber])).toEqual([[['a', 'b', 'c'], '222000-2634']])
  })

  test('a misread digit of a number is mended where one sound number alone is a digit away', () => {
    const groups = groupOrganisations([
      named('a', 'Finsam Värend', '222000-2634'),
      named('b', null, '222000-2684'),
      named('c', null, '222900-9479'),
    ])
    expect(groups.map(({ reportIds, orgNumber }) => [reportIds, orgNumber])).toEqual([
      [['a', 'b'], '222000-2634'],
      [['c'], '222900-9479'],
    ])
  })

  test('it is not mended where two are', () => {
    // 222000-2434 is a digit from both
    const groups = groupOrganisations([
      named('a', 'Finsam Värend', '222000-2634'),
      named('b', 'Finsam Lessebo', '222000-2436'),
      named('c', null, '222000-2434'),
    ])
    expect(groups.map(({ reportIds }) => reportIds)).toEqual([['a'], ['b'], ['c']])
  })

  test('the order of the reports changes nothing', () => {
    const all = [named('a', 'Finsam Ett'), named('b', 'Finsam  Ett'), named('c', 'Finsam Två')]
    expect(groupOrganisations(all.toReversed())).toEqual(groupOrganisations(all))
  })
})
