import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** How a run went from its first tenth to its last. */
export interface Measured {
  readonly seconds: number
  readonly unit: string
  /** Units a second in the first tenth of them, and in the last. */
  readonly first: number
  readonly last: number
  /**
   * Most memory of the process and those under it while the first half of the units was done, and from then to its end:
   * what comes after the last of them is in it.
   */
  readonly earlierMegabytes: number
  readonly laterMegabytes: number
  /** Most open descriptors of the process itself. */
  readonly descriptors: number
}

const lookEveryMilliseconds = 200
const pageBytes = 4096

/** What a run's progress tells of, and when it is to be interrupted, if it does not end by itself. */
export interface Watched {
  readonly unit: string
  /** A line that tells of one more unit. */
  readonly mark: RegExp
  readonly isOver?: () => boolean
}

/** Runs a program to its end. */
export async function runWatched(
  program: string,
  words: readonly string[],
  folder: string,
  { unit, mark, isOver }: Watched,
): Promise<Measured> {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const began = performance.now()
  const marks: number[] = []
  const looks: { clock: number; megabytes: number }[] = []
  let descriptors = 0
  let rest = ''
  child.stderr.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (mark.test(line)) marks.push(performance.now())
  })
  const looking = setInterval(() => {
    looks.push({ clock: performance.now(), megabytes: megabytesUnder(child.pid!) })
    descriptors = Math.max(descriptors, descriptorsOf(child.pid!))
    if (isOver?.()) child.kill('SIGINT')
  }, lookEveryMilliseconds)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearInterval(looking)
  const wanted = isOver === undefined ? [0, 1] : [130]
  if (!wanted.includes(code ?? -1)) throw new Error(`Expected the run to end with ${wanted.join(' or ')}, got ${code}`)
  // from the first unit on: what the start took must not make the first tenth slow
  const at = (share: number) => marks[Math.max(0, Math.ceil(share * marks.length) - 1)] ?? began
  const rate = (from: number, to: number) => ((to - from) * marks.length * 1000) / (at(to) - at(from))
  const ended = performance.now()
  const most = (from: number, to: number) =>
    Math.max(0, ...looks.filter(({ clock }) => clock >= from && clock < to).map(({ megabytes }) => megabytes))
  return {
    ...{ seconds: (ended - began) / 1000, unit, descriptors },
    ...{ first: rate(0, 0.1), last: rate(0.9, 1) },
    ...{ earlierMegabytes: most(began, at(0.5)), laterMegabytes: most(at(0.5), ended) },
  }
}

function megabytesUnder(root: number): number {
  return [root, ...childrenOf(root)].reduce((sum, pid) => sum + megabytesOf(pid), 0)
}

function childrenOf(pid: number): number[] {
  const told = textOf(`/proc/${pid}/task/${pid}/children`).trim()
  return told === '' ? [] : told.split(' ').map(Number)
}

function megabytesOf(pid: number): number {
  return (Number(textOf(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * pageBytes) / 1e6
}

function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
