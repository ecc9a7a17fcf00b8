import { expect, it } from 'vitest'
import { drawReport } from '../../scripts/bench-heads/draw-report.js'
import { judgeHeads } from '../../scripts/bench-heads/judge-heads.js'
import { loadTools } from '../../scripts/bench-structure/load-tools.js'
import { createRandom } from '../../scripts/synthesise/random.js'

const REPORTS = 20
/** Of the columns of reports nobody has seen so many are understood at least. */
const UNDERSTOOD = 0.9

it('heads drawn in many forms are understood, and none is taken for another and sure', async () => {
  const tools = await loadTools()
  const columns = Array.from({ length: REPORTS }, (_, index) =>
    judgeHeads(drawReport(createRandom(`test/${index}`)), tools),
  ).flat()
  const right = columns.filter(({ verdict }) => verdict === 'right')
  expect(columns.filter(({ verdict }) => verdict === 'wrong and sure')).toEqual([])
  expect(columns.length).toBeGreaterThan(5 * REPORTS)
  expect(right.length / columns.length).toBeGreaterThan(UNDERSTOOD)
})
