import { describe, expect, it } from 'vitest'
import { alignLabels, findClosing, type LabelNature } from '../../src/parse/align-labels.js'

describe('findClosing', () => {
  it.each([
    // figures, which of them follow from those before: s(um), d(ifference)
    [[100, 20, 120], '..s'],
    [[100, 20, 120, 5, 125], '..s.s'],
    [[100, 20, 120, 30, 5, 35, 155], '..s..ss'],
    [[2842, 2979, -137], '..d'],
    [[2842, -2979, -137], '..s'],
    [[500, 500], '.s'],
    [[500, 500, 1000], '.ss'],
    [[1, 2, 4], '...'],
    [[], ''],
  ] as const)('%j: %s', (figures, closing) => {
    const marks = findClosing(figures).map((one) => (one === 'sum' ? 's' : one === 'difference' ? 'd' : '.'))
    expect(marks.join('')).toBe(closing)
  })
})

const NATURES: Readonly<Record<string, LabelNature>> = {
  l: 'line',
  s: 'sum',
  r: 'result',
  h: 'heading',
  e: 'either',
}

describe('alignLabels', () => {
  it.each([
    // natures of the labels in order, figures, the label of each figure
    ['as many labels as figures, and the sum closes', 'lls', [100, 20, 120], [0, 1, 2]],
    ['a heading owns no figure', 'hlls', [100, 20, 120], [1, 2, 3]],
    ['a heading between two blocks', 'hllshlls', [100, 20, 120, 30, 5, 35], [1, 2, 3, 5, 6, 7]],
    ['a heading that may be a row is one where its figure stands', 'ells', [100, 20, 7, 127], [0, 1, 2, 3]],
    ['a result that the difference proves', 'llr', [2842, 2979, -137], [0, 1, 2]],
    ['only lines, as many as figures', 'lll', [5, 6, 7], [0, 1, 2]],
    ['figures at the end without words', 'lls', [100, 20, 120, 9], [0, 1, 2, null]],
  ] as const)('%s', (_, natures, figures, labels) => {
    expect(
      alignLabels(
        [...natures].map((nature) => NATURES[nature]!),
        figures,
      ).labels,
    ).toEqual(labels)
  })

  it('a label without a figure is not guessed among its like', () => {
    // one of the three lines has no figure; the sum closes whichever it is
    const { labels } = alignLabels(['line', 'line', 'line', 'sum'], [100, 20, 120])
    expect(labels).toEqual([null, null, 3])
  })

  it('of two equal labels either will do', () => {
    const { labels } = alignLabels(['line', 'line', 'sum'], [100, 100], undefined, ['Ränta', 'Ränta', 'Summa'])
    expect(labels[0]).not.toBeNull()
  })

  it('nothing to join is no failure', () => {
    expect(alignLabels([], []).labels).toEqual([])
    expect(alignLabels([], [1]).labels).toEqual([null])
  })
})
