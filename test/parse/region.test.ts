import { describe, expect, it } from 'vitest'
import { linesToRegions } from '../../src/parse/region.js'
import { linesOfText, linesOfWords, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The regions of a text as `kind note title [heads]: number of lines`. */
function regions(text: string): string[] {
  return linesToRegions(linesOfText(text), parsingWords).map(({ kind, note, title, rest, lines }) =>
    [kind ?? 'text', note, title, rest === '' ? null : `[${rest}]`]
      .filter((part) => part !== null)
      .join(' ')
      .concat(`: ${lines.length}`),
  )
}

const PROSE =
  'Förbundet har under året arbetat med insatser för personer som står långt från arbetsmarknaden och deras anhöriga'

describe('linesToRegions', () => {
  it.each([
    [
      'statements one after the other',
      'Resultaträkning 2009 2008\nIntäkter 2 842 2 979\nÅrets resultat 137 -31\nBalansräkning\n2009 2008\nKassa 500 400',
      ['income_statement Resultaträkning [2009 2008]: 2', 'balance_sheet Balansräkning: 2'],
    ],
    [
      'a statement whose column of notes is called Noter, and notes that are',
      'Balansräkning\nBelopp i 1000-tal kronor\nNoter 20091231 20081231\nKassa 500 400\nNoter 20091231 20081231\nNot 1 Kassa\nBank 500 400',
      ['balance_sheet Balansräkning: 3', 'text [Noter 20091231 20081231]: 0', 'note 1 Kassa: 1'],
    ],
    [
      'a table against the budget behind a statement, its unit on a line of its own',
      'Balansräkning\n2009 2008\nKassa 500 400\n\nNettokostnader per verksamhet\nBelopp i kr\nBudget 2009 Utfall 2009 Avvikelse\nKansli 500 400 100',
      ['balance_sheet Balansräkning: 2', 'text Nettokostnader per verksamhet: 3'],
    ],
    [
      'a statement that its parts tell, on two pages, and another behind it',
      'Stiftelsens ställning\n2009 2008\nTILLGÅNGAR\nKassa 500 400\n\nStiftelsens ställning\n2009 2008\nEGET KAPITAL OCH SKULDER\nLån 500 400\n\nIntäkter och kostnader\n2009 2008\nSTIFTELSENS INTÄKTER\nGåvor 500 400\nÅrets överskott 500 400',
      ['balance_sheet Stiftelsens ställning: 6', 'income_statement Intäkter och kostnader: 4'],
    ],
    [
      'a table of receipts without a result is no statement',
      'Medlemmar\n2009 2008\nINTÄKTER\nGåvor 500 400',
      ['text: 4'],
    ],
    [
      'notes',
      'Noter\nNot 1 Intäkter\nStaten 500\nNot 2 Kostnader 2009 2008\nHyra 200 100',
      ['text [Noter]: 0', 'note 1 Intäkter: 1', 'note 2 Kostnader [2009 2008]: 1'],
    ],
    [
      'notes that are numbered alone',
      'Noter\n1 Intäkter\nStaten 500\n2 Kostnader\nHyra 200',
      ['text [Noter]: 0', 'note 1 Intäkter: 1', 'note 2 Kostnader: 1'],
    ],
    [
      'a speck before a line is no number of a note that was passed',
      'Noter\nNot 1 Intäkter\nStaten 500\nNot 2 Kostnader\nHyra 200\n1 Föreningen Provet\nOrten 2008',
      ['text [Noter]: 0', 'note 1 Intäkter: 1', 'note 2 Kostnader: 3'],
    ],
    [
      'numbered lines before the notes are no notes',
      'Balansräkning\n1 Kassa\nBank 500',
      ['balance_sheet Balansräkning: 2'],
    ],
    [
      'a title over two lines',
      'Not 14 Upplupna kostnader och\nförutbetalda intäkter 2009 2008\nHyra 200 100',
      ['note 14 Upplupna kostnader och förutbetalda intäkter: 2'],
    ],
    ['what no heading announces', 'Styrelsen\nKassa 500', ['text: 2']],
    [
      'a heading of text ends a table',
      'Resultaträkning\nIntäkter 2 842\nRevisionsberättelse\nVi har granskat',
      ['income_statement Resultaträkning: 1', 'text Revisionsberättelse: 1'],
    ],
    [
      'running text ends a table',
      `Resultaträkning\nIntäkter 2 842\n${PROSE}\n${PROSE}\n${PROSE}`,
      ['income_statement Resultaträkning: 1', 'text: 3'],
    ],
    [
      'one line of it does not',
      `Resultaträkning\nIntäkter 2 842\n${PROSE}\nKostnader -2 705`,
      ['income_statement Resultaträkning: 3'],
    ],
    [
      'a numbered heading ends a table',
      'Resultaträkning\nIntäkter 2 842\n4.2 Personal\nAntal anställda 4',
      ['income_statement Resultaträkning: 1', 'text 4.2 Personal: 2'],
    ],
    [
      'a title over heads of columns opens another table',
      'Driftredovisning\nIrma 3 400\n\n\nMedel från andra givare\n2009 2008\nFonden 500 400',
      ['operating_statement Driftredovisning: 1', 'text Medel från andra givare: 2'],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(regions(text)).toEqual(expected)
  })

  it('headings of a picture are mended', () => {
    const lines = linesOfWords(printRows([['Resultatrikning'], ['Intäkter', '2 842']], [0.7]))
    expect(linesToRegions(lines, parsingWords)[0]).toMatchObject({ kind: 'income_statement', title: 'Resultaträkning' })
  })
})
