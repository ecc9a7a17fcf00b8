import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DocumentError, StopError } from '../errors.js'
import type { MediaType } from '../model/media-type.js'
import type { Page } from '../model/page.js'
import type { DrawnPage } from './draw-page.js'
import type { KeptPages, ReadOptions } from './read-options.js'
import { beatMilliseconds, type ReadingAnswer, type ReadingOrder, readingProgram } from './reading-messages.js'
import { soundPage } from './sound-page.js'

/** How a document is to be read in another process; `kept` holds what earlier processes read of it. */
export interface ApartOptions extends Omit<ReadOptions, 'without'> {
  readonly kept?: KeptPages
}

/** A process of its own that reads documents; it can be ended whatever it is at. */
export interface ReadingProcess {
  /** All pages in order, kept ones among them. Rejects with a ProcessDied where the process ends under the reading. */
  read(bytes: Uint8Array, mediaType: MediaType, options: ApartOptions): Promise<Page[]>
  /** A page as a PNG; rejects as `read` does. */
  draw(bytes: Uint8Array, mediaType: MediaType, page: DrawnPage): Promise<Uint8Array>
  /** The memory that it holds, in bytes; 0 where that cannot be told. */
  memory(): number
  readonly isAlive: boolean
  readonly isIdle: boolean
  end(): void
}

/** The process ended before it was done with a document. */
export class ProcessDied extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ProcessDied'
  }
}

// the same extension as this file's: compiled beside compiled, source beside source
const childProgram = fileURLToPath(new URL(`./reading-child${extname(import.meta.url)}`, import.meta.url))
/** A process that worked for so long without a sign of life hangs. */
const mostSilentWork = 120_000
/** The same where a process's work cannot be measured, by the clock. */
const mostSilentTime = 1_800_000
const heapMegabytes = 2048
/** All of the environment that a reading needs: where programs, their data and scratch files lie. */
const environment = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot', 'TESSDATA_PREFIX'] as const
/** glibc would keep the memory of pictures that are done with for ever smaller ones; so told it gives it back at once. */
const allocation = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(4 << 20) }

interface Pending {
  readonly options: Pick<ApartOptions, 'onPage' | 'cache' | 'kept'>
  /** By number, those that were kept among them. */
  readonly pages: Map<number, Page>
  /** Ends the waiting; `picture` where a page was drawn. */
  finish(pages: Page[], picture?: Uint8Array): void
  reject(error: Error): void
}

/**
 * Starts a process that reads, with hardly an environment; over `megabytes` of memory, or after `silentWork` milliseconds
 * of work without a sign of life, it is ended. One that is of another version, since the program was replaced while this
 * one ran, is ended too, and what is asked of it rejects with a StopError.
 */
export function startReadingProcess(
  megabytes: number,
  program = childProgram,
  silentWork = mostSilentWork,
): ReadingProcess {
  const inherited = environment.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  const env = { ...allocation, ...Object.fromEntries(inherited) }
  const child = fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [...process.execArgv, `--max-old-space-size=${heapMegabytes}`],
    env,
  })
  const pending = new Map<number, Pending>()
  let isAlive = true
  let isOurs = false
  let why = 'ended'
  let next = 0
  const kill = (reason: string) => {
    why = reason
    child.kill('SIGKILL')
  }
  const guard = watchOver(child, { megabytes, silentWork }, () => pending.size > 0, kill)
  const rejectAll = (error: Error) => {
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }
  const died = () => {
    isAlive = false
    guard.stop()
    rejectAll(new ProcessDied(`The reading process ${why}.`))
  }
  child.once('exit', died)
  child.once('error', died)
  child.on('message', (answer: ReadingAnswer) => {
    guard.sign()
    if (answer.kind === 'started' && answer.program === readingProgram) isOurs = true
    if (!isOurs) {
      rejectAll(replaced())
      kill('was of another version')
    }
    if (answer.kind === 'beat' || answer.kind === 'started') return
    const one = pending.get(answer.id)
    if (one === undefined) return
    const settled = meet(answer, one, (order) => isAlive && child.send(order))
    if (settled) pending.delete(answer.id)
  })
  return {
    read(bytes, mediaType, options) {
      const { engine, jobs, allPages, signal, again } = options
      const id = ++next
      return new Promise<Page[]>((resolve, reject) => {
        const interrupt = () => kill('was interrupted')
        const end =
          <Value>(settle: (value: Value) => void) =>
          (value: Value) => {
            signal?.removeEventListener('abort', interrupt)
            settle(value)
          }
        const pages = new Map(options.kept?.all().map((page) => [page.number, page]))
        pending.set(id, { options, pages, finish: end(resolve), reject: end(reject) })
        signal?.addEventListener('abort', interrupt)
        guard.sign()
        const without = new Set(pages.keys())
        const order: ReadingOrder = {
          kind: 'read',
          id,
          bytes,
          mediaType,
          engine,
          jobs,
          allPages,
          without,
          ...(again && { again }),
        }
        child.send(order, (error) => error && died())
      })
    },
    draw(bytes, mediaType, page) {
      const id = ++next
      return new Promise<Uint8Array>((resolve, reject) => {
        const finish: Pending['finish'] = (_, picture = Buffer.of()) => resolve(picture)
        pending.set(id, { options: {}, pages: new Map(), finish, reject })
        guard.sign()
        const order: ReadingOrder = { kind: 'draw', id, bytes, mediaType, page }
        child.send(order, (error) => error && died())
      })
    },
    memory: () => memoryOf(child.pid),
    get isAlive() {
      return isAlive
    },
    get isIdle() {
      return pending.size === 0
    },
    end: () => kill('was ended'),
  }
}

/** Does as an answer says; returns whether the reading is over. */
function meet(answer: ReadingAnswer, one: Pending, send: (order: ReadingOrder) => void): boolean {
  const { options, pages, finish, reject } = one
  switch (answer.kind) {
    case 'page': {
      const page = soundPage(answer.page)
      pages.set(page.number, page)
      return !succeeds(one, () => {
        // a page that failed is worth another try
        if (page.issues.length === 0) options.kept?.put(page)
        options.onPage?.(page, answer.done, answer.total)
      })
    }
    case 'seek':
      Promise.resolve(options.cache?.get(answer.key)).then(
        (page) => send({ kind: 'kept', asked: answer.asked, page }),
        reject,
      )
      return false
    case 'keep':
      return !succeeds(one, () => {
        if (soundPage(answer.page) === answer.page) options.cache?.put(answer.key, answer.page)
      })
    case 'drawn':
      finish([], answer.picture)
      return true
    case 'read':
      finish([...pages.values()].sort((a, b) => a.number - b.number))
      return true
    case 'failed':
      reject(new DocumentError(answer.reason, answer.message))
      return true
    case 'missing':
      reject(new StopError('missing', answer.message, answer.advice))
      return true
    default:
      return false
  }
}

function replaced(): StopError {
  const message = 'The program was replaced by another version while this one was at work.'
  return new StopError('missing', message, 'Start it again; nothing is lost.')
}

/** A disk that is full fails the reading that has something to keep. */
function succeeds({ reject }: Pending, work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)))
    return false
  }
}

/** Ends a process that takes too much memory, or works on and on without a sign of life while something is asked of it. */
function watchOver(
  child: ChildProcess,
  most: { megabytes: number; silentWork: number },
  isBusy: () => boolean,
  kill: (why: string) => void,
) {
  let signed = { clock: performance.now(), work: workOf(child.pid) }
  const timer = setInterval(() => {
    if (memoryOf(child.pid) > most.megabytes * 1_000_000) kill(`needed more than ${most.megabytes} MB`)
    if (!isBusy()) return
    const worked = workOf(child.pid)
    const isHanging =
      worked === undefined || signed.work === undefined
        ? performance.now() - signed.clock > mostSilentTime
        : worked - signed.work > most.silentWork
    if (isHanging) kill('hung')
  }, beatMilliseconds / 2)
  timer.unref()
  return {
    sign() {
      signed = { clock: performance.now(), work: workOf(child.pid) }
    },
    stop: () => clearInterval(timer),
  }
}

/** Resident memory in bytes, as Linux tells it; 0 elsewhere. */
function memoryOf(pid: number | undefined): number {
  const pageBytes = 4096
  return Number(textOf(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * pageBytes
}

/** Processor time in milliseconds, as Linux tells it; undefined elsewhere. */
function workOf(pid: number | undefined): number | undefined {
  const tickMilliseconds = 10
  const stat = textOf(`/proc/${pid}/stat`)
  if (stat === '') return undefined
  // 4242 (node (main)) S 1 … : the name may hold spaces and brackets, the fields begin after the last bracket
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMilliseconds
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
