import { describe, expect, it } from 'vitest'
import type { Page, PicturePage, Word } from '../../src/model/page.js'
import { chooseReadings } from '../../src/parse/choose-readings.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { rememberPages } from '../../src/parse/remember-pages.js'
import { type PrintedRow, picturePage, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const incomeStatement = (expenses: string, net: string): Word[] => {
  const rows: PrintedRow[] = [
    ['Resultaträkning'],
    ['(tkr)', 'Not', '2009', '2008'],
    ['Verksamhetens intäkter', '1', '2 842', '2 979'],
    ['Verksamhetens kostnader', '2', expenses, '-2 514'],
    ['Verksamhetens nettokostnad', null, net, '465'],
    ['Finansiella intäkter', null, '27', '31'],
    ['Årets resultat', null, '-110', '496'],
  ]
  return printRows(rows, [0.5, 0.7, 0.88])
}

const twice = (first: readonly Word[], second: readonly Word[]): PicturePage => ({
  ...picturePage(first),
  readings: [
    { reader: 'one', words: first },
    { reader: 'two', words: second },
  ],
})

const firstColumn = (page: PicturePage) =>
  parseReports([page], parsingWords)[0]!.tables[0]!.rows.map((row) => row.cells[0])

describe('chooseReadings', () => {
  const sound = incomeStatement('-2 979', '-137')
  const misread = incomeStatement('-2 919', '-131')

  it.each([
    ['first', twice(sound, misread)],
    ['second', twice(misread, sound)],
  ])('takes the reading that closes more sums where it is the %s', (_, page) => {
    expect(firstColumn(page).map((cell) => cell?.value)).toEqual([2842, -2979, -137, 27, -110])
  })

  it('parses a document once for each way to read it where the first is taken', () => {
    const parsed: (readonly Page[])[] = []
    const parse = rememberPages((pages) => {
      parsed.push(pages)
      return []
    })
    const pages = [twice(sound, misread), { ...picturePage(sound), number: 2 }]
    parse(chooseReadings(pages, parse, () => false))
    expect(parsed).toHaveLength(2)
    parse(chooseReadings([{ ...pages[0]!, again: [] }, pages[1]!], parse, () => false))
    expect(parsed).toHaveLength(5)
  })

  it('notes what the other reading saw in the same place', () => {
    expect(firstColumn(twice(sound, misread)).map((cell) => cell?.alternatives)).toEqual([[], [-2919], [-131], [], []])
  })

  it('keeps the first where the sums do not tell', () => {
    const other = incomeStatement('-2 979', '-137').map((word) => (word.text === '27' ? { ...word, text: '21' } : word))
    const broken = incomeStatement('-2 979', '-137').map((word) =>
      word.text === '27' ? { ...word, text: '29' } : word,
    )
    expect(firstColumn(twice(other, broken))[3]).toMatchObject({ value: 21, alternatives: [29] })
    expect(firstColumn(twice(broken, other))[3]).toMatchObject({ value: 29, alternatives: [21] })
  })

  it('takes no witness for a figure that the other reading cut otherwise', () => {
    const glued = sound.flatMap((word, index) => {
      const next = sound[index + 1]
      if (word.text === '2' && next?.text === '842')
        return [{ ...word, text: '2842', box: { ...word.box, x1: next.box.x1 } }]
      return word.text === '842' ? [] : [word]
    })
    expect(firstColumn(twice(sound, glued))[0]).toMatchObject({ value: 2842, alternatives: [] })
  })

  it('takes the reading of whole columns though its sums are broken, not one of the first digits of some', () => {
    const heading: PrintedRow[] = [['Not 2 Avgifter'], ['Kronor', '2009', '2008']]
    const whole = printRows(
      [
        ...heading,
        ['Utdebiterade avgifter', '78 385', '72 137'],
        ['Kommunalt bidrag', '45 499', '31 462'],
        ['Avgifter från nyttjare', '83 590', '82 116'],
        ['Övriga avgifter', '12 340', '11 870'],
        ['Summa', '224 914', '197 585'],
      ],
      [0.7, 0.88],
    )
    const broken = printRows(
      [
        ...heading,
        ['Utdebiterade avgifter', '78', null],
        ['Kommunalt bidrag', '45', null],
        ['Avgifter från nyttjare', '83', null],
        ['Övriga avgifter', null, null],
        ['Summa', '207', null],
      ],
      [0.7, 0.88],
    )
    expect(firstColumn(twice(broken, whole)).map((cell) => cell?.value)).toEqual([78385, 45499, 83590, 12340, 224914])
  })

  it('what was found under one reading does not speak for another', () => {
    const whole = printRows(
      [
        ['Resultaträkning'],
        ['(tkr)', 'Not', '2009', '2008'],
        ['Verksamhetens intäkter', '1', '2 842', '2 979'],
        ['Verksamhetens kostnader', '2', '-2 979', '-2 514'],
        ['Verksamhetens nettokostnad', null, '-137', '465'],
        ['Finansiella intäkter', null, '377', '131'],
        ['Årets resultat', null, '240', '596'],
      ],
      [0.5, 0.7, 0.88],
    )
    const isFigure = ({ box, text }: Word) => box.x1 > 0.6 && !/^20\d\d$/.test(text)
    const unread = whole.filter((word) => !isFigure(word))
    const looks = [0.7, 0.88].flatMap((edge) =>
      [...new Set(whole.filter(isFigure).map(({ box }) => box.y0))].map((y0) => {
        const words = whole.filter(
          (word) => isFigure(word) && word.box.y0 === y0 && edge - word.box.x1 < 0.1 && word.box.x1 < edge + 0.01,
        )
        const [first, last] = [words[0]!.box, words.at(-1)!.box]
        const text = words.map((word) => word.text).join('')
        const said = Array.from({ length: 4 }, (_, index) => ({ reader: `way ${index}`, text }))
        return { box: { ...first, x1: last.x1 }, said }
      }),
    )
    const cells = firstColumn({ ...twice(unread, whole), again: looks })
    expect(cells.map((cell) => cell?.value)).toEqual([2842, -2979, -137, 377, 240])
    expect(cells.flatMap((cell) => cell?.doubts ?? [])).toEqual([])
  })
})
