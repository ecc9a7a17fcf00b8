import { describe, expect, it } from 'vitest'
import { linesToRegions } from '../../src/parse/lines-to-regions.js'
import { linesOfText } from '../support/lay-out.js'
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
      'the accounts of another company stay in their note',
      'Not 5 Andelar\nBolaget 500 400\n\nBolagets ställning\n2021-12-31 2020-12-31\nTillgångar\nMark 500 400',
      ['note 5 Andelar: 5'],
    ],
    [
      'dates without marks behind the number of a note, its title below them beside the units',
      'Not 2 20201231 20191231\nVerksamhetens intäkter tkr tkr\nBidrag 500 400\nNot 3 Förutbetalda 20201231 20191231\nintäkter tkr tkr\nRäntor 500 400',
      ['note 2 Verksamhetens intäkter [20201231 20191231]: 2', 'note 3 Förutbetalda intäkter [20201231 20191231]: 2'],
    ],
    [
      'a table against the budget behind a note',
      'Not 6 Skulder\nLöner 500 400\n\nNettokostnader per verksamhet\nBelopp i SEK\nBudget -21 Utfall 2021 Avvikelse\nKansli 500 400 100',
      ['note 6 Skulder: 1', 'text Nettokostnader per verksamhet: 3'],
    ],
    [
      'a table against the budget in one word behind a note',
      'Not 6 Skulder\nLöner 500 400\n\nDRIFTSAMMANDRAG\nBelopp i kronor\nBudget 2008 Utfall 2008 Budgetavvikelse\nKansli 500 400 100',
      ['note 6 Skulder: 1', 'text DRIFTSAMMANDRAG: 3'],
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
    [
      'the days of a statement under its title are no row, and a budget beside them opens no other table',
      'Resultaträkning\n1 januari – 31 december 2006\n\n\nBelopp i tkr\nBudget 2006 Utfall 2006 Avvikelse 2005\nAvgifter 4 770 5 235 465 5 763',
      ['income_statement Resultaträkning: 4'],
    ],
    [
      'days over a column of notes that is called Noter',
      'Balansräkning\nPer den 31 december 2006\nNoter 06-12-31 05-12-31\nKassa 500 400',
      ['balance_sheet Balansräkning: 3'],
    ],
    [
      'what columns hold behind a column of notes that is called Noter',
      'Resultaträkning\n2004 2004 2003\nNoter Utfall Budget Utfall\nAvgifter 500 480 400',
      ['income_statement Resultaträkning: 3'],
    ],
    [
      'numbered lines are notes where a row points to them',
      'Balansräkning\nKassa Not 2 500 400\n2) Kassa\nBank 500 400\n3) Fordringar\nStaten 200 100',
      ['balance_sheet Balansräkning: 1', 'note 2 Kassa: 1', 'note 3 Fordringar: 1'],
    ],
    [
      'a row may point to a note behind its figures, and the unit stand behind the title of the note',
      'Balansräkning\nKassa 500 400 2\n2. Kassa i tusen kronor\nBank 500 400',
      ['balance_sheet Balansräkning: 1', 'note 2 Kassa i tusen kronor: 1'],
    ],
    [
      'numbered lines are notes where a row in thousands points to them',
      'Balansräkning\nKassa 2 88:- 89:-\n2) Kassa\nBank 88:- 89:-',
      ['balance_sheet Balansräkning: 1', 'note 2 Kassa: 1'],
    ],
    [
      'a row of small figures that begins with its reference in brackets opens no note',
      'Balansräkning\n2016 2015\nFordringar 17 8\n(not 6) Förutbetalda kostnader 16 15\nSumma 33 23',
      ['balance_sheet Balansräkning: 4'],
    ],
    [
      'a cash flow of a title of its own, with heads of two bodies, behind a balance sheet',
      'Balansräkning\n2009 2008\nKassa 500 400\n\nPengarnas väg\nBelopp i kronor\nKoncernen Moderbolaget\n2009 2008 2009 2008\nDen löpande verksamheten\nResultat 500 400 300 200',
      ['balance_sheet Balansräkning: 2', 'cash_flow Pengarnas väg: 5'],
    ],
    [
      'a table against the budget, its heads on two lines, behind a statement of income',
      'Resultaträkning\n2009 2008\nKassa 500 400\n\nNettokostnader per verksamhet\nBudget\n2009 Utfall 2009 Avvikelse\nKansli 500 400 100',
      ['income_statement Resultaträkning: 2', 'text Nettokostnader per verksamhet: 3'],
    ],
    [
      'a row in kronor that begins with its reference opens no note',
      'Resultaträkning\n2012 2011\nnot 2 Avgifter 78 147 kr 82 932 kr\nSumma 78 147 kr 82 932 kr',
      ['income_statement Resultaträkning: 3'],
    ],
    [
      'numbered lines of other words than the row that points to the number are none',
      'Balansräkning\nKassa Not 2 500 400\n2) Fonder\nBank 500 400',
      ['balance_sheet Balansräkning: 3'],
    ],
    [
      'a row over two lines that begins with its reference, as others do, opens no note',
      'Balansräkning\n2009 2008\nNot 1 Kassa 500 400\nNot 2 Förutbetalda kostnader och upplupna\nintäkter 57 100\nSumma 557 500',
      ['balance_sheet Balansräkning: 5'],
    ],
    [
      'the title of a note on the line below its number',
      'Noter\nNot 9\nMedelantalet anställda\n2009 2008\nKvinnor 3 3',
      ['text [Noter]: 0', 'note 9 Medelantalet anställda: 2'],
    ],
    [
      'bodies beside the number of a note are no title of it',
      'Noter\nNot 9 Koncernen Moderbolaget\nMedelantalet anställda\n2009 2008 2009 2008\nKvinnor 3 3 2 2',
      ['text [Noter]: 0', 'note 9 Medelantalet anställda [Koncernen Moderbolaget]: 2'],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(regions(text)).toEqual(expected)
  })
})
