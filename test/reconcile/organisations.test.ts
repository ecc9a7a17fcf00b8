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

  test('names that are merely of the same kind stay apart, and so do alike names with different sound numbers', () => {
    const groups = groupOrganisations([
      named('a', 'Samordningsförbundet Läckö', '222000-6718'),
      named('b', 'Samordningsförbundet Rönne Å', '222000-9472'),
      named('c', 'Samordningsförbundet Lackö', '222000-2493'),
      named('d', null),
    ])
    expect(groups.map(({ reportIds }) => reportIds)).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  test('the order of the reports changes nothing', () => {
    const all = [named('a', 'Finsam Ett'), named('b', 'Finsam  Ett'), named('c', 'Finsam Två')]
    expect(groupOrganisations(all.toReversed())).toEqual(groupOrganisations(all))
  })
})
