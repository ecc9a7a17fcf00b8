import { describe, expect, test } from 'vitest'
import { bodiesOfColumns, bodyNamed } from '../../src/arithmetic/body-named.js'

describe('whose figures are printed', () => {
  test.each([
    ['Koncernen Bokslut 2012', 'group'],
    ['KONCERNENS RESULTATRÄKNING', 'group'],
    ['Koncernbalansräkning', 'group'],
    ['Moderföreningens balansräkning', 'parent'],
    ['Resultaträkning för moderbolaget', 'parent'],
    ['Fordringar på koncernföretag', undefined],
    ['Koncernbidrag', undefined],
    ['Modernisering', undefined],
  ])('%s: %s', (words, body) => {
    expect(bodyNamed(words)?.body).toBe(body)
  })

  test('a name stands over the first of its columns', () => {
    expect(bodiesOfColumns(['Koncernen 2012', '2011', 'Moderbolaget', null])).toEqual([
      'group',
      'group',
      'parent',
      'parent',
    ])
  })
})
