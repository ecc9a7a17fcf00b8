import { describe, expect, it } from 'vitest'
import { mendText, shareOfKnownWords } from '../../src/normalise/mend-text.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()

describe('mendText gives headings, names and sentences back in correct Swedish', () => {
  it.each([
    ['Samordningsférbundet i Norra Orebro lin, SOFINT', 'Samordningsförbundet i Norra Örebro län, SOFINT'],
    ['Finsam Lekeberg och Orebro', 'Finsam Lekeberg och Örebro'],
    ['Samordni ngsförb u nd et', 'Samordningsförbundet'],
    ['REVISIONSBERATTELSE for ir 2019', 'REVISIONSBERÄTTELSE för år 2019'],
    ['REYISIONSBER/iTTELSE', 'REVISIONSBERÄTTELSE'],
    ['| bérjan av 2009 pabérjades', 'I början av 2009 påbörjades'],
    ['SOFINT har aven finansierat', 'SOFINT har även finansierat'],
    ['Vi anser att irsredovisningen har uppriittats', 'Vi anser att årsredovisningen har upprättats'],
    ['riittvisande bild av resultat och stiillning', 'rättvisande bild av resultat och ställning'],
    ['Till ftirbundsfullmiiktige i', 'Till förbundsfullmäktige i'],
    ['Granskningen har utftlrts', 'Granskningen har utförts'],
    ['att fijrbundets irsredovisning godklnns', 'att förbundets årsredovisning godkänns'],
    ['kommunalfbrbundets verksamhet under tr 2010', 'kommunalförbundets verksamhet under år 2010'],
    ['inom rehab iliteringsområdet', 'inom rehabiliteringsområdet'],
    ['verksamheten &r viktig', 'verksamheten är viktig'],
    ['Medlen ar 14 097 kr fran ar 2010', 'Medlen är 14 097 kr från år 2010'],
    ['## Resultatrikning', 'Resultaträkning'],
  ])('%s → %s', (line, text) => {
    expect(mendText(line, lexicon)).toBe(text)
  })

  it.each([
    'Utfallet blev 146 086 kr, org nr 222000-1818, den 5 mars 2021.',
    'Christina Pettersson och Göran Strömqvist, EU:s fonder (telefonmöte)',
    'planerings- och utvecklingsdag för teamets deltagare',
    'Hans Söderström (fr o m augusti 2014)',
    'januari- augusti',
    'Hon stod där så länge att han satt kvar',
  ])('leaves %s', (line) => {
    expect(mendText(line, lexicon)).toBe(line)
  })
})

describe('shareOfKnownWords', () => {
  it('is high for statements, low for a cipher, 0 for nothing', () => {
    expect(shareOfKnownWords('Verksamhetens intäkter och kostnader, årets resultat', lexicon)).toBe(1)
    expect(shareOfKnownWords('DRTKS SQ JMHMF QpQDKRDHMS', lexicon)).toBeLessThan(0.2)
    expect(shareOfKnownWords('12 345', lexicon)).toBe(0)
  })
})
