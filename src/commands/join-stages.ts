import type { Database } from 'better-sqlite3'
import { DocumentError, StopError } from '../errors.js'
import { createApartReader } from '../ocr/read-apart.js'
import { readPlainText } from '../ocr/read-plain-text.js'
import { readingSettings } from '../ocr/reading-settings.js'
import { findDoubtfulWords } from '../parse/doubtful-words.js'
import { parseReports } from '../parse/parse-reports.js'
import { parsingWordsOf } from '../parsing-words.js'
import type { Stages } from '../pipeline.js'
import { loadReference, type Reference } from '../reference.js'
import { openPageKeeping } from '../store/page-store.js'
import { version } from '../version.js'
import type { DrawStage } from './draw-stage.js'
import { lookForModules } from './look-at-modules.js'
import { lookAtLanguages, lookAtTesseract } from './look-at-reader.js'
import type { Progress } from './progress.js'
import type { Settings } from './settings.js'

/** The real stages of reading, with the engine and the settings in force; throws a StopError where a part of them is missing. */
export async function joinStages(
  settings: Settings,
  database: Database,
  progress: Progress,
  signal: AbortSignal,
): Promise<Stages & DrawStage> {
  await refuseMissing(settings)
  const words = parsingWordsOf(await loadWholeReference())
  const reader = createApartReader(settings.megabytes_per_job * settings.jobs)
  const reading = settings.all_pages ? `${settings.engine} all pages` : settings.engine
  return {
    readingOf: (mediaType) => (mediaType === 'text/plain' ? 'text' : reading),
    async readPages(document, mediaType) {
      if (mediaType === 'text/plain') return readPlainText(document.bytes)
      const keeping = openPageKeeping(database, document.sha256, `${reading} ${version} ${readingSettings}`)
      const pages = await reader.read(document.bytes, mediaType, {
        engine: settings.engine,
        jobs: settings.jobs,
        allPages: settings.all_pages,
        onPage: (_, done, total) => progress.page(document.name, done, total),
        signal,
        ...keeping,
      })
      keeping.flush()
      return pages
    },
    async readAgain(document, mediaType, doubtful) {
      try {
        const { engine, jobs, all_pages: allPages } = settings
        return await reader.read(document.bytes, mediaType, { engine, jobs, allPages, signal, again: doubtful })
      } catch (error) {
        // what was read stands without it
        if (error instanceof DocumentError) return []
        throw error
      }
    },
    parseReports: (pages) => parseReports(pages, words),
    findDoubtfulWords: (page, tables) => findDoubtfulWords(page, tables, words),
    drawPage: (bytes, mediaType, page) => reader.draw(bytes, mediaType, page),
    close: () => reader.close(),
  }
}

/** Throws a StopError where a part of the reader is not whole: better before the first file than in the middle of it. */
async function refuseMissing({ engine }: Settings): Promise<void> {
  const parts = engine === 'js' ? lookAtLanguages(engine) : [lookAtTesseract(engine)]
  const missing = [...parts, ...(await lookForModules())].find(({ state }) => state === 'missing')
  if (missing === undefined) return
  throw new StopError('missing', `${missing.what}: ${missing.detail}.`, 'See `avstam doctor` for all parts.')
}

async function loadWholeReference(): Promise<Reference> {
  try {
    return await loadReference()
  } catch (error) {
    throw new StopError(
      'missing',
      'The reference tables cannot be read.',
      'Install avstam again; data/reference is theirs.',
      error,
    )
  }
}
