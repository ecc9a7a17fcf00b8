import { describe, expect, it } from 'vitest'
import { findLooseTables } from '../../src/parse/loose-tables.js'
import { linesOfText, linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The tables in running text as `title: first row … last row`. */
function tables(text: string): string[] {
  const region = { kind: null, note: null, title: null, rest: '', heading: null, lines: linesOfText(text) }
  return findLooseTables(region, parsingWords.mendText).map(
    ({ title, lines }) => `${title}: ${lines[0]?.text} … ${lines.at(-1)?.text}`,
  )
}

describe('findLooseTables', () => {
  it.each([
    [
      'rows of figures under a title',
      'Medlemmarnas bidrag\nStaten 1 200 000\nRegionen 600 000\nKommunen 600 000',
      ['Medlemmarnas bidrag: Staten 1 200 000 … Kommunen 600 000'],
    ],
    [
      'heads belong to it',
      'Bidrag\nBudget Utfall\nStaten 1 200 1 200\nRegionen 600 600\nKommunen 600 600',
      ['Bidrag: Budget Utfall … Kommunen 600 600'],
    ],
    [
      'a row whose comma was read as a full stop, where many figures follow',
      'Året i korthet\nIntäkter 1 200 1 180 1 150\nKapital 6 000 5 900 5 800\nResultat 60 61 62\nSoliditet. % 68,5 63,2 64,8',
      ['Året i korthet: Intäkter 1 200 1 180 1 150 … Soliditet. % 68,5 63,2 64,8'],
    ],
    [
      'a line of words within it',
      'Bidrag\nStaten 1 200 000\nsamt\nRegionen 600 000\nKommunen 600 000',
      ['Bidrag: Staten 1 200 000 … Kommunen 600 000'],
    ],
    [
      'the rest of the last label, on a line of its own',
      'Fördelning\nAdministration 1 156 203\nIndividinriktade 2 660 174\ninsatser\nStrukturövergripande 155 526\ninsatser\n\nHär står text.',
      ['Fördelning: Administration 1 156 203 … insatser'],
    ],
    [
      'no text that goes on below',
      'Fördelning\nAdministration 1 156 203\nIndividinriktade 2 660 174\nStrukturövergripande 155 526\nsom redovisas särskilt\noch är nya i år',
      ['Fördelning: Administration 1 156 203 … Strukturövergripande 155 526'],
    ],
    [
      'two of them, text between',
      'A-delen\nEtt 1 200\nTvå 2 400\nTre 3 600\n\nHär står text.\nHär står mer text.\nB-delen\nEtt 1 200\nTvå 2 400\nTre 3 600',
      ['A-delen: Ett 1 200 … Tre 3 600', 'B-delen: Ett 1 200 … Tre 3 600'],
    ],
    [
      'the unit behind a figure',
      'Disposition\nBalanserat resultat 870 240 kronor\nÅrets resultat -831 824 kronor\n38 416 kronor',
      ['Disposition: Balanserat resultat 870 240 kronor … 38 416 kronor'],
    ],
    [
      'tab stops',
      'Bidrag\nStaten\t1 200 000\nRegionen\t600 000\nKommunen\t600 000',
      ['Bidrag: Staten 1 200 000 … Kommunen 600 000'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tables(text)).toEqual(expected)
  })

  it('a label over three lines stands within it', () => {
    const rows: PrintedRow[] = [
      ['Nettoomsättning', '13 988', '13 543'],
      ['Årsavgiftsnivå för', null, null],
      ['bostäder, per kvm från', null, null],
      ['och med 1/7', '717', '647'],
      ['Taxeringsvärde', '125 249', '124 649'],
    ]
    const region = { kind: null, note: null, title: null, rest: '', heading: null }
    const [found] = findLooseTables(
      { ...region, lines: linesOfWords(printRows(rows, [0.7, 0.9], { leading: 0.014 })) },
      parsingWords.mendText,
    )
    expect(found?.lines).toHaveLength(rows.length)
  })

  it('in the text within a note it is a table of the note', () => {
    const lines = linesOfText('Taxeringsvärde\nByggnader 218 600 000\nMark 71 777 000\nSumma 290 377 000')
    const region = { kind: null, note: '5', title: 'Byggnader och mark', rest: '', heading: null, lines }
    expect(findLooseTables(region, parsingWords.mendText)).toMatchObject([
      { kind: 'note', note: '5', title: 'Byggnader och mark' },
    ])
  })

  it.each([
    ['too few rows', 'Bidrag\nStaten 1 200 000\nRegionen 600 000'],
    ['no amounts, but counts', 'Deltagare\nKvinnor 12\nMän 9\nTotalt 21'],
    ['sentences that end with years', 'Så var det 2007.\nSå blev det 2008.\nSå är det 2009.'],
    ['a list of dates', 'Möten\nden 4 mars 2009\nden 5 maj 2009\nden 6 juni 2009'],
    ['text alone', 'Här står text.\nHär står mer text.'],
    ['nothing', ''],
  ])('none: %s', (_, text) => {
    expect(tables(text)).toEqual([])
  })

  it('a stroke of a pen behind the figures of a scanned row ends no table', () => {
    const rows = printRows(
      [
        ['Arvoden', '449 096', '428 001'],
        ['Sociala kostnader', '98 226', '138 140'],
        ['', '547 322', '566 141'],
        ['Totalt', '547 322', '566 141'],
      ],
      [0.7, 0.85],
    )
    const ink = printPhrase({ text: 'ie', left: 0.88, top: rows.at(-1)!.box.y0 }).map((word) => ({
      ...word,
      confidence: 0.4,
    }))
    const region = {
      kind: null,
      note: null,
      title: null,
      rest: '',
      heading: null,
      lines: linesOfWords([...rows, ...ink]),
    }
    const [found] = findLooseTables(region, parsingWords.mendText)
    expect(found?.lines.at(-1)?.text).toBe('Totalt 547 322 566 141 ie')
  })

  it('figures that only the second reader saw whole end no table', () => {
    const rows: PrintedRow[] = [
      ['Belopp vid årets ingång', '6 208 000', '1 786 741'],
      ['Årets resultat', null, '2 426 358'],
      ['Belopp vid årets slut', '6 208 000', '<2426358'],
    ]
    const words = printRows(rows, [0.7, 0.85]).map((word) =>
      word.text.startsWith('<') ? { ...word, second: '2426358' } : word,
    )
    const region = { kind: null, note: null, title: null, rest: '', heading: null, lines: linesOfWords(words) }
    const [found] = findLooseTables(region, parsingWords.mendText)
    expect(found?.lines.at(-1)?.text).toContain('Belopp vid årets slut')
  })
})

it('the unit between the title and the heads on a picture is of the table', () => {
  const rows: PrintedRow[] = [
    ['Bidrag'],
    ['Belopp i tusentals kronor'],
    ['', '2013', '2012'],
    ['Staten', '1 200', '1 200'],
    ['Regionen', '6 000', '6 000'],
    ['Kommunen', '6 000', '6 000'],
  ]
  const region = { kind: null, note: null, title: null, rest: '', heading: null }
  const found = findLooseTables({ ...region, lines: linesOfWords(printRows(rows, [0.6, 0.8])) }, parsingWords.mendText)
  expect(found.map(({ title, lines }) => `${title}: ${lines[0]?.text}`)).toEqual(['Bidrag: Belopp i tusentals kronor'])
})
