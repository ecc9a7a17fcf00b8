import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { BuildStages } from '../../src/commands/build-stages.js'
import { createProgram } from '../../src/commands/create-program.js'
import { joinSettleStages } from '../../src/commands/join-settle-stages.js'
import type { Terminal } from '../../src/commands/terminal.js'
import type { Page } from '../../src/model/page.js'
import { Report } from '../../src/model/report.js'

const settleStages = await joinSettleStages()

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own for one test. */
export class Workplace {
  /** Further lines of the configuration; files of the inbox are taken at once. */
  settings: readonly string[] = ['settle_seconds = 0']

  constructor(readonly folder = mkdtempSync(join(tmpdir(), 'avstam-test-'))) {}

  /** A path inside the folder. */
  at(...parts: readonly string[]): string {
    return join(this.folder, ...parts)
  }

  /** Writes a file, with its folders; returns its path. */
  write(path: string, content: string | Uint8Array): string {
    const target = this.at(path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
    return target
  }

  /** Runs a command in this process, on this folder's database, inbox and archive. */
  async avstam(
    words: readonly string[],
    signal = new AbortController().signal,
    stages = readReportsAsWritten,
  ): Promise<Ran> {
    const out: string[] = []
    const err: string[] = []
    const terminal: Terminal = {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      interactive: false,
    }
    const code = await createProgram(terminal, signal, stages)([...words, '--config', this.configure()])
    return { code, out: out.join(''), err: err.join('') }
  }

  /** Writes the configuration; returns its path. */
  configure(): string {
    const folders = ['inbox', 'archive', 'failed', 'backups', 'summaries']
    const settings = folders.map((name) => `${name} = ${JSON.stringify(this.at(name))}`)
    const database = `database = ${JSON.stringify(this.at('db.sqlite'))}`
    return this.write('avstam.toml', [database, ...settings, ...this.settings].join('\n'))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Stages for documents that are their own truth: a `.txt` that holds the JSON of its reports. The rest is the real. */
export const readReportsAsWritten: BuildStages = async () => ({
  readingOf: () => 'text',
  readPages: async (document): Promise<Page[]> => [
    { kind: 'plain', number: 1, lines: Buffer.from(document.bytes).toString('utf8').split('\n'), issues: [] },
  ],
  findDoubtfulWords: () => [],
  readAgain: async () => [],
  drawPage: () => Promise.reject(new Error('A text has no picture.')),
  close: () => {},
  parseReports: (pages) => {
    const text = pages.flatMap((page) => (page.kind === 'plain' ? page.lines : [])).join('\n')
    return Report.array().parse(JSON.parse(text))
  },
  ...settleStages,
})
