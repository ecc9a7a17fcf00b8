import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { StopError } from '../errors.js'
import { unlessAborted } from './unless-aborted.js'

/** A tesseract that reads pictures with the settings that it was started with. */
export interface TesseractStream {
  /** The hOCR of a picture file; one at a time. Rejects where the process ends under it. */
  read(file: string): Promise<string>
  /** Ends the process, whatever it is at. */
  end(): void
}

/** The last line of a page's hOCR: no other element ends so far to the left. */
const endOfPage = Buffer.from('\n  </div>\n')
const lastWords = 500

/**
 * Starts the tesseract on PATH. With `keeps` it goes on from picture to picture and gives each page as soon as it is
 * read, which takes the `stdbuf` of coreutils; without, it is there for one picture. Reading throws a StopError where
 * there is no such program.
 */
export function startTesseract(words: readonly string[], keeps: boolean): TesseractStream {
  const [program = '', ...rest] = [...(keeps ? ['stdbuf', '-oL'] : []), 'tesseract', '-', '-', ...words]
  const child = spawn(program, [...rest, '-c', 'stream_filelist=1'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TESSDATA_PREFIX: process.env.TESSDATA_PREFIX, OMP_THREAD_LIMIT: '1' },
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said = (said + part.toString()).slice(-lastWords)
  })
  // that it ended is told by the next
  child.stdin.on('error', () => {})
  const ended = new AbortController()
  child.once('error', (error) => ended.abort('code' in error && error.code === 'ENOENT' ? missing(error) : error))
  child.once('close', (code, signal) =>
    ended.abort(new Error(`tesseract ended with ${code ?? signal}: ${said.trim()}`)),
  )
  return {
    read(file) {
      const page = nextPage(child.stdout)
      child.stdin.write(`${file}\n`)
      if (!keeps) child.stdin.end()
      return unlessAborted(ended.signal, page)
    },
    end() {
      child.kill('SIGKILL')
    },
  }
}

/** What the program says up to the end of a page. */
function nextPage(output: Readable): Promise<string> {
  const parts: Buffer[] = []
  let tail: Uint8Array = Buffer.of()
  return new Promise((resolve) => {
    const take = (part: Buffer): void => {
      parts.push(part)
      const last = Buffer.concat([tail, part])
      tail = last.subarray(-endOfPage.length)
      if (!last.includes(endOfPage)) return
      output.off('data', take)
      resolve(Buffer.concat(parts).toString())
    }
    output.on('data', take)
  })
}

function missing(cause: unknown): StopError {
  const advice = 'Install it with its swe and eng data, or use --engine js.'
  return new StopError('missing', 'tesseract is not on the PATH', advice, cause)
}
