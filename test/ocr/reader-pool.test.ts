import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createReaderPool } from '../../src/ocr/reader-pool.js'

it('gives a reader that came back to the next who asks for its engine', () => {
  const pool = createReaderPool()
  const first = pool.take('native')
  expect(pool.take('native')).not.toBe(first)
  pool.giveBack('native', first)
  expect(pool.take('js')).not.toBe(first)
  expect(pool.take('native')).toBe(first)
})

it('keeps no reader that nobody asked for in a while, and none once it is closed', async () => {
  const pool = createReaderPool(10)
  const first = pool.take('native')
  pool.giveBack('native', first)
  await pause(50)
  const second = pool.take('native')
  expect(second).not.toBe(first)
  await pool.close()
  pool.giveBack('native', second)
  expect(pool.take('native')).not.toBe(second)
})
