import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** How a run went from its first tenth to its last. */
export interface Measured {
  readonly seconds: number
  readonly unit: string
  /** Units a second in the first tenth of them, and in the last. */
  readonly first: number
  readonly last: number
  /** Most memory of the process and those under it in the first half of the run, once it was started, and in the second. */
  readonly earlierMegabytes: number
  readonly laterMegabytes: number
  /** Most open descriptors of the process itself. */
  readonly descriptors: number
}

const lookEveryMilliseconds = 200
const pageBytes = 4096

/** Runs a program to its end; `mark` finds in a line of its progress how many units are done. */
export async function runWatched(
  program: string,
  words: readonly string[],
  folder: string,
  { unit, mark }: { unit: string; mark: RegExp },
): Promise<Measured> {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const began = performance.now()
  const marks: { clock: number; done: number }[] = []
  const looks: { clock: number; megabytes: number }[] = []
  let descriptors = 0
  let rest = ''
  child.stderr.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const done = mark.exec(line)?.[1]
      if (done !== undefined) marks.push({ clock: performance.now(), done: Number(done) })
    }
  })
  const looking = setInterval(() => {
    looks.push({ clock: performance.now(), megabytes: megabytesUnder(child.pid!) })
    descriptors = Math.max(descriptors, descriptorsOf(child.pid!))
  }, lookEveryMilliseconds)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearInterval(looking)
  if (code !== 0 && code !== 1) throw new Error(`Expected the run to end with 0 or 1, got ${code}`)
  const total = marks.at(-1)?.done ?? 0
  const rate = (from: number, to: number): number => {
    const [start, end] = [from, to].map((share) => marks.find(({ done }) => done >= share * total)?.clock ?? began)
    return ((to - from) * total * 1000) / (end! - start!)
  }
  const ended = performance.now()
  const most = (from: number, to: number) =>
    Math.max(0, ...looks.filter(({ clock }) => clock >= from && clock < to).map(({ megabytes }) => megabytes))
  const middle = (began + ended) / 2
  return {
    ...{ seconds: (ended - began) / 1000, unit, descriptors },
    ...{ first: rate(0.0, 0.1), last: rate(0.9, 1) },
    ...{ earlierMegabytes: most(began, middle), laterMegabytes: most(middle, ended) },
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
