import { availableParallelism } from 'node:os'
import { z } from 'zod'

const folder = (about: string) => z.string().min(1).describe(about)

/** Everything that can be set, by its name in `avstam.toml`. */
export const Settings = z.strictObject({
  database: z.string().min(1).describe('The database file.'),
  inbox: folder('Where documents are dropped: the only folder that is emptied.'),
  archive: folder('Where the originals of documents that were read are kept, by their hash and read-only.'),
  failed: folder('Where refused documents are kept, by day, each with a file beside it that says why.'),
  backups: folder('Where `nightly` keeps copies of the database.'),
  backups_kept: z.number().int().min(1).max(1000).describe('How many copies of the database are kept.'),
  summaries: folder('Where `nightly` writes its summaries.'),
  ignore: z
    .array(z.string().min(1).max(255))
    .describe(
      'Names of files and folders in the inbox that are passed over without a word; `*` and `?` stand for any.',
    ),
  settle_seconds: z.number().min(0).max(3600).describe('How long a file of the inbox must be left alone to be taken.'),
  rescan_seconds: z
    .number()
    .min(0.1)
    .max(86_400)
    .describe('How often `watch` looks through the inbox, whatever it was told.'),
  poll: z.boolean().describe('Whether `watch` asks again and again, for network shares that tell of nothing.'),
  log: z.enum(['text', 'json']).describe('How progress is told on stderr: for people, or as a JSON object a line.'),
  engine: z
    .enum(['js', 'native'])
    .describe('What reads pictures: the engine that is installed with avstam, or tesseract.'),
  jobs: z.number().int().min(1).max(64).describe('Pages read at the same time; one per processor where it is not set.'),
  all_pages: z.boolean().describe('Whether running text is read in full too, not only its headings and figures.'),
  maximum_megabytes: z.number().int().min(1).max(1000).describe('The largest file that is taken.'),
  megabytes_per_job: z
    .number()
    .int()
    .min(200)
    .max(100_000)
    .describe('Memory that reading may take for each of the jobs, before the process that reads is ended.'),
  least_free_megabytes: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .describe('Space that must be free on the disks of the database and the archive for a run to begin.'),
})
export type Settings = z.infer<typeof Settings>

/** The settings where nothing else is said; `jobs` is this machine's. */
export function defaultSettings(): Settings {
  return {
    database: 'data/avstam.sqlite',
    inbox: 'data/inbox',
    archive: 'data/archive',
    failed: 'data/failed',
    backups: 'data/backups',
    backups_kept: 14,
    summaries: 'data/summaries',
    ignore: [],
    settle_seconds: 5,
    rescan_seconds: 60,
    poll: false,
    log: 'text',
    engine: 'js',
    jobs: availableParallelism(),
    all_pages: false,
    maximum_megabytes: 300,
    megabytes_per_job: 1500,
    least_free_megabytes: 200,
  }
}
