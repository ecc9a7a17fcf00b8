import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a command of the program, from source, on a database; throws where it ends with neither 0 nor 1. */
export function runPipeline(command: readonly string[], database: string): void {
  const program = ['--import', 'tsx', join(root, 'src/cli.ts'), ...command, '--db', database]
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0 && status !== 1) throw new Error(`Expected ${command[0]} to end with 0 or 1, got ${status}`)
}
