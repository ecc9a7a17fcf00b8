import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cutStrip } from '../../src/ocr/picture.js'
import type { Reader, ReadSettings } from '../../src/ocr/reader.js'
import { Workplace } from '../support/workplace.js'
import { drawPage, statement } from './draw-page.js'

const page = await drawPage(statement)
const line = (top: number) => cutStrip(page, top, 70)
const settings: ReadSettings = { language: 'swe', mode: 7 }
const figures: ReadSettings = { language: 'eng', mode: 7, characters: '0123456789-–' }
const [tesseract] = spawnSync('sh', ['-c', 'command -v tesseract'], { encoding: 'utf8' }).stdout.split('\n')
const [stdbuf] = spawnSync('sh', ['-c', 'command -v stdbuf'], { encoding: 'utf8' }).stdout.split('\n')

let place: Workplace
let createReader: () => Reader
let reader: Reader
beforeEach(() => {
  place = new Workplace()
})
afterEach(async () => {
  await reader.close()
  vi.unstubAllEnvs()
  place.remove()
})

/** A reader that finds on PATH these programs alone, and the log of each start of tesseract. */
async function readerWith(...programs: string[]): Promise<void> {
  for (const program of programs) {
    const log = `echo started >> ${place.at('log')}\n`
    const script = place.write(
      `bin/${program.split('/').at(-1)}`,
      `#!/bin/sh\n${program === tesseract ? log : ''}exec ${program} "$@"\n`,
    )
    chmodSync(script, 0o755)
  }
  vi.stubEnv('PATH', place.at('bin'))
  vi.resetModules()
  createReader = (await import('../../src/ocr/tesseract-native-reader.js')).createTesseractNativeReaders()
  reader = createReader()
}
const starts = () => readFileSync(place.at('log'), 'utf8').trim().split('\n').length

describe.skipIf(!tesseract)('a reader on the tesseract of the machine', () => {
  it.skipIf(!stdbuf)('reads a line as it would be read alone, whatever its process read before', async () => {
    await readerWith(tesseract!, stdbuf!)
    const alone = await reader.read(line(130), settings)
    expect(alone.map(({ text }) => text).join(' ')).toBe('Verksamhetens intäkter 3 986 000')
    await reader.read(line(200), settings)
    await reader.read(line(200), figures)
    await reader.read(line(270), settings)
    expect(await reader.read(line(130), settings)).toEqual(alone)
    // one to find out that it can be kept, one for each way to read
    expect(starts()).toBe(3)
  })

  it.skipIf(!stdbuf)('shares its processes with other readers, and ends those last used first', async () => {
    await readerWith(tesseract!, stdbuf!)
    const other = createReader()
    const kinds = ['1', '2', '3', '4', '5', '6'].map((characters) => ({ ...figures, characters }))
    for (const kind of [...kinds, ...kinds]) await reader.read(line(200), kind)
    for (const kind of kinds) await other.read(line(200), kind)
    expect(starts()).toBe(1 + kinds.length)
    await other.close()
    await reader.read(line(200), settings)
    expect(starts()).toBe(2 + kinds.length)
    await reader.read(line(200), kinds[1]!)
    expect(starts()).toBe(3 + kinds.length)
  })

  it('starts one for each picture where none can be kept', async () => {
    await readerWith(tesseract!)
    expect((await reader.read(line(270), settings)).at(-1)?.text).toBe('097')
    expect((await reader.read(line(130), settings)).at(-1)?.text).toBe('000')
    expect(starts()).toBe(2)
  })

  it('goes on after a picture that cannot be read', async () => {
    await readerWith(tesseract!, ...(stdbuf ? [stdbuf] : []))
    await expect(reader.read({ ...page, height: 0, data: new Uint8Array() }, settings)).rejects.toThrow()
    expect((await reader.read(line(270), settings)).at(-1)?.text).toBe('097')
  })
})

it('says what is missing where there is no tesseract', async () => {
  await readerWith()
  await expect(reader.read(line(130), settings)).rejects.toMatchObject({ name: 'StopError', code: 3 })
})
