import { expect, test } from 'vitest'
import { prepareAgain } from '../../src/ocr/look-again.js'
import { type PreparedPage, preparePage } from '../../src/ocr/prepare-page.js'
import { createPreparedStore } from '../../src/ocr/prepared-keeping.js'
import { toReadable } from '../../src/ocr/read-picture.js'
import { picturePage } from '../support/lay-out.js'
import { drawPage, statement } from './draw-page.js'

const [document, another] = [Buffer.from('one'), Buffer.from('another')]

/** A page that leans a little, with grey letters on uneven edges, as it is made ready when it is first read. */
async function prepared(): Promise<PreparedPage> {
  const { picture, sized } = await toReadable(await drawPage(statement, '', 1))
  return preparePage(picture, sized)
}

test('a page that was kept is, to the pixel, what it would be made into again', async () => {
  const pages = createPreparedStore().of(document)
  await pages.keep(1, await prepared())
  const again = await prepareAgain(await drawPage(statement, '', 1), picturePage([]))
  const kept = await pages.take(1)
  expect(Buffer.compare(kept!.picture.data, again.picture.data)).toBe(0)
  expect(Buffer.compare(kept!.twin!.data, again.twin!.data)).toBe(0)
  const { picture, twin, ...rest } = again
  expect(kept).toMatchObject(rest)
  expect(kept!.picture.dpi).toBe(picture.dpi)
  expect(kept!.twin!.width).toBe(twin!.width)
})

test('a page is given once, and forgotten with its document', async () => {
  const store = createPreparedStore()
  const page = await prepared()
  await store.of(document).keep(1, page)
  await store.of(document).keep(2, page)
  expect(await store.of(document).take(1)).toBeDefined()
  expect(await store.of(document).take(1)).toBeUndefined()
  const [late, other] = [store.of(document), store.of(another)]
  await late.keep(3, page)
  expect(await other.take(2)).toBeUndefined()
  expect(await other.take(3)).toBeUndefined()
})

test('no more is kept than there is room for', async () => {
  const pages = createPreparedStore(100_000).of(document)
  const page = await prepared()
  const numbers = Array.from({ length: 20 }, (_, number) => number)
  for (const number of numbers) await pages.keep(number, page)
  const taken = await Promise.all(numbers.map((number) => pages.take(number)))
  const count = taken.filter((one) => one !== undefined).length
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(20)
  await pages.keep(20, page)
  expect(await pages.take(20)).toBeDefined()
})
