import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a program and all that it started used. */
export interface Usage {
  readonly cpuSeconds: number
  /** Most memory that was resident at once, over all its processes; looked at several times a second. */
  readonly peakBytes: number
}

const lookEveryMilliseconds = 50
const ticksASecond = 100

/**
 * Runs a program to its end and measures it and all under it by /proc. Throws where it cannot be started, or ends with
 * another code than 0 or 1.
 */
export async function runMeasured(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Usage> {
  const before = cpuOfEndedChildren()
  const child = spawn(program, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const seen = new Map<number, number>()
  let peakBytes = 0
  const looking = setInterval(() => {
    if (child.pid === undefined) return
    const processes = processesUnder(child.pid)
    for (const { pid, cpuSeconds } of processes) seen.set(pid, cpuSeconds)
    peakBytes = Math.max(peakBytes, sum(processes.map(({ bytes }) => bytes)))
  }, lookEveryMilliseconds)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    if (code !== 0 && code !== 1) throw new Error(`Expected ${program} to end well, got exit code ${code}`)
    // a process that outlives the one that started it is in no other's account, a short one may not have been seen
    return { cpuSeconds: Math.max(cpuOfEndedChildren() - before, sum([...seen.values()])), peakBytes }
  } finally {
    clearInterval(looking)
  }
}

/** CPU seconds of this process's children that have ended, and of theirs. */
function cpuOfEndedChildren(): number {
  const fields = statOf('self')
  return (Number(fields[13]) + Number(fields[14])) / ticksASecond
}

/** Fields of /proc/PID/stat after the name of the program, which may hold blanks. */
function statOf(pid: number | 'self'): string[] {
  return readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /su, '')
    .split(' ')
}

/** A process and all under it, with the CPU seconds that each used itself; those that have just ended are left out. */
function processesUnder(root: number): { pid: number; cpuSeconds: number; bytes: number }[] {
  const running = readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry)
    const fields = Number.isInteger(pid) ? ofRunning(() => statOf(pid)) : undefined
    if (fields === undefined) return []
    return [{ pid, parent: Number(fields[1]), cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksASecond }]
  })
  const under = new Set([root])
  for (const pid of under) for (const one of running) if (one.parent === pid) under.add(one.pid)
  return running
    .filter(({ pid }) => under.has(pid))
    .map(({ pid, parent, cpuSeconds }) => {
      const bytes = ofRunning(() => (commandOf(pid) === commandOf(parent) ? 0 : bytesOf(pid))) ?? 0
      return { pid, cpuSeconds, bytes }
    })
}

/** What a process was started with; until it runs a program of its own it has its parent's, and no memory but its. */
function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function bytesOf(pid: number): number {
  // "VmRSS:	  123456 kB"
  const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

function ofRunning<Value>(look: () => Value): Value | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
