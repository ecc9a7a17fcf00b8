import { describe, expect, it } from 'vitest'
import { statementByContent } from '../../src/parse/statement-by-content.js'
import { linesOfText } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const told = (title: string, ...lines: string[]) =>
  statementByContent(title, linesOfText(lines.join('\n')), parsingWords.mendText)

describe('the statement under a title that names none', () => {
  it.each([
    [['Tillgångar', 'Kassa och bank  12 345  11 345'], 'balance_sheet'],
    [['A. EGET KAPITAL OCH SKULDER', 'Eget kapital  12 345  11 345'], 'balance_sheet'],
    [['Rörelsens intäkter m.m.', 'Hyror  12 345  11 345', 'Årets resultat  345  -345'], 'income_statement'],
    [['A. Intäkter', 'Hyror  12 345  11 345', 'Redovisat resultat  345  -345'], 'income_statement'],
    [['Rörelsens intäkter m.m.', 'Hyror  12 345  11 345'], undefined],
    [['Den löpande verksamheten', 'Årets resultat  345  -345'], 'cash_flow'],
    [['Löpande verksamhet', 'Årets resultat  345  -345'], 'cash_flow'],
    [['Tillförda medel', 'Årets resultat  345  -345'], 'cash_flow'],
    [['Medlemmar', 'Antal  345  344'], undefined],
  ] as const)('%j: %s', (lines, kind) => {
    expect(told('Så gick det', ...lines)).toBe(kind)
  })
  it.each([
    ['INTÄKTER OCH KOSTNADER (TKR)', 'income_statement'],
    ['Föreningens inkomster och utgifter', 'income_statement'],
    ['Kostnader', undefined],
  ])('and no parts: %s, %s', (title, kind) => {
    expect(told(title, 'Bidrag  1 345  1 344', 'Löner  -1 000  -999', 'Årets resultat  345  345')).toBe(kind)
    expect(told(title, 'Bidrag  1 345  1 344', 'Löner  -1 000  -999')).toBe(undefined)
  })
})
