import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DocumentError } from '../errors.js'
import { parseHocr } from './parse-hocr.js'
import { type Picture, pictureToTiff } from './picture.js'
import type { Reader, ReadSettings, ReadWord } from './reader.js'
import { startTesseract, type TesseractStream } from './tesseract-stream.js'
import { withDeadline } from './with-deadline.js'

const readMilliseconds = 120_000
/** A tesseract that has not given an empty picture by then gives nothing before it ends. */
const provingMilliseconds = 10_000
const emptySide = 64
/** Processes that may stand ready besides one for each reader: a page and its second look take six kinds in all. */
const mostReady = 4

/** Whether a tesseract can be kept from picture to picture on this machine: tried once. */
let canKeep: Promise<boolean> | undefined

/**
 * Makes readers on the tesseract that is installed on the machine. They share its processes, each of which goes on from
 * picture to picture that are read with the same settings. Reading throws a StopError where there is none.
 */
export function createTesseractNativeReaders(): () => Reader {
  // in the order in which they were last used
  let ready: { readonly key: string; readonly stream: TesseractStream }[] = []
  let [open, busy] = [0, 0]
  const endMoreThan = (most: number): void => {
    const over = Math.max(0, ready.length - most)
    for (const { stream } of ready.slice(0, over)) stream.end()
    ready = ready.slice(over)
  }
  const take = (key: string): TesseractStream | undefined => {
    const one = ready.find((other) => other.key === key)
    ready = ready.filter((other) => other !== one)
    return one?.stream
  }
  const read = async (picture: Picture, settings: ReadSettings): Promise<ReadWord[]> => {
    canKeep ??= proveKeeping()
    const keeps = await canKeep
    const words = wordsFor(settings)
    const key = words.join(' ')
    const stream = take(key) ?? startTesseract(words, keeps)
    busy++
    try {
      const hocr = await readPicture(picture, stream, readMilliseconds)
      if (keeps) ready.push({ key, stream })
      return parseHocr(hocr)
    } catch (error) {
      stream.end()
      throw error
    } finally {
      busy--
      endMoreThan(open === 0 ? 0 : open + mostReady - busy)
    }
  }
  return () => {
    open++
    return {
      name: 'tesseract native',
      read,
      async close(): Promise<void> {
        open--
        if (open === 0) endMoreThan(0)
      },
    }
  }
}

async function proveKeeping(): Promise<boolean> {
  const stream = startTesseract(wordsFor({ language: 'swe', mode: 7 }), true)
  try {
    const data = new Uint8Array(emptySide ** 2).fill(255)
    await readPicture({ width: emptySide, height: emptySide, data, dpi: 300 }, stream, provingMilliseconds)
    return true
  } catch {
    return false
  } finally {
    stream.end()
  }
}

/** The picture's hOCR. A folder of its own is gone when it is read, whoever ends this process later. */
async function readPicture(picture: Picture, stream: TesseractStream, milliseconds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'avstam-ocr-'))
  try {
    const file = join(folder, 'page.tif')
    await writeFile(file, await pictureToTiff(picture))
    return await withDeadline(
      stream.read(file),
      milliseconds,
      () => new DocumentError('timeout', `The page was not read after ${milliseconds / 1000} s`),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function wordsFor({ language, mode, characters }: ReadSettings): string[] {
  const parameters = {
    lstm_choice_mode: '2',
    hocr_char_boxes: '1',
    tessedit_create_hocr: '1',
    // Nothing may carry over from one page to the next.
    classify_enable_learning: '0',
    tessedit_enable_doc_dict: '0',
    ...(characters === undefined ? {} : { tessedit_char_whitelist: characters }),
  }
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-l', language, '--oem', '1', '--psm', String(mode), ...flags]
}
