import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DocumentError, StopError } from '../errors.js'
import { parseHocr } from './parse-hocr.js'
import { type Picture, pictureToPgm } from './picture.js'
import type { Reader, ReadSettings, ReadWord } from './reader.js'

const run = promisify(execFile)
const readMilliseconds = 120_000

/** A reader on the tesseract that is installed on the machine. Reading throws a StopError where there is none. */
export function createTesseractNativeReader(): Reader {
  return {
    name: 'tesseract native',
    async read(picture: Picture, settings: ReadSettings): Promise<ReadWord[]> {
      const folder = await mkdtemp(join(tmpdir(), 'avstam-ocr-'))
      try {
        const image = join(folder, 'page.pgm')
        await writeFile(image, pictureToPgm(picture))
        await run('tesseract', argumentsFor(image, join(folder, 'page'), picture, settings), {
          timeout: readMilliseconds,
          killSignal: 'SIGKILL',
          env: { PATH: process.env.PATH, TESSDATA_PREFIX: process.env.TESSDATA_PREFIX, OMP_THREAD_LIMIT: '1' },
        })
        return parseHocr(await readFile(join(folder, 'page.hocr'), 'utf8'))
      } catch (error) {
        throw explain(error)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async close(): Promise<void> {},
  }
}

function argumentsFor(image: string, output: string, picture: Picture, settings: ReadSettings): string[] {
  const parameters = {
    lstm_choice_mode: '2',
    hocr_char_boxes: '1',
    tessedit_create_hocr: '1',
    ...(settings.characters === undefined ? {} : { tessedit_char_whitelist: settings.characters }),
  }
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const dpi = String(Math.round(picture.dpi))
  return [image, output, '-l', settings.language, '--oem', '1', '--psm', String(settings.mode), '--dpi', dpi, ...flags]
}

function explain(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if ('code' in error && error.code === 'ENOENT') {
    return new StopError(
      'missing',
      'tesseract is not on the PATH',
      'Install it with its swe data, or use --engine js.',
      error,
    )
  }
  if ('killed' in error && error.killed === true) {
    return new DocumentError('timeout', `The page was not read after ${readMilliseconds / 1000} s`, error)
  }
  return error
}
