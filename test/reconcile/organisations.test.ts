import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOrganisationNumber } from '../../src/arithmetic/organisation-number.js'
import type { ReportIdentity } from '../../src/model/settled.js'
import { areOneName } from '../../src/reconcile/alike-names.js'
import { groupOrganisations } from '../../src/reconcile/organisations.js'

const named = (id: string, organisation: string | null, orgNumber: string | null = null) => ({
  id,
  organisation,
  orgNumber,
})

/** The rule as it is meant: every two held against each other. */
function pairwise(reports: readonly ReportIdentity[]): string[][] {
  const isSound = (number: string | null): number is string => number !== null && isOrganisationNumber(number)
  const sound = [...new Set(reports.map(({ orgNumber }) => orgNumber).filter(isSound))]
  const mended = reports.map((one) => {
    const near = sound.filter(
      (number) =>
        number.length === one.orgNumber?.length &&
        [...number].filter((sign, index) => sign !== one.orgNumber![index]).length === 1,
    )
    return isSound(one.orgNumber) || near.length !== 1 ? one : { ...one, orgNumber: near[0]! }
  })
  const isSame = (a: ReportIdentity, b: ReportIdentity) =>
    isSound(a.orgNumber) && isSound(b.orgNumber)
      ? a.orgNumber === b.orgNumber
      : a.organisation !== null && b.organisation !== null && areOneName(a.organisation, b.organisation)
  let groups: ReportIdentity[][] = []
  for (const one of mended) {
    const joined = groups.filter((group) => group.some((other) => isSame(one, other)))
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), one]]
  }
  return groups.map((group) => group.map(({ id }) => id).sort())
}

const letter = fc.constantFrom(...'abdefgiklmnorstvåäöÅÖ ')
const written = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('Samordningsförbundet', 'Finsam', 'Bostadsrättsföreningen', 'Stiftelsen') },
  {
    weight: 6,
    arbitrary: fc.constantFrom('Värend', 'Norra Skaraborg', 'Södra Skaraborg', 'Läckö', 'Lackö', 'Örebro län'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('SOFINT', 'sofint', '(SOFINT)', 'Sofinten', 'ÅSELE', 'VÄSTERÅS', 'ROSEN', 'rosen'),
  },
  { weight: 1, arbitrary: fc.constantFrom('ſofint', 'Å', '—', '', 'e\u0301', '2', 'AB') },
)
const clean = fc.array(written, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const damaged = fc
  .tuple(clean, fc.array(fc.tuple(fc.nat(60), letter), { maxLength: 4 }))
  .map(([name, slips]) =>
    slips.reduce((worn, [at, sign]) => worn.slice(0, at) + sign + worn.slice(at + (at % 3)), name),
  )
const orgNumber = fc.constantFrom(
  ...['222000-1818', '222000-2634', '222000-2436', '222000-2434', '222000-2684', '222000-26', '2220001818'],
)
const identities = fc
  .array(fc.record({ organisation: fc.option(damaged), orgNumber: fc.option(orgNumber, { freq: 2 }) }), {
    maxLength: 60,
  })
  .map((all) => all.map((one, at) => ({ id: String(at).padStart(3, '0'), ...one })))

describe('groupOrganisations', () => {
  test('gives what holding every two reports against each other gives', () => {
    fc.assert(
      fc.property(identities, (reports) => {
        const groups = groupOrganisations(reports).map(({ reportIds }) => reportIds)
        expect(groups.toSorted()).toEqual(pairwise(reports).toSorted())
      }),
      { numRuns: 100 },
    )
  })

  test('three thousand organisations of one kind, each a few times, are told apart in a moment', () => {
    const places = Array.from({ length: 3000 }, (_, at) => `${(at * 7919).toString(36)}${(at * 104_729).toString(36)}`)
    const reports = places.flatMap((name, at) =>
      ['a', 'b'].map((which) => named(`${at}${which}`, `Samordningsförbundet ${name} ${which}`)),
    )
    const before = process.cpuUsage()
    const groups = groupOrganisations(reports)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
    expect(groups.flatMap(({ reportIds }) => reportIds)).toHaveLength(6000)
  })

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
