import { describe, expect, it } from 'vitest'
import { entriesToRows } from '../../src/parse/entries-to-rows.js'
import type { Entry } from '../../src/parse/entry.js'
import { parsingWords } from '../support/parsing-words.js'
import { rows, type Sketch, toEntry } from '../support/sketch-entries.js'

describe('labels over several lines', () => {
  /** A line of capitals that ends at `x1` and begins with a word as wide as `firstWord`, in shares of the page's width. */
  const printed = (label: string, figure: number | null, x1: number, firstWord: number): Entry => ({
    ...toEntry([label, figure]),
    place: { x0: 0.1, x1, firstWord },
  })

  it('do not begin with a number alone, which a stamp leaves over a row', () => {
    const [row] = entriesToRows([toEntry(['28', null]), toEntry(['Årets resultat', 5])], parsingWords)
    expect(row?.label).toBe('Årets resultat')
  })

  it('capitals go on where the next word would have been wider than the space for labels', () => {
    const read = entriesToRows(
      [
        printed('SKATTESKULDER', 4, 0.25, 0.15),
        printed('UPPLUPNA KOSTNADER OCH FÖRUTBETALDA', null, 0.48, 0.1),
        printed('INTÄKTER', 7, 0.2, 0.1),
        printed('SUMMA', null, 0.42, 0.08),
        printed('OMSÄTTNINGSTILLGÅNGAR', 11, 0.35, 0.25),
      ],
      parsingWords,
    )
    expect(read.map(({ label }) => label)).toEqual([
      'SKATTESKULDER',
      'UPPLUPNA KOSTNADER OCH FÖRUTBETALDA INTÄKTER',
      'SUMMA OMSÄTTNINGSTILLGÅNGAR',
    ])
  })

  it('capitals go on over more than two lines that stand closer than rows, none of which is a heading', () => {
    const read = rows([
      ['Förutbetalda hyror', 44, 1],
      ['SUMMA', null, 1],
      ['FÖRUTBETALT', null, 0.3],
      ['OCH', null, 0.3],
      ['UPPLUPET', 88, 0.3],
    ])
    expect(read).toEqual(['Förutbetalda hyror: 44', 'SUMMA FÖRUTBETALT OCH UPPLUPET: 88'])
  })

  it('capitals are a heading where the next word had space beside them, and where a letter stands before them', () => {
    const read = entriesToRows(
      [
        printed('LEVERANTÖRSSKULDER TILL ANDRA BOLAG', 4, 0.48, 0.2),
        printed('AVGIFTER OCH BIDRAG', null, 0.3, 0.1),
        printed('MEDLEMMAR', 7, 0.2, 0.1),
        printed('D. BOKSLUTSDISPOSITIONER OCH MERA', null, 0.47, 0.02),
        printed('ÅRETS SKATT', 11, 0.25, 0.06),
      ],
      parsingWords,
    )
    expect(read.map(({ label }) => label)).toEqual(['LEVERANTÖRSSKULDER TILL ANDRA BOLAG', 'MEDLEMMAR', 'ÅRETS SKATT'])
  })

  it('capitals are a heading where the row begins right of them, as most rows do', () => {
    const indented = (label: string, figure: number | null, x0: number, x1: number): Entry => ({
      ...toEntry([label, figure]),
      place: { x0, x1, firstWord: 0.2 },
    })
    const read = (start: number) =>
      entriesToRows(
        [
          indented('FINANSNETTO', 4, start, 0.3),
          indented('AVSÄTTNINGAR OCH ANNAT', null, 0.1, 0.4),
          indented('ANDRA AVGIFTER', 7, start, 0.3),
        ],
        parsingWords,
      ).map(({ label }) => label)
    expect(read(0.11)).toEqual(['FINANSNETTO', 'ANDRA AVGIFTER'])
    expect(read(0.1)).toEqual(['FINANSNETTO', 'AVSÄTTNINGAR OCH ANNAT ANDRA AVGIFTER'])
  })

  /** Lines of capitals that stand about `space` heights apart, and so near to the line above as their own gap says. */
  const spaced = (sketches: readonly [...Sketch, x1: number, firstWord: number][]): (string | null)[] =>
    entriesToRows(
      sketches.map(([label, figure, gap, x1, firstWord]) => ({ ...printed(label, figure, x1, firstWord), gap: gap! })),
      parsingWords,
    ).map(({ label }) => label)

  it('capitals go on where their lines stand closer than rows', () => {
    expect(
      spaced([
        ['ÅRETS INKÖP', 4, 0.5, 0.25, 0.1],
        ['ANSKAFFAT OCH BETALT INTILL ÅRETS', null, 0.7, 0.4, 0.1],
        ['SLUT', 7, 0.3, 0.15, 0.05],
        ['ÅRETS AVSKRIVNING PÅ BYGGNADEN', 3, 0.7, 0.55, 0.1],
        ['ANDRA AVSKRIVNINGAR', 3, 0.7, 0.3, 0.1],
      ]),
    ).toContain('ANSKAFFAT OCH BETALT INTILL ÅRETS SLUT')
  })

  it('capitals that fill their line are a heading where they stand apart from the row over them', () => {
    expect(
      spaced([
        ['KASSA', 4, 0.5, 0.2, 0.1],
        ['BANK', 4, 0.5, 0.2, 0.1],
        ['FASTA OCH ANDRA TING', null, 1.5, 0.26, 0.1],
        ['STUGA OCH REDSKAP', 7, 0.5, 0.36, 0.14],
        ['SUMMA', 15, 0.5, 0.2, 0.1],
      ]),
    ).toContain('STUGA OCH REDSKAP')
  })

  it('capitals that fill their line are a heading where labels above go on in closer lines', () => {
    expect(
      spaced([
        ['BANK', 4, 0.5, 0.2, 0.1],
        ['ANSKAFFAT OCH BETALT INTILL', null, 0.5, 0.36, 0.1],
        ['ÅRETS SLUT', 7, 0.1, 0.3, 0.1],
        ['FASTA OCH ANDRA TING', null, 0.75, 0.26, 0.1],
        ['STUGA OCH REDSKAP', 7, 0.5, 0.36, 0.14],
        ['SUMMA', 15, 0.5, 0.2, 0.1],
      ]),
    ).toEqual(['BANK', 'ANSKAFFAT OCH BETALT INTILL ÅRETS SLUT', 'STUGA OCH REDSKAP', 'SUMMA'])
  })

  it('words in capitals between two rows begin the label below that is known with them', () => {
    expect(
      spaced([
        ['ÅRETS INKÖP', 4, 0.5, 0.45, 0.1],
        ['UTGÅENDE ACKUMULERADE', null, 0.2, 0.36, 0.2],
        ['ANSKAFFNINGSVÄRDEN', 7, 0.5, 0.3, 0.3],
        ['SUMMA', 15, 0.5, 0.2, 0.1],
        ['BANK', 15, 0.5, 0.2, 0.1],
      ]),
    ).toEqual(['ÅRETS INKÖP', 'UTGÅENDE ACKUMULERADE ANSKAFFNINGSVÄRDEN', 'SUMMA', 'BANK'])
  })

  it('words that all begin low go on from one that is unfinished', () => {
    const read = rows([
      ['Löner', 217, 0.7],
      ['Pensioner', 144, 0.7],
      ['varav styrelse och', null, 0.7],
      ['verkställande', null, 0.3],
      ['direktör', 31, 0.3],
    ])
    expect(read.at(-1)).toBe('varav styrelse och verkställande direktör: 31')
  })

  it('words that end with a comma go on in a label that is known by itself', () => {
    expect(
      rows([
        ['INTÄKTER I VERKSAMHETEN,', null],
        ['TOTALT', 5, 0.5],
      ]),
    ).toEqual(['INTÄKTER I VERKSAMHETEN, TOTALT: 5'])
  })

  it('a reference in front of a label is no end of the heading over it', () => {
    const read = rows([
      ['A. Rörelseintäkter m.m.', null, 1],
      ['(not 2) Nettoomsättning', 5, 0.9],
    ])
    expect(read).toEqual(['A. Rörelseintäkter m.m. > Nettoomsättning: 5'])
  })
})
