import { describe, expect, it } from 'vitest'
import { UNTOLD_LABEL } from '../../src/model/report.js'
import type { DraftRow } from '../../src/parse/draft-row.js'
import { entriesToRows } from '../../src/parse/entries-to-rows.js'
import { parsingWords } from '../support/parsing-words.js'
import { type Sketch, toEntry } from '../support/sketch-entries.js'

function isDoubted({ options }: DraftRow): boolean {
  return options[0]!.cells.some((cell) => cell?.doubts.includes(UNTOLD_LABEL))
}

/** The labels of the rows, `?` behind those whose figures are in doubt. */
function labels(sketches: readonly Sketch[]): string[] {
  return entriesToRows(sketches.map(toEntry), parsingWords).map((row) => `${row.label}${isDoubted(row) ? '?' : ''}`)
}

describe('doubtTornLabels', () => {
  it.each<[string, Sketch[], string[]]>([
    [
      'a label that ends where words must follow, and the next, which may begin with them',
      [
        ['Vägar och', 31, 0.7],
        ['Parkering', 21, 0.7],
        ['Lekplatser', 11, 0.7],
      ],
      ['Vägar och?', 'Parkering?', 'Lekplatser'],
    ],
    [
      'words that must go on over a label to which they were not put',
      [
        ['Hyror', 31, 0.7],
        ['Kortfristiga i', null, 0.7],
        ['Leverantörsskulder', 11, 0.7],
      ],
      ['Hyror', 'Leverantörsskulder?'],
    ],
    [
      'a reference alone',
      [
        ['Hyror', 31, 0.7],
        ['Not 2', 11, 0.7],
      ],
      ['Hyror', 'Not 2?'],
    ],
    [
      'the end of one',
      [
        ['Hyror', 31, 0.7],
        ['ENLIGT PLAN', 11, 0.7],
      ],
      ['Hyror', 'ENLIGT PLAN?'],
    ],
    [
      'a reference within it',
      [
        ['Hyror', 31, 0.7],
        ['Omsättningstillgångar se not 5 Fordringar', 11, 0.7],
        ['se not 6 Skulder', 9, 0.7],
      ],
      ['Hyror', 'Omsättningstillgångar se not 5 Fordringar?', 'se not 6 Skulder'],
    ],
    [
      'a day alone, which goes on from the words over it where there are any',
      [
        ['1 januari', 11, 0.7],
        ['ANSKAFFNINGSVÄRDE', null, 0.9],
        ['1 JANUARI', 9, 0.5],
        ['AVSKRIVNINGAR 31', null, 0.9],
        ['DECEMBER', 7, 0.5],
      ],
      ['1 januari?', 'ANSKAFFNINGSVÄRDE 1 JANUARI', 'AVSKRIVNINGAR 31 DECEMBER'],
    ],
    [
      'an adjective without its noun, and what may be the noun',
      [
        ['Ökning av kortfristiga', 3, 0.7],
        ['fordringar', 31, 0.7],
        ['Inköp', 11, 0.7],
      ],
      ['Ökning av kortfristiga?', 'fordringar?', 'Inköp'],
    ],
    [
      'a sum behind another label',
      [
        ['Aktiekapital', 50, 0.7],
        ['Reservfond umma bundet eget kapital', 56, 0.7],
        ['Summa bundet eget kapital', 84, 0.7],
      ],
      ['Aktiekapital', 'Reservfond umma bundet eget kapital?', 'Summa bundet eget kapital'],
    ],
    [
      'a heading over rows is none',
      [
        ['Hyror', 31, 0.7],
        ['Kortfristiga skulder', null, 1.2],
        ['Leverantörsskulder', 11, 0.7],
        ['Skatteskulder', 11, 0.7],
      ],
      ['Hyror', 'Leverantörsskulder', 'Skatteskulder'],
    ],
  ])('%s', (_, sketches, expected) => {
    expect(labels(sketches)).toEqual(expected)
  })

  it('capitals that were put under words that may be a heading', () => {
    const read = (gap: number) => {
      const lines: [label: string, figure: number | null, gap: number, x1: number][] = [
        ['KASSA', 4, 0.7, 0.2],
        ['BANK', 4, 0.7, 0.2],
        ['AVSÄTTNINGAR OCH ANNAT', null, gap, 0.4],
        ['ANDRA AVGIFTER', 7, 0.7, 0.3],
      ]
      const entries = lines.map(([label, figure, space, x1]) => ({
        ...toEntry([label, figure, space]),
        place: { x0: 0.1, x1, firstWord: 0.1 },
      }))
      return entriesToRows(entries, parsingWords).map((row) => `${row.label}${isDoubted(row) ? '?' : ''}`)
    }
    expect(read(0.8).at(-1)).toBe('AVSÄTTNINGAR OCH ANNAT ANDRA AVGIFTER?')
  })

  it('capitals that fill their line and stand no farther from the row above than from the next', () => {
    const lines: [label: string, figure: number | null, gap: number, x1: number][] = [
      ['KASSA', 4, 0.1, 0.2],
      ['BANK', 4, 0.1, 0.2],
      ['ÄNDRING AV LÅNGA OCH KORTA', null, 0.4, 0.4],
      ['MEDEL', 7, 0.3, 0.15],
    ]
    const entries = lines.map(([label, figure, gap, x1]) => ({
      ...toEntry([label, figure, gap]),
      place: { x0: 0.1, x1, firstWord: 0.05 },
    }))
    expect(entriesToRows(entries, parsingWords).map(isDoubted)).toEqual([false, false, true])
    const apart = entries.with(2, { ...entries[2]!, gap: 0.9 })
    expect(entriesToRows(apart, parsingWords).map(isDoubted)).toEqual([false, false, false])
  })
})
