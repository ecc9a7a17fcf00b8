import { describe, expect, it } from 'vitest'
import { natureOf, naturesOf } from '../../src/parse/label-nature.js'

describe('natureOf', () => {
  it.each([
    ['Summa tillgångar', 'sum'],
    ['SUMMA', 'sum'],
    ['S:a kostnader', 'sum'],
    ['Totalt', 'sum'],
    ['Totala intäkter', 'sum'],
    ['Delsumma', 'sum'],
    ['Årets resultat', 'result'],
    ['Periodens resultat', 'result'],
    ['Årets kassaflöde', 'result'],
    ['Verksamhetens nettokostnad', 'result'],
    ['Resultat före extraordinära poster', 'result'],
    ['Likvida medel vid årets slut', 'result'],
    ['Utgående balans', 'result'],
    ['TILLGÅNGAR', 'heading'],
    ['Omsättningstillgångar', 'heading'],
    ['Eget kapital, avsättningar och skulder', 'heading'],
    ['Panter och ansvarsförbindelser', 'heading'],
    ['Eget kapital', 'either'],
    ['Kortfristiga skulder', 'either'],
    ['Fordringar', 'either'],
    ['Kassa och bank', 'line'],
    ['Summarisk redovisning', 'line'],
    ['Årets resultatfördelning', 'result'],
    ['', 'line'],
  ])('%j is a %s', (text, nature) => {
    expect(natureOf(text)).toBe(nature)
  })
})

describe('naturesOf', () => {
  it.each([
    ['a heading whose sum names it', ['Projekt Norr, Ort', 'Löner', 'Summa projekt Norr'], 'either line sum'],
    ['nothing names it again', ['Projekt Norr, Ort', 'Löner', 'Summa'], 'line line sum'],
    ['the sum before it is of other rows', ['Summa projekt Norr', 'Projekt Norr', 'Löner'], 'sum line line'],
    ['a label too short to tell', ['Löner', 'Summa löner'], 'line sum'],
  ])('%s', (_, texts, natures) => {
    expect(naturesOf(texts).join(' ')).toBe(natures)
  })
})
