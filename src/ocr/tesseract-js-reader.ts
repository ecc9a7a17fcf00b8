import { accessSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import Tesseract from 'tesseract.js'
import { DocumentError, StopError } from '../errors.js'
import { parseHocr } from './parse-hocr.js'
import { type Picture, pictureToTiff } from './picture.js'
import type { Reader, ReadSettings, ReadWord } from './reader.js'
import { withWorkDeadline } from './with-work-deadline.js'

const require = createRequire(import.meta.url)
const model = '4.0.0_best_int'
const readMilliseconds = 120_000

type Language = ReadSettings['language']

/** A reader on tesseract.js, its data from the installed packages. */
export function createTesseractJsReader(): Reader {
  return createTesseractJsReaders()()
}

/**
 * Makes readers on tesseract.js that have a worker each for text, and one together for figures: it has little to do, and
 * every worker holds 100 MB.
 */
export function createTesseractJsReaders(): () => Reader {
  const figures = createEngine('eng')
  let open = 0
  return () => {
    const engines = { swe: createEngine('swe'), eng: figures }
    open++
    return {
      name: `tesseract.js-7 ${model}`,
      read: (picture, settings) => engines[settings.language].read(picture, settings),
      async close(): Promise<void> {
        open--
        await Promise.all([engines.swe.end(), open === 0 && figures.end()])
      },
    }
  }
}

/** A worker with one language that reads one picture after another; started when needed, and anew after it was ended. */
function createEngine(language: Language): { read: Reader['read']; end(): Promise<void> } {
  const oneByOne = pLimit(1)
  let worker: Promise<Tesseract.Worker> | undefined
  const end = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    await ending?.then((started) => started.terminate()).catch(() => {})
  }
  const read = async (picture: Picture, settings: ReadSettings): Promise<ReadWord[]> => {
    worker ??= startWorker(language)
    const started = worker
    try {
      return await withWorkDeadline(
        started.then((ready) => readWith(ready, picture, settings)),
        readMilliseconds,
        () => new DocumentError('timeout', `The page was not read after ${readMilliseconds / 1000} s of work`),
      )
    } catch (error) {
      await end()
      throw error instanceof Error ? error : new Error(String(error))
    }
  }
  return { read: (picture, settings) => oneByOne(read, picture, settings), end }
}

function startWorker(language: Language): Promise<Tesseract.Worker> {
  const langPath = findLanguageData(language)
  return Tesseract.createWorker(language, Tesseract.OEM.LSTM_ONLY, {
    langPath,
    cacheMethod: 'none',
    gzip: true,
    // Without it a picture that cannot be decoded ends the process.
    errorHandler: () => {},
  })
}

/** The folder of a language's installed data. Throws a StopError where it is missing: the engine would wait for ever. */
export function findLanguageData(language: ReadSettings['language']): string {
  const name = `@tesseract.js-data/${language}`
  try {
    const folder = join(dirname(require.resolve(`${name}/package.json`)), model)
    accessSync(join(folder, `${language}.traineddata.gz`))
    return folder
  } catch (error) {
    throw new StopError('missing', `The language data of ${name} is not there`, 'Run `npm ci` again.', error)
  }
}

async function readWith(worker: Tesseract.Worker, picture: Picture, settings: ReadSettings): Promise<ReadWord[]> {
  const parameters = {
    tessedit_pageseg_mode: String(settings.mode),
    tessedit_char_whitelist: settings.characters ?? '',
    user_defined_dpi: String(Math.round(picture.dpi)),
    lstm_choice_mode: '2',
    hocr_char_boxes: '1',
    debug_file: '/dev/null',
    // Nothing may carry over from one page to the next.
    classify_enable_learning: '0',
    tessedit_enable_doc_dict: '0',
  }
  // The library's type knows fewer modes and parameters than the engine.
  await worker.setParameters(parameters as Partial<Tesseract.WorkerParams>)
  const { data } = await worker.recognize(await pictureToTiff(picture), {}, { hocr: true, text: false, blocks: false })
  return parseHocr(data.hocr ?? '')
}
