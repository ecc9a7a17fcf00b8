import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { entriesToRows } from '../../src/parse/entries-to-rows.js'
import type { Region } from '../../src/parse/region.js'
import { regionsToDrafts } from '../../src/parse/regions-to-drafts.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const edges = [0.7, 0.88]

/** The heads of two years under what is printed at the left, and rows below them. */
function printTable(top: number, left: string, rows: readonly PrintedRow[]) {
  return [
    ...(left === '' ? [] : printPhrase({ text: left, left: 0.1, top })),
    ...['2014', '2013'].flatMap((text, at) => printPhrase({ text, right: edges[at]!, top })),
    ...printRows(rows, edges, { top: top + 0.02 }),
  ]
}

const ofBudget: PrintedRow[] = [
  ['Team norra länsdelen', '1 575 285', '2 133 000'],
  ['Arbetsintegrerande företag', '982 854', '1 526 000'],
  ['Summa', '2 558 139', '3 659 000'],
]

function draftsOf(words: readonly Word[], kind: Region['kind']) {
  const region = { kind, note: null, title: null, rest: '', heading: null, lines: linesOfWords(words) }
  return regionsToDrafts([region], parsingWords).get(region) ?? []
}

describe('a later table under one heading', () => {
  it('has the unit over it, not that over the first', () => {
    const words = [
      ...printTable(0.07, 'Belopp i tkr', [
        ['Verksamhetens intäkter', '5 270', '5 684'],
        ['Årets resultat', '-280', '-293'],
        ['Eget kapital', '3 051', '3 331'],
      ]),
      ...printTable(0.2, 'Belopp i kr', ofBudget),
    ]
    expect(draftsOf(words, 'operating_statement').map(({ unit }) => unit)).toEqual(['tkr', 'kr'])
  })

  it('begins no row with the words before its heads', () => {
    const words = [
      ...printTable(0.07, '', [
        ['Inköpt före året', '45 640', '45 640'],
        ['Utgående redovisat värde', '33 527', '34 075'],
      ]),
      ...printPhrase({ text: 'Zz) Förutbetalda kostnader', left: 0.1, top: 0.145 }),
      ...printTable(0.163, '', [
        ['väntat kalkningsbidrag', '618', '534'],
        ['Summa', '618', '534'],
      ]),
    ]
    const entries = draftsOf(words, 'note').flatMap((draft) => draft.entries)
    expect(entriesToRows(entries, parsingWords).map(({ label }) => label)).toContain('väntat kalkningsbidrag')
  })
})
