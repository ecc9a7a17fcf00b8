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
