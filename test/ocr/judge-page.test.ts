import { describe, expect, test } from 'vitest'
import { judgePage } from '../../src/ocr/judge-page.js'
import { keepTellingLines } from '../../src/ocr/keep-telling-lines.js'
import { turnPicture } from '../../src/ocr/picture.js'
import { type DrawnText, drawPage, statement } from './draw-page.js'

const ink = 128
const sentence = 'Styrelsen har under hela året haft möten om huset och dess underhåll'
const paragraph = (lines: number, from = 60): DrawnText[] =>
  Array.from({ length: lines }, (_, at) => ({ x: 40, y: from + at * 36, text: sentence }))
const heading: DrawnText = { x: 40, y: 40, text: 'Förvaltningsberättelse' }

describe('what a page holds is seen by its lines', () => {
  test('a statement holds tables, upright and on its head', async () => {
    const page = await drawPage([...statement, ...statement.map((text) => ({ ...text, y: text.y + 300 }))])
    expect(judgePage(page, ink).holds).toBe('tables')
    expect(judgePage(turnPicture(page, 2), ink).holds).toBe('tables')
  })
  test('running text holds none, with a figure in it too', async () => {
    const quoting = {
      x: 40,
      y: 60 + 8 * 36,
      text: 'Årets resultat uppgår till 146 086 kr, som förs i ny räkning till nästa år',
    }
    const page = await drawPage([heading, ...paragraph(8, 90), { ...quoting, y: 90 + 8 * 36 }])
    expect(judgePage(page, ink).holds).toBe('prose')
  })
  test('two rows of figures amid running text are a table', async () => {
    const rows = [
      { x: 40, y: 400, text: 'Balanserat resultat' },
      { x: 600, y: 400, text: '803 147' },
      { x: 40, y: 440, text: 'Årets resultat' },
      { x: 600, y: 440, text: '418 094' },
    ]
    const page = await drawPage([...paragraph(8), ...rows, ...paragraph(4, 500)])
    expect(judgePage(page, ink).holds).toBe('tables')
  })
  test('one or two digits under the years of a head are a table, and one such column is none', async () => {
    const widthOf = (text: string): number =>
      [...text].reduce((sum, character) => sum + (character === '-' ? 10.8 : 19.1), 0)
    const row = (y: number, ...texts: string[]): DrawnText[] =>
      texts.map((text, at) => ({ x: at === 0 ? 40 : 380 + 240 * at - widthOf(text), y, text }))
    const rows = (cells: (row: string[]) => string[]): DrawnText[] =>
      [
        ['Medelantal', '2010-12-31', '2009-12-31'],
        ['Kvinnor', '9', '9'],
        ['Summa', '22', '21'],
      ].flatMap((texts, at) => row(400 + 40 * at, ...cells(texts)))
    const page = async (cells: (row: string[]) => string[]) =>
      judgePage(await drawPage([...paragraph(8), ...rows(cells), ...paragraph(4, 540)]), ink).holds
    expect(await page((texts) => texts)).toBe('tables')
    expect(await page((texts) => texts.slice(0, 2))).toBe('prose')
  })
  test('names in columns and text in columns are none', async () => {
    const names = ['Göran Åkesson', 'Birgitta Rosén', 'Bo Hägglund', 'Kerstin Öhman', 'Per-Åke Lönn'].flatMap(
      (name, at) => [
        { x: 40, y: 420 + at * 40, text: name },
        { x: 500, y: 420 + at * 40, text: ['ordförande', 'kassör', 'ledamot', 'sekreterare', 'ersättare'][at]! },
      ],
    )
    expect(judgePage(await drawPage([...paragraph(9), ...names]), ink).holds).toBe('prose')
    const half = 'Styrelsen har under året haft'
    const columns = Array.from({ length: 14 }, (_, at) => [
      { x: 20, y: 60 + at * 40, text: half },
      { x: 520, y: 60 + at * 40, text: half },
    ])
    expect(judgePage(await drawPage(columns.flat()), ink).holds).toBe('prose')
  })
  test('running text on both pages of a folded sheet is none, and a table on one of them is one', async () => {
    const half = (x: number, lines: number): DrawnText[] =>
      Array.from({ length: lines }, (_, at) => ({
        x,
        y: 60 + at * 40,
        text: 'Styrelsen har under året haft'.slice(0, 25 - (at % 3) * 6),
      }))
    expect(judgePage(await drawPage([...half(20, 14), ...half(540, 14)]), ink).holds).toBe('prose')
    const rows = ['803 147', '418 094', '385 053'].flatMap((figure, at) => [
      { x: 540, y: 460 + at * 40, text: 'Kassa och' },
      { x: 850, y: 460 + at * 40, text: figure },
    ])
    expect(judgePage(await drawPage([...half(20, 14), ...half(540, 9), ...rows]), ink).holds).toBe('tables')
  })
  test('a page without text holds nothing', async () => {
    const hole = '<circle cx="40" cy="300" r="14"/>'
    expect(judgePage(await drawPage([], hole), ink).holds).toBe('nothing')
  })
  test('ticks and letters of a stamp that lies on its side are no text, and the one word of a divider is', async () => {
    const tick = (x: number, y: number): string =>
      `<path d="M${x} ${y}l6 12l12 -26" fill="none" stroke="#222" stroke-width="3"/>`
    const ticks = [tick(700, 90), tick(820, 210), tick(560, 330), tick(300, 520)].join('')
    const letters = [...'INKOM 21 MAJ'].map((text, at) => ({ x: 400, y: 120 + at * 34, text }))
    expect(judgePage(await drawPage(letters, ticks), ink).holds).toBe('nothing')
    expect(judgePage(await drawPage([{ x: 400, y: 300, text: 'Noter' }], ticks), ink).holds).toBe('prose')
  })
  test('one word again and again at the end of rows is no column of figures', async () => {
    const rows = Array.from({ length: 4 }, (_, at) => [
      { x: 40, y: 420 + at * 40, text: `${'Suppleant '.repeat(1 + (at % 2))}` },
      { x: 600, y: 420 + at * 40, text: 'Omval' },
    ])
    expect(judgePage(await drawPage([...paragraph(9), ...rows.flat()]), ink).holds).toBe('prose')
  })
  test('names like figures that begin rows are none, and figures on the head of a page are', async () => {
    const rows = (second: readonly string[]): DrawnText[] =>
      second.flatMap((text, at) => [
        { x: 40, y: 420 + at * 60, text: 'EFL FB' },
        { x: 500, y: 420 + at * 60, text },
      ])
    const names = rows(['ordförande', 'vice ordförande', 'ledamot'])
    expect(judgePage(await drawPage([...paragraph(9), ...names]), ink).holds).toBe('prose')
    const small = [
      ...paragraph(8),
      ...['803 147', '418 094'].flatMap((text, at) => [
        { x: 40, y: 400 + at * 40, text: 'Resultat' },
        { x: 700, y: 400 + at * 40, text },
      ]),
      ...paragraph(4, 500),
    ]
    expect(judgePage(turnPicture(await drawPage(small), 2), ink).holds).toBe('tables')
  })
  test('names and titles in capitals that are as narrow as digits make no table', async () => {
    const rows = ['FLE', 'EFL LBEFEL', 'LLBE', 'FLBEEF'].flatMap((text, at) => [
      { x: 40, y: 420 + at * 60, text: 'EFL FB' },
      { x: 400, y: 420 + at * 60, text: at === 0 ? 'FLEB ELF' : 'LEBELF' },
      { x: 700, y: 420 + at * 60, text },
    ])
    expect(judgePage(await drawPage([...paragraph(9), ...rows]), ink).holds).toBe('prose')
  })
  test('lines of an address are no figures with their unit', async () => {
    const address = ['870 240 Stockholm', '831 824 Ås'].flatMap((text, at) => [
      { x: 40, y: 400 + at * 40, text: 'Resultat' },
      { x: 600, y: 400 + at * 40, text },
    ])
    expect(judgePage(await drawPage([...paragraph(8), ...address, ...paragraph(4, 500)]), ink).holds).toBe('prose')
  })
  test('a few cells that end under one another behind a gap are a table, and such as begin so are none', async () => {
    const answers = ['Inga', 'Ej ställda', 'Saknas']
    const labels = answers.map((_, at) => ({ x: 40, y: 460 + at * 40, text: 'Säkerheter' }))
    const cells = (x: number, anchor: string): string =>
      answers
        .map((text, at) => `<text x="${x}" y="${460 + at * 40}" text-anchor="${anchor}" font-size="30">${text}</text>`)
        .join('')
    const lines = [...paragraph(9), ...labels, ...paragraph(2, 620)]
    expect(judgePage(await drawPage(lines, cells(900, 'end')), ink).holds).toBe('tables')
    expect(judgePage(await drawPage(lines, cells(600, 'start')), ink).holds).toBe('prose')
  })
  test('one title again and again in a list of names makes no table', async () => {
    const titles = ['vice ordförande', 'ordförande', 'ledamot', 'ledamot', 'ledamot', 'ledamot']
    const names = titles.flatMap((text, at) => [
      { x: 40, y: 420 + at * 40, text: 'Göran Åkesson' },
      { x: 500, y: 420 + at * 40, text },
    ])
    expect(judgePage(await drawPage([...paragraph(9), ...names]), ink).holds).toBe('prose')
  })
  test('single digits in two columns are a table, whatever stands over them', async () => {
    const rows = ['Kvinnor', 'Män'].flatMap((text, at) => [
      { x: 40, y: 400 + at * 40, text },
      { x: 600, y: 400 + at * 40, text: '4' },
      { x: 900, y: 400 + at * 40, text: `${4 + at}` },
    ])
    expect(judgePage(await drawPage([...paragraph(8), ...rows, ...paragraph(4, 500)]), ink).holds).toBe('tables')
  })
  test('figures with their unit behind them are a table', async () => {
    const rows = ['870 240 kronor', '831 824 kronor'].flatMap((text, at) => [
      { x: 40, y: 400 + at * 40, text: 'Resultat' },
      { x: 600, y: 400 + at * 40, text },
    ])
    expect(judgePage(await drawPage([...paragraph(8), ...rows, ...paragraph(4, 500)]), ink).holds).toBe('tables')
  })
  test('the rows at the foot of a page are a table', async () => {
    const rows = ['803 147', '418 094'].flatMap((text, at) => [
      { x: 40, y: 400 + at * 40, text: 'Resultat' },
      { x: 600, y: 400 + at * 40, text },
    ])
    expect(judgePage(await drawPage([...paragraph(9), ...rows]), ink).holds).toBe('tables')
  })
  test('years that begin lines of the second column of running text make none', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => [
      { x: 20, y: 60 + at * 40, text: 'Styrelsen har under året haft möten' },
      { x: 600, y: 60 + at * 40, text: at % 4 === 1 ? '2015' : 'gemensamma ansvaret' },
      ...(at % 4 === 1 ? [{ x: 780, y: 60 + at * 40, text: 'genomfördes' }] : []),
    ])
    expect(judgePage(await drawPage(lines.flat()), ink).holds).toBe('prose')
  })
  test('an organisation number at the head and a page number at the foot make no table', async () => {
    const frame = [
      { x: 40, y: 30, text: 'Föreningen' },
      { x: 760, y: 30, text: '769600-1234' },
      { x: 40, y: 680, text: 'Årsredovisning' },
      { x: 900, y: 680, text: '2021' },
    ]
    expect(judgePage(await drawPage([...frame, ...paragraph(12, 120)]), ink).holds).toBe('prose')
  })
})

describe('a typewriter keeps its letters apart', () => {
  const pitch = 22
  const typed = (y: number, text: string): DrawnText[] =>
    [...text].flatMap((letter, at) => (letter === ' ' ? [] : [{ x: 30 + at * pitch, y, text: letter }]))
  test('and its running text, numbers under one another in it, is none the less running text', async () => {
    const lines = [
      'Av de  421 ärenden  som kom  in under  året',
      'är nu  196  avgjorda och  resten ska  klara',
      'Under  april  2008  höll  styrelsen   möten',
      'och fick  då  2007 års  berättelse från oss',
      'i  gruppen  som redovisar  den i  maj  2009',
    ]
    const page = await drawPage([...lines, ...lines].flatMap((line, at) => typed(60 + at * 60, line)))
    expect(judgePage(page, ink).holds).toBe('prose')
  })
  test('and its table is a table', async () => {
    const rows = [
      'Hyror              Not 1  421 005   398 117',
      'Bidrag             Not 2   96 200    91 340',
      'Summa                     517 205   489 457',
    ]
    const page = await drawPage([...rows, ...rows].flatMap((line, at) => typed(120 + at * 80, line)))
    expect(judgePage(page, ink).holds).toBe('tables')
  })
})

describe('of running text only telling lines are kept', () => {
  const quoting = {
    x: 40,
    y: 330,
    text: 'Resultatet för 2021 blev 146 086 kr och kapitalet är nu vid målet igen som var',
  }
  test('the headings, the figures and what is cut by a gap', async () => {
    const row = [
      { x: 40, y: 560, text: 'Antal medlemmar' },
      { x: 600, y: 560, text: '254' },
    ]
    const page = await drawPage([
      heading,
      ...paragraph(6, 90),
      quoting,
      ...paragraph(5, 370),
      ...row,
      ...paragraph(2, 620),
    ])
    const kept = keepTellingLines(page, ink)!
    const inkBetween = (from: number, to: number): number =>
      kept.data.subarray(from * kept.width, to * kept.width).reduce((sum, value) => sum + (value < ink ? 1 : 0), 0)
    expect(inkBetween(0, 55)).toBeGreaterThan(500)
    expect(inkBetween(80, 290)).toBe(0)
    expect(inkBetween(300, 340)).toBeGreaterThan(1000)
    expect(inkBetween(380, 520)).toBe(0)
    expect(inkBetween(530, 570)).toBeGreaterThan(500)
  })
  test('a page with little text is left whole, and so is one with tables', async () => {
    expect(keepTellingLines(await drawPage([heading, ...paragraph(3)]), ink)).toBeUndefined()
    expect(keepTellingLines(await drawPage(statement), ink)).toBeUndefined()
  })
})
