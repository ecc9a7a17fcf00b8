import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { declaredPairs, numbersIn } from '../../scripts/faults/fault-tests.js'
import { faultRows } from '../../scripts/faults/rows.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lines = readFileSync(`${root}docs/faults.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| F'))

it('the numbers of a test’s name', () => {
  expect(numbersIn('F12: a file')).toEqual([12])
  expect(numbersIn('ignores links (F5, F6)')).toEqual([5, 6])
  expect(numbersIn('F4-size, PDF1, f3')).toEqual([4])
})

it('docs/faults.md has a row for each fault, and names the tests that there are: else `npm run faults`', () => {
  expect(lines.map((line) => Number(/^\| F(\d+)/.exec(line)?.[1]))).toEqual(faultRows.map(({ number }) => number))
  const told = lines.flatMap((line) => {
    const number = /^\| (F\d+)/.exec(line)?.[1]
    return [...line.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => `${file} ${number}`)
  })
  expect(told.sort()).toEqual(declaredPairs(root))
})

it('no row without a test is marked as holding', () => {
  for (const line of lines) {
    const cells = line.split(' | ')
    if (!line.includes('`test/')) expect(cells.at(-1), line).toBe('not shown |')
  }
})
