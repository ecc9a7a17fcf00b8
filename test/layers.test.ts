import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))

// process.exit(2), process.argv, process.stdout.write(…), console.log(…)
const touchesTheProcess = /\bprocess\.(exit|exitCode|argv|stdin|stdout|stderr|on)\b|\bconsole\./

// a process of its own has its own end, and is cli.ts to nobody
const programs = ['cli.ts', 'ocr/reading-child.ts']

it('only what is itself a program touches the arguments, the exit and the streams of the process', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const touching = files.filter((name) => touchesTheProcess.test(readFileSync(join(source, name), 'utf8')))
  expect(touching.sort()).toEqual(programs)
})
