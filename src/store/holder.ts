import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** A process that holds something, told from another of the same number by its start, its machine and the machine's start. */
export interface Holder {
  readonly pid: number
  /** In the kernel's ticks since the machine started; empty outside Linux. */
  readonly process_start: string
  readonly boot: string
  readonly host: string
}

/** This process. */
export function describeSelf(): Holder {
  return {
    pid: process.pid,
    process_start: startOf(process.pid),
    boot: textOf('/proc/sys/kernel/random/boot_id').trim(),
    host: hostname(),
  }
}

/** A holder as one text: the same for the same process, and for no other. */
export function nameOfHolder({ host, boot, pid, process_start }: Holder): string {
  return [host, boot, pid, process_start].join(' ')
}

/**
 * Whether a holder lives, as this process can tell; `unknown` for one on another machine, and for one of which the
 * system tells no more than that some process has its number.
 */
export function lifeOf(holder: Holder, self: Holder): 'alive' | 'dead' | 'unknown' {
  if (holder.host !== self.host) return 'unknown'
  if (holder.boot !== self.boot || startOf(holder.pid) !== holder.process_start) return 'dead'
  if (holder.process_start !== '') return 'alive'
  try {
    process.kill(holder.pid, 0)
    return 'unknown'
  } catch {
    return 'dead'
  }
}

function startOf(pid: number): string {
  // 4242 (node (main)) S 1 4242 … : the name may hold spaces and brackets, the fields begin after the last bracket
  const stat = textOf(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
