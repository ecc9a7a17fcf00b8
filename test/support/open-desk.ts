import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import type { DrawStage } from '../../src/commands/draw-stage.js'
import { findOriginal } from '../../src/commands/find-original.js'
import { joinSettleStages } from '../../src/commands/join-settle-stages.js'
import { loadSettings } from '../../src/commands/load-settings.js'
import { createForesight, makeDecision } from '../../src/commands/make-decision.js'
import { createDesk } from '../../src/desk/create-desk.js'
import type { DeskAssets } from '../../src/desk/desk-parts.js'
import { loadTaxonomy } from '../../src/reference.js'
import { closeDatabase, openDatabase, openForReading } from '../../src/store/open-database.js'
import type { Workplace } from './workplace.js'

/** A desk on a workplace's database, and what is asked of it. */
export interface OpenDesk {
  readonly desk: Hono
  readonly token: string
  /** Asks for a page or a change, as a page of the desk does. */
  ask(path: string, init?: RequestInit): Promise<Response>
  decide(body: unknown): Promise<{ status: number; body: Record<string, string | null> }>
  close(): void
}

/** Opens the desk as the command does, without a server, its pages drawn by `drawPage`. */
export async function openDesk(
  place: Workplace,
  assets: DeskAssets = { script: '', style: '' },
  draw: DrawStage['drawPage'] = () => Promise.reject(new Error('not drawn')),
): Promise<OpenDesk> {
  const settings = loadSettings({}, place.configure()).settings
  const writing = openDatabase(settings.database)
  const reading = openForReading(settings.database)
  const stages = await joinSettleStages()
  const token = randomBytes(8).toString('hex')
  const desk = createDesk({
    ...{ reading, assets, token, concepts: loadTaxonomy().concepts, applyDecisions: stages.applyDecisions },
    decide: (sha256, ruling) => makeDecision(writing, stages, 'eva', sha256, ruling),
    foresee: createForesight(reading, stages),
    note: (error) => {
      throw error
    },
    originalOf: (sha256) => findOriginal(reading, settings, sha256),
    drawPage: ({ bytes, mediaType }, page) => draw(bytes, mediaType, { ...page, width: 800 }),
  })
  const ask: OpenDesk['ask'] = async (path, init) => desk.request(`http://127.0.0.1:4877${path}`, init)
  return {
    desk,
    token,
    ask,
    async decide(body) {
      const headers = { 'x-avstam-token': token, 'content-type': 'application/json' }
      const response = await ask('/decisions', { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: response.status, body: (await response.json()) as Record<string, string | null> }
    },
    close() {
      reading.close()
      closeDatabase(writing)
    },
  }
}
