import { describe, expect, it } from 'vitest'
import { entriesToRows } from '../../src/parse/entries-to-rows.js'
import { parsingWords } from '../support/parsing-words.js'
import { toEntry } from '../support/sketch-entries.js'

describe('entriesToRows, a row by itself', () => {
  it.each([
    ['Tr', 0.52, null],
    ['El', 0.52, 'El'],
    ['Tr', 0.9, 'Tr'],
    ['Tak 2004', 0.52, 'Tak 2004'],
    ['Kassa och bank', 0.2, 'Kassa och bank'],
    ['Grävsko', 0.2, null],
    ['Kapualkonto', 0.2, 'Kapualkonto'],
    ['IvSpe vNnrkmtd', 0.2, null],
  ])('%s, of which the reader was sure by %d, is %s', (label, confidence, told) => {
    const [row] = entriesToRows([{ ...toEntry([label, 5]), confidence }], parsingWords)
    expect(row?.label).toBe(told)
  })

  it.each([
    ['Fordringar Not 3', 'Fordringar', '3'],
    ['Fordringar se not 3', 'Fordringar', '3'],
    ['Fordringar (not', 'Fordringar', null],
    ['Fordringar Not I', 'Fordringar', null],
    ['Fordringar not SS. ses', 'Fordringar', null],
    ['Fordringar not die', 'Fordringar', null],
    ['(not 3) Fordringar', 'Fordringar', '3'],
    ['Upplupna kostnader 3)', 'Upplupna kostnader', '3'],
    ['Fordringar (not 3)', 'Fordringar', '3'],
    ['Fordringar not. 8a', 'Fordringar', '8a'],
    ['Fordringar se not nr 3', 'Fordringar', '3'],
    ['Fordringar not 3.', 'Fordringar', '3'],
    ['Förutbetalda kostnader not 6. ss sc ss cc', 'Förutbetalda kostnader', '6'],
    ['Fordringar .... Not 3', 'Fordringar', '3'],
    ['Not 3', 'Not 3', null],
    ['Notering 3', 'Notering 3', null],
  ])('%j refers to its note behind the label', (label, own, noteRef) => {
    const [row] = entriesToRows([toEntry([label, 5])], parsingWords)
    expect([row?.labelRaw, row?.options[0]?.noteRef]).toEqual([own, noteRef])
  })

  it.each([
    ['Soliditet, 20', 'Soliditet, %'],
    ['Soliditet. 26', 'Soliditet, %'],
    ['Soliditet, 926', 'Soliditet, %'],
    ['Soliditet,', 'Soliditet, %'],
    ['Soliditet, Yo H 23 MA', 'Soliditet, %'],
    ['Soliditet (246)', 'Soliditet (%)'],
    ['Soliditet (70)', 'Soliditet (%)'],
    ['Hyresbortfall Yo', 'Hyresbortfall %'],
  ])('%j is printed with a per cent sign', (label, told) => {
    const [row] = entriesToRows([toEntry([label, 5])], parsingWords)
    expect(row?.label).toBe(told)
  })

  it('the words that lead to a reference in its column are no part of the label', () => {
    const referring = ['Fordringar se', 'Fordringar not'].map((label) => {
      const entry = toEntry([label, 5])
      return { ...entry, options: entry.options.map((option) => ({ ...option, noteRef: '3' })) }
    })
    const labels = entriesToRows(referring, parsingWords).map(({ label }) => label)
    expect(labels).toEqual(['Fordringar', 'Fordringar'])
  })

  it('the label as read stays beside the mended one', () => {
    const [row] = entriesToRows([toEntry(['Omsiittningstillgangar', 5])], parsingWords)
    expect(row).toMatchObject({ labelRaw: 'Omsiittningstillgangar', label: 'Omsättningstillgångar' })
  })
})
