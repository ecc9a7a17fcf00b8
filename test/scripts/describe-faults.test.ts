import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { describeTests, resultOf } from '../../scripts/faults/describe-tests.js'
import { declaredPairs, numbersIn } from '../../scripts/faults/fault-tests.js'
import { faultRows } from '../../scripts/faults/rows.js'
import { testsByFault } from '../../scripts/faults/test-run.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lines = readFileSync(`${root}docs/faults.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| F'))

it('the numbers of a test’s name', () => {
  expect(numbersIn('F12: a file')).toEqual([12])
  expect(numbersIn('ignores links (F5, F6)')).toEqual([5, 6])
  expect(numbersIn('F4-size, PDF1, f3')).toEqual([4])
})

const report = (...tests: (readonly [group: string, title: string, status: string])[]) =>
  JSON.stringify({
    testResults: [
      {
        name: '/somewhere/test/faults/odd.test.ts',
        assertionResults: tests.map(([group, title, status]) => {
          const ancestorTitles = group === '' ? [] : [group]
          return { ancestorTitles, title, fullName: [...ancestorTitles, title].join(' '), status }
        }),
      },
    ],
  })

it('several reports make one: what was skipped in one counts as the other has it, and a failure stays one', () => {
  const one = report(['', 'F1: a', 'passed'], ['', 'F2: b', 'skipped'], ['', 'F3: c', 'failed'], ['', 'd', 'passed'])
  const other = report(['', 'F1: a', 'skipped'], ['', 'F2: b', 'passed'], ['', 'F3: c', 'passed'])
  for (const reports of [
    [one, other],
    [other, one],
  ]) {
    const tests = testsByFault(reports)
    expect([...tests.keys()]).toEqual([1, 2, 3])
    expect([1, 2, 3].map((number) => resultOf(tests.get(number)!))).toEqual(['holds', 'holds', '**fails**'])
  }
})

it('a fault holds only where all of its tests passed', () => {
  const result = (...statuses: string[]) =>
    resultOf(testsByFault([report(...statuses.map((status, at) => ['', `F1: ${at}`, status] as const))]).get(1) ?? [])
  expect(result()).toBe('not shown')
  expect(result('passed', 'passed')).toBe('holds')
  expect(result('passed', 'skipped')).toBe('holds where it was tried')
  expect(result('skipped', 'pending')).toBe('not shown: skipped')
  expect(result('passed', 'failed', 'skipped')).toBe('**fails**')
})

it('tests from one list are told as one, with three names, those that did not pass first', () => {
  const list = Array.from({ length: 9 }, (_, at) => ['bad files (F4)', `${at}.pdf (F4, F18)`, 'passed'] as const)
  const told = (...tests: Parameters<typeof report>) => describeTests(testsByFault([report(...tests)]).get(4)!)
  expect(told(...list)).toBe('`test/faults/odd.test.ts`: bad files: 0.pdf; 1.pdf; 2.pdf … (9 tests)')
  expect(told(...list, ['bad files (F4)', 'z.pdf', 'failed'], ['', 'F4: alone', 'passed'])).toBe(
    '`test/faults/odd.test.ts`: bad files: z.pdf (failed); 0.pdf; 1.pdf … (9 of 10 tests passed) · alone',
  )
})

it('no cell of docs/faults.md is long', () => {
  for (const line of lines) expect(Math.max(...line.split(' | ').map((text) => text.length)), line).toBeLessThan(900)
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
