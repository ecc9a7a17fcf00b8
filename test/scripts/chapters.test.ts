import { expect, test } from 'vitest'
import { findFamily } from '../../scripts/synthesise/families.js'
import { makeSeries } from '../../scripts/synthesise/make-series.js'

const plan = {
  kind: 'housing',
  firstYear: 2012,
  years: 1,
  unit: 'kr',
  rounded: false,
  plantedShare: 0,
  chapters: true,
} as const
const seeds = Array.from({ length: 20 }, (_, index) => `seed ${index}`)

test('whole reports have chapters of words with every blank filled in, and now and then an empty back', () => {
  const chapters = seeds.flatMap((seed) => makeSeries({ ...plan, seed }, findFamily('plain'))[0]?.chapters ?? [])
  const words = chapters.flatMap(({ title, paragraphs }) => [title, ...paragraphs]).join(' ')
  expect(words).not.toMatch(/[{}]|undefined/)
  expect(new Set(chapters.map(({ form }) => form))).toEqual(new Set(['text', 'contents', 'board', 'blank']))
  expect(chapters.filter(({ title }) => title === 'Revisionsberättelse').length).toBe(seeds.length)
})

test('chapters leave the figures as they are', () => {
  for (const seed of seeds) {
    const [bare] = makeSeries({ ...plan, seed, chapters: false }, findFamily('plain'))
    const [whole] = makeSeries({ ...plan, seed }, findFamily('plain'))
    expect(whole?.tables).toEqual(bare?.tables)
    expect(bare?.chapters).toEqual([])
  }
})

test('words are explained on the last pages of whole reports alone, and by the houses that do so', () => {
  const last = (name: string, chapters: boolean) =>
    makeSeries({ ...plan, seed: name, chapters }, findFamily(name))[0]?.chapters.at(-1)?.title
  expect(last('nationwide-manager', true)).toBe('Ordlista')
  expect(last('nationwide-manager', false)).toBeUndefined()
  expect(last('managed-housing', true)).not.toBe('Ordlista')
})
