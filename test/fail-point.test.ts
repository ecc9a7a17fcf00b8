import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { failPoints } from '../src/fail-point.js'

const source = fileURLToPath(new URL('../src/', import.meta.url))

it('every step at which a run can be killed is met in the program', () => {
  const program = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${source}${name}`, 'utf8'))
    .join('')
  expect(failPoints.filter((step) => !program.includes(`failPoint('${step}')`))).toEqual([])
})
