import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createReaderPool } from '../../src/ocr/reader-pool.js'
import { drawPage } from './draw-page.js'

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

it('reads figures for several readers with one engine, each picture with its own settings', async () => {
  const pool = createReaderPool()
  const readers = [pool.take('js'), pool.take('js')]
  const line = await drawPage([{ x: 60, y: 90, text: '3 986 XYZ' }])
  const all = { language: 'eng', mode: 6 } as const
  const told = await Promise.all([
    readers[0]!.read(line, { ...all, characters: '0123456789' }),
    readers[1]!.read(line, all),
    readers[0]!.read(line, all),
  ])
  await readers[1]!.close()
  const texts = told.map((words) => words.map(({ text }) => text).join(''))
  expect(texts[0]).toMatch(/^\d+$/)
  expect(texts.slice(1)).toEqual(['3986XYZ', '3986XYZ'])
  expect(await readers[0]!.read(line, all)).toEqual(told[2])
  await readers[0]!.close()
})
