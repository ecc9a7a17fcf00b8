import { describe, expect, it } from 'vitest'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()
const mended = (label: string) => mendLabel(label, lexicon).text

describe('mendLabel', () => {
  it.each([
    ['Underhall av sjukhemmet', 'Underhåll av sjukhemmet'],
    ['Vård och kosthall', 'Vård och kosthåll'],
    ['Metodstod', 'Metodstöd'],
    // "värdtagarnas" is Swedish too, but nothing that reports print begins so
    ['Vardtagarnas avgifter', 'Vårdtagarnas avgifter'],
    ['Löner vardpersonal', 'Löner vårdpersonal'],
  ])('gives dots back to words that are put together as nobody would: %s → %s', (raw, text) => {
    expect(mended(raw)).toBe(text)
  })

  it.each([
    'Läkarundersökningar och tester',
    'Askmossens kommun',
    'Medlemsavgift Algvallens kommun',
    'Kläder, TV-licens',
  ])('leaves words that are Swedish as they stand, and names of places: %s', (label) => {
    expect(mended(label)).toBe(label)
  })

  it.each([
    ['Bageri OCh kafé', 'Bageri och kafé'],
    ['REServfOnd', 'Reservfond'],
    ['Kassa, bank ock pOStgirOö', 'Kassa, bank och postgiro'],
    ['Okningsminskning kortfristiga skulder', 'Ökning/minskning kortfristiga skulder'],
    ['Ares vinst förlust', 'Årets vinst/förlust'],
    ['Summa. avskrivet', 'Summa avskrivet'],
    ['Nyupptagna lån. netto', 'Nyupptagna lån, netto'],
  ])('takes large letters for small ones and signs for each other: %s → %s', (raw, text) => {
    expect(mended(raw)).toBe(text)
  })
})
