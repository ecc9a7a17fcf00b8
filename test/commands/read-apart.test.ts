import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ReadOrder, readApart } from '../../src/commands/read-apart.js'
import { loadSettings } from '../../src/commands/settings.js'
import { openDocument } from '../../src/inbox/open-document.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
let order: ReadOrder
beforeEach(() => {
  place = new Workplace()
  const document = openDocument(place.write('a.txt', 'Resultaträkning'), 1000)!
  order = { document, reading: 'text', settings: loadSettings({}, undefined).settings }
})
afterEach(() => place.remove())

/** Has the order followed by a program of these lines. */
const readBy = (lines: string, signal = new AbortController().signal) =>
  readApart(order, signal, place.write('program.mjs', lines))
const answering = (answer: object) =>
  `process.once('message', () => process.send(${JSON.stringify(answer)}, process.exit))`

describe('readApart', () => {
  it('hands the document over with its bytes, and ends well where it is read', async () => {
    await readBy(`process.once('message', ({ document }) => {
      const text = Buffer.from(document.bytes).toString()
      process.send(text === 'Resultaträkning' ? { kind: 'done' } : { kind: 'stop', message: text }, process.exit)
    })`)
  })

  it.each([
    ['is killed', "process.kill(process.pid, 'SIGKILL')"],
    ['ends by itself', 'process.exit(0)'],
    ['throws', "throw new Error('out of memory')"],
  ])('blames the document where the process %s', async (_, death) => {
    const died = readBy(`process.once('message', () => { ${death} })`)
    await expect(died).rejects.toMatchObject({ name: 'DocumentError', reason: 'crashed' })
  })

  it('passes on what was found wrong, with the document or with the program', async () => {
    const withDocument = readBy(answering({ kind: 'document', reason: 'encrypted', message: 'It has a password.' }))
    await expect(withDocument).rejects.toMatchObject({ name: 'DocumentError', reason: 'encrypted' })
    const withProgram = readBy(answering({ kind: 'stop', message: 'A part is missing.' }))
    await expect(withProgram).rejects.toMatchObject({ name: 'StopError', code: 3 })
  })

  it('ends the process when it is interrupted', async () => {
    const interruption = new AbortController()
    const read = readBy('setInterval(() => {}, 1000)', interruption.signal)
    setTimeout(() => interruption.abort(), 100)
    await expect(read).rejects.toMatchObject({ name: 'AbortError' })
  })
})
