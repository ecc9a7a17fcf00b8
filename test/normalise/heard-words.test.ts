import { describe, expect, it } from 'vitest'
import { gatherHeard } from '../../src/normalise/heard-words.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()

/** The label mended in a document of which these words were read, with a confidence of each. */
function mendedAmong(label: string, read: readonly (readonly [text: string, confidence: number])[]): string {
  const words = read.map(([text, confidence]) => ({ text, confidence }))
  return mendLabel(label, { ...lexicon, heard: gatherHeard(words, lexicon) }).text
}

describe('a word that no vocabulary holds', () => {
  it.each([
    ['dots that were lost', 'Mardåsens kommun', ['Mardåsens', 'Mårdåsens'], 'Mårdåsens kommun'],
    [
      'the dots that were read more often',
      'Ålgnäsets kommun',
      ['Ålgnäsets', 'Älgnäsets', 'Älgnäsets'],
      'Älgnäsets kommun',
    ],
    [
      'letters that were read far more often',
      'Zelktofors AB',
      ['Zelktofors', ...Array(4).fill('Zelktotors')],
      'Zelktotors AB',
    ],
  ])('has %s where the document says so', (_, label, read: string[], told) => {
    expect(
      mendedAmong(
        label,
        read.map((word) => [word, 0.9]),
      ),
    ).toBe(told)
  })

  it.each([
    ['as often as another', 'Ålgnäsets kommun', ['Ålgnäsets', 'Älgnäsets']],
    ['less often without dots', 'Mårdåsens kommun', ['Mårdåsens', 'Mardåsens', 'Mardåsens']],
    ['in another form', 'Brohällen', ['Brohällen', ...Array(9).fill('Brohäll')]],
  ])('stays where it was read %s', (_, label, read: string[]) => {
    expect(
      mendedAmong(
        label,
        read.map((word) => [word, 0.9]),
      ),
    ).toBe(label)
  })

  it('is not told by words that the reader hardly believed', () => {
    expect(
      mendedAmong('Ålgnäsets kommun', [
        ['Ålgnäsets', 0.9],
        ['Älgnäsets', 0.2],
        ['Älgnäsets', 0.2],
      ]),
    ).toBe('Ålgnäsets kommun')
  })
})
