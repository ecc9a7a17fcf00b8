import { describe, expect, it } from 'vitest'
import { apartTables } from '../../src/parse/apart-table.js'
import { readColumnHead } from '../../src/parse/column-heads.js'
import { linesOfText } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The drafts of a page as rows `label: figure | figure`, a dot where a column is blank. */
function read(parts: readonly string[], inherited: readonly string[] = []) {
  const drafts = apartTables(
    parts.map((text) => ({ lines: linesOfText(text), mayRefer: true })),
    parsingWords,
    inherited.map((head) => readColumnHead(head)),
  )
  return drafts?.map((draft) =>
    draft?.entries.map(({ label, options: [option] }) =>
      option ? `${label}: ${option.cells.map((cell) => cell?.raw ?? '.').join(' | ')}` : label,
    ),
  )
}

const LABELS = 'Verksamhetens intäkter\nVerksamhetens kostnader\nVerksamhetens nettokostnad'

describe('apartTables', () => {
  it.each([
    [
      'labels, then a column of figures under each year',
      [`${LABELS}\n2009\n2 842\n-2 979\n-137\n2008\n3 000\n-2 500\n500`],
      [],
      [
        'Verksamhetens intäkter: 2 842 | 3 000',
        'Verksamhetens kostnader: -2 979 | -2 500',
        'Verksamhetens nettokostnad: -137 | 500',
      ],
    ],
    [
      'one stream of figures is cut where both columns close',
      [`${LABELS}\n2009 2008\n2 842\n-2 979\n-137\n3 000\n-2 500\n500`],
      [],
      [
        'Verksamhetens intäkter: 2 842 | 3 000',
        'Verksamhetens kostnader: -2 979 | -2 500',
        'Verksamhetens nettokostnad: -137 | 500',
      ],
    ],
    [
      'heads are those of the page before',
      [`${LABELS}\n2 842\n-2 979\n-137\n3 000\n-2 500\n500`],
      ['2009', '2008'],
      [
        'Verksamhetens intäkter: 2 842 | 3 000',
        'Verksamhetens kostnader: -2 979 | -2 500',
        'Verksamhetens nettokostnad: -137 | 500',
      ],
    ],
    [
      'costs without a minus: the difference proves them',
      [`${LABELS}\n2009\n2 979\n2 842\n137`],
      [],
      ['Verksamhetens intäkter: 2 979', 'Verksamhetens kostnader: 2 842', 'Verksamhetens nettokostnad: 137'],
    ],
    [
      'a heading among the labels',
      [`TILLGÅNGAR\nFordringar\nKassa och bank\nSumma tillgångar\n2009\n500\n400\n900`],
      [],
      ['TILLGÅNGAR', 'Fordringar: 500', 'Kassa och bank: 400', 'Summa tillgångar: 900'],
    ],
  ])('%s', (_, parts, inherited, rows) => {
    expect(read(parts, inherited)).toEqual([rows])
  })

  it('where no sum proves which label has no figure, none is guessed', () => {
    const [rows] = read(['Hyra\nTelefon\nResor\nLokaler\nMöten\n2009\n500\n400\n300\n200'])!
    expect(rows?.filter((row) => row.startsWith(':'))).toEqual([': 500', ': 400', ': 300', ': 200'])
  })

  it.each([
    ['labels and figures stand side by side', ['Intäkter 2 842\nKostnader -2 979\nNetto -137'], ['2009']],
    ['nothing but labels', [LABELS], ['2009']],
    ['nothing tells how many columns there are', [`${LABELS}\n2 842\n-2 979\n-137`], []],
    ['cells are parted by tab stops', [`${LABELS}\n2 842\n-2 979\n-137\nKassa\t500`], ['2009']],
  ])('none: %s', (_, parts, inherited) => {
    expect(read(parts, inherited)).toBeUndefined()
  })
})
