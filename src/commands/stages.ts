import type { Database } from 'better-sqlite3'
import { readDocument } from '../ocr/read-document.js'
import type { Stages } from '../pipeline.js'
import type { SettleStages } from '../settle-stored.js'
import { openPageCache } from '../store/page-store.js'
import type { Progress } from './progress.js'
import type { Settings } from './settings.js'

/** What a run is made of: the edges and the pure stages, joined. */
export type AllStages = Stages & SettleStages

/** Builds the stages for a run; tests pass in other ones. */
export type BuildStages = (settings: Settings, database: Database, progress: Progress, signal: AbortSignal) => AllStages

/** The real stages, with the engine and the settings in force. */
export const buildStages: BuildStages = (settings, database, progress, signal) => {
  const cache = openPageCache(database)
  return {
    readingOf(mediaType) {
      if (mediaType === 'text/plain') return 'text'
      return settings.all_pages ? `${settings.engine} all pages` : settings.engine
    },
    async readPages(document, mediaType) {
      const { pages } = await readDocument(document.bytes, mediaType, {
        engine: settings.engine,
        jobs: settings.jobs,
        allPages: settings.all_pages,
        onPage: (done, total) => progress.page(document.name, done, total),
        signal,
        cache,
      })
      return pages
    },
    parseReports: () => [],
    groupOrganisations: () => [],
    settleOrganisation: () => [],
  }
}
