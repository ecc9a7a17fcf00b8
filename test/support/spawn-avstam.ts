import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Workplace } from './workplace.js'

/** How a process of avstam ended, and what it printed. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** How a process is started. */
export interface Start {
  readonly env?: Readonly<Record<string, string>>
  /** A command that runs it, with its words: `strace -f …`. */
  readonly under?: readonly string[]
  readonly uid?: number
  /** Words of Node.js. */
  readonly node?: readonly string[]
}

const loader = import.meta.resolve('tsx')
const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `avstam` as it is, in the place's folder. */
export function startAvstam(
  place: Workplace,
  words: readonly string[],
  start: Start = {},
  cli = source('../../src/cli.ts'),
) {
  return startProcess(place, [cli, ...words], start)
}

/** A command over documents that are their own truth, in a process of its own; settings as the place has them. */
export function startAsWritten(place: Workplace, words: readonly string[], start: Start = {}): ChildProcess {
  return startProcess(place, [source('../faults/run-as-written.ts'), place.folder, ...words], start)
}

/** Waits for a process to end. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout?.on('data', (data: Buffer) => out.push(data.toString()))
  child.stderr?.on('data', (data: Buffer) => err.push(data.toString()))
  const [code, signal] = await once(child, 'close')
  return { code, signal, out: out.join(''), err: err.join('') }
}

function startProcess(
  place: Workplace,
  program: readonly string[],
  { env = {}, under = [], uid, node = [] }: Start,
): ChildProcess {
  const [command = '', ...words] = [...under, process.execPath, ...node, '--import', loader, ...program]
  return spawn(command, words, {
    cwd: place.folder,
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
}
