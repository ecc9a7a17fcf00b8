import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { keepPdf } from '../../src/ocr/kept-pdf.js'

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('Expected a collector')
  collect()
}

test('an open PDF holds nothing of what was made of its pages', async () => {
  const pdf = keepPdf(readFileSync('fixtures/scans/ruled_2014_layer.pdf'))
  try {
    const made: WeakRef<object>[] = []
    for (const number of [1, 2, 3]) {
      made.push(
        new WeakRef(await pdf.usePage(number, async (page) => ({ size: page.getViewport({ scale: 1 }).width }))),
      )
    }
    await new Promise(setImmediate)
    collectGarbage()
    expect(made.map((one) => one.deref())).toEqual([undefined, undefined, undefined])
    expect(await pdf.countPages()).toBeGreaterThanOrEqual(3)
  } finally {
    await pdf.close()
  }
})
