import { accessSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
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

/** A reader on tesseract.js: one worker a language, started when first needed, its data from the installed packages. */
export function createTesseractJsReader(): Reader {
  const workers = new Map<Language, Promise<Tesseract.Worker>>()
  const end = async (language: Language): Promise<void> => {
    const worker = workers.get(language)
    workers.delete(language)
    await worker?.then((started) => started.terminate()).catch(() => {})
  }
  return {
    name: `tesseract.js-7 ${model}`,
    async read(picture: Picture, settings: ReadSettings): Promise<ReadWord[]> {
      const { language } = settings
      const started = workers.get(language) ?? startWorker(language)
      workers.set(language, started)
      try {
        return await withWorkDeadline(
          started.then((worker) => readWith(worker, picture, settings)),
          readMilliseconds,
          () => new DocumentError('timeout', `The page was not read after ${readMilliseconds / 1000} s of work`),
        )
      } catch (error) {
        await end(language)
        throw error instanceof Error ? error : new Error(String(error))
      }
    },
    async close(): Promise<void> {
      await Promise.all([...workers.keys()].map(end))
    },
  }
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
