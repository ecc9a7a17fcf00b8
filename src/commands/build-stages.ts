import type { Database } from 'better-sqlite3'
import { StopError } from '../errors.js'
import type { Stages } from '../pipeline.js'
import type { SettleStages } from '../settle-stored.js'
import type { DrawStage } from './draw-stage.js'
import type { Progress } from './progress.js'
import type { Settings } from './settings.js'

/** Builds what a run is made of, the edges and the pure stages, joined; tests pass in other ones. */
export type BuildStages = (
  settings: Settings,
  database: Database,
  progress: Progress,
  signal: AbortSignal,
) => Promise<Stages & SettleStages & DrawStage>

/** The real stages. They are loaded when they are needed, so that a part that is not installed stops no other command. */
export const buildStages: BuildStages = async (settings, database, progress, signal) => {
  const parts = Promise.all([
    import('./join-stages.js'),
    import('./join-settle-stages.js').then(({ joinSettleStages }) => joinSettleStages()),
  ])
  const [{ joinStages }, settleStages] = await parts.catch((error: unknown) => {
    const what = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new StopError('missing', `A part that reading needs does not load: ${what}.`, 'See `avstam doctor`.', error)
  })
  return { ...(await joinStages(settings, database, progress, signal)), ...settleStages }
}
