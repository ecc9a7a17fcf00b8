import { expect, it } from 'vitest'
import type { PicturePage } from '../../src/model/page.js'
import { withoutKronaMarks } from '../../src/parse/without-krona-marks.js'
import { picturePage, printRows } from '../support/lay-out.js'

/** A page of figures with a look at one of them. */
function looked(figures: readonly string[], text: string): PicturePage {
  const page = picturePage(
    printRows(
      figures.map((figure) => ['Hyra', figure]),
      [0.8],
    ),
  )
  const box = { x0: 0.7, y0: 0.4, x1: 0.8, y1: 0.41 }
  return { ...page, again: [{ box, said: [{ reader: 'one', text }] }] }
}

it.each([
  [['506:-', '1 523:-', '755:-'], '506-', '506'],
  [['506:-', '1 523:-', '755:-'], '-506-', '-506'],
  // a minus behind the figure is the habit of other reports
  [['506-', '1 523', '755-'], '506-', '506-'],
  [['506:-', '1 523', '755'], '506-', '506-'],
])('beside %j a look at %s is %s', (figures, text, heard) => {
  const page = withoutKronaMarks(looked(figures, text)) as PicturePage
  expect(page.again?.[0]?.said.map((one) => one.text)).toEqual([heard])
})

/** The figures of a page whose rows hold these, as they are used. */
function used(figures: readonly string[]): string[] {
  const words = printRows(
    figures.map((figure) => ['Hyra', figure]),
    [0.8],
  )
  const { readings } = withoutKronaMarks(picturePage(words)) as PicturePage
  return readings[0]!.words.flatMap(({ text }) => (text === 'Hyra' ? [] : [text]))
}

it.each([
  ['a colon that was not read', '506-', ['506']],
  ['a colon read as another mark', '506.-', ['506']],
  ['a dash that was not read', '506;', ['506']],
  ['a minus before the figure', '-506-', ['-506']],
  ['a dash set apart', '506 -', ['506']],
  ['a figure without a mark', '506', ['506']],
  ['a whole mark', '506:-', ['506:-']],
  ['the year of a torn date', '2013-', ['2013-']],
])('%s beside figures with marks', (_, figure, told) => {
  expect(used(['501:-', '502:-', '503:-', '504:-', figure]).slice(4)).toEqual(told)
})

it('a dash behind a figure is a minus where most figures end so', () => {
  expect(used(['506-', '1523-', '755-', '89-', '501:-', '502:-', '503:-'])).toContain('506-')
})

it('what a text layer prints is no worn mark', () => {
  const words = printRows(
    ['501:-', '502:-', '503:-', '506-'].map((figure) => ['Hyra', figure]),
    [0.8],
  )
  const page = { ...picturePage(words), source: 'text_layer' as const }
  expect((withoutKronaMarks(page) as PicturePage).readings[0]!.words).toEqual(words)
})
