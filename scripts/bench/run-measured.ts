import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a program and all that it started used. */
export interface Usage {
  readonly cpuSeconds: number
  /** Most memory that was resident at once, over all its processes; looked at several times a second. */
  readonly peakBytes: number
}

const lookEveryMilliseconds = 100
const ticksASecond = 100

/** Runs a program to its end and measures it by /proc. Throws where it cannot be started, or ends with another code than 0 or 1. */
export async function runMeasured(program: string, words: readonly string[]): Promise<Usage> {
  const before = cpuOfEndedChildren()
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  let peakBytes = 0
  const looking = setInterval(() => {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, residentBytes(child.pid))
  }, lookEveryMilliseconds)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    if (code !== 0 && code !== 1) throw new Error(`Expected ${program} to end well, got exit code ${code}`)
    return { cpuSeconds: cpuOfEndedChildren() - before, peakBytes }
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

/** Memory of a process and of all under it; 0 where it has just ended. */
function residentBytes(root: number): number {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    if (!Number.isInteger(pid)) continue
    const parent = ofRunning(() => Number(statOf(pid)[1]))
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const sumUnder = (pid: number): number =>
    (ofRunning(() => bytesOf(pid)) ?? 0) + (children.get(pid) ?? []).reduce((sum, child) => sum + sumUnder(child), 0)
  return sumUnder(root)
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
