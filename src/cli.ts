#!/usr/bin/env node
import type { Terminal } from './commands/terminal.js'
import { exitCode, StopError } from './errors.js'

const interruptions = {
  SIGINT: exitCode.interrupted,
  SIGTERM: exitCode.terminated,
  SIGHUP: exitCode.terminated,
} as const

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  get columns() {
    return process.stderr.columns
  },
}

/** Runs a command line and gives its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const interruption = new AbortController()
  let interruptedBy: number | undefined
  for (const [signal, code] of Object.entries(interruptions)) {
    process.on(signal, () => {
      if (interruptedBy !== undefined) process.exit(code)
      interruptedBy = code
      interruption.abort()
    })
  }
  const { createProgram, buildStages, toStopError } = await loadCommands()
  try {
    const code = await createProgram(terminal, interruption.signal, buildStages)(words)
    // a reader that was left behind would keep the process alive
    if (interruptedBy !== undefined) process.exit(interruptedBy)
    return code
  } catch (error) {
    if (interruptedBy !== undefined) process.exit(interruptedBy)
    const stop = toStopError(error, 'the disk')
    if (stop instanceof StopError) {
      terminal.err(`avstam: ${stop.message}\n${stop.advice}\n`)
      return stop.code
    }
    throw error
  }
}

/** Loaded here, so that a part which is not installed is named and not only missed. */
async function loadCommands() {
  try {
    const [{ createProgram }, { buildStages }, { toStopError }] = await Promise.all([
      import('./commands/create-program.js'),
      import('./commands/build-stages.js'),
      import('./store/open-database.js'),
    ])
    return { createProgram, buildStages, toStopError }
  } catch (error) {
    const what = error instanceof Error ? error.message.split('\n')[0] : String(error)
    terminal.err(`avstam: A part does not load: ${what}.\nRun \`npm ci\` again with this version of Node.js.\n`)
    process.exit(exitCode.missing)
  }
}

let outputFailed = false

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // a reader that went away, as `avstam show … | head` has it, is no fault
  if (error.code === 'EPIPE') return
  if (!outputFailed) terminal.err(`avstam: Writing the output failed: ${error.message}.\n`)
  outputFailed = true
  process.exitCode = exitCode.disk
})
// progress that nobody sees must not end the work
process.stderr.on('error', () => {})

const code = await main(process.argv.slice(2))
process.exitCode = outputFailed ? exitCode.disk : code
