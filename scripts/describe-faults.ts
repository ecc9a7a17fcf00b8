import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { declaredPairs, numbersIn } from './faults/fault-tests.js'
import { areaAt, type FaultRow, faultRows } from './faults/rows.js'

const HELP = `Writes docs/faults.md from a test run: which faults hold, by which tests.

  npm run faults`

const TestRun = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), title: z.string(), status: z.string() })),
    }),
  ),
})

interface FaultTest {
  readonly file: string
  readonly name: string
  readonly status: string
  /** Why one machine cannot show it for real; undefined where it was real. */
  readonly simulated: string | undefined
}

const target = 'docs/faults.md'
const results = process.argv.slice(2)
if (results.length === 0) {
  process.stderr.write(`${HELP}\n`)
  process.exitCode = 2
} else {
  writeFileSync(target, describeFaults(testsByFault(results.map((file) => readFileSync(file, 'utf8')))))
}

function testsByFault(runs: readonly string[]): Map<number, FaultTest[]> {
  const tests = new Map<number, FaultTest[]>()
  const files = runs.flatMap((json) => TestRun.parse(JSON.parse(json)).testResults)
  for (const { name: path, assertionResults } of files) {
    // results of several checkouts may be joined
    const file = path.slice(path.lastIndexOf('/test/') + 1)
    for (const { fullName, status } of assertionResults) {
      // … [simulated: the machine goes on]
      const simulated = /\[simulated: (.*?)\]/.exec(fullName)?.[1]
      const name = fullName.replace(/ *\[simulated: .*?\]/, '')
      const test = { file, name, status, simulated }
      for (const number of numbersIn(fullName)) tests.set(number, [...(tests.get(number) ?? []), test])
    }
  }
  for (const pair of declaredPairs(process.cwd())) {
    const [file = '', fault = ''] = pair.split(' F')
    const number = Number(fault)
    const known = tests.get(number) ?? []
    if (known.some((test) => test.file === file)) continue
    tests.set(number, [...known, { file, name: 'its tests', status: 'not run', simulated: undefined }])
  }
  return tests
}

function describeFaults(tests: ReadonlyMap<number, readonly FaultTest[]>): string {
  const shown = faultRows.filter(({ number }) => resultOf(tests.get(number) ?? []) === 'holds')
  const head = [
    '# Faults',
    '',
    'What goes wrong with files from strangers that are processed unattended, and whether it is survived. Written by',
    '`npm run faults` from a run of the tests; nothing is marked as holding that did not pass.',
    '',
    `${shown.length} of ${faultRows.length} hold.`,
  ]
  const rows = faultRows.flatMap((row) => {
    const area = areaAt(row.number)
    const title =
      area === undefined
        ? []
        : ['', `## ${area}`, '', '| | fault | wanted | shown by | how | |', '| --- | --- | --- | --- | --- | --- |']
    return [...title, describeRow(row, tests.get(row.number) ?? [])]
  })
  return `${[...head, ...rows].join('\n')}\n`
}

function describeRow({ number, fault, wanted }: FaultRow, tests: readonly FaultTest[]): string {
  const files = [...new Set(tests.map(({ file }) => file))].sort()
  const shown = files.map((file) => {
    const names = tests
      .filter((test) => test.file === file)
      .map(({ name, status }) => (status === 'passed' ? name : `${name} (${status})`))
    return `\`${file}\`: ${[...new Set(names)].map(cell).join('; ')}`
  })
  const simulated = [...new Set(tests.flatMap((test) => test.simulated ?? []))]
  const real = tests.some(({ simulated, status }) => simulated === undefined && status === 'passed')
  const how = [...(real ? ['real'] : []), ...simulated.map((why) => `simulated: ${cell(why)}`)].join('; ')
  return `| F${number} | ${fault} | ${wanted} | ${shown.join('<br>')} | ${how} | ${resultOf(tests)} |`
}

function resultOf(tests: readonly FaultTest[]): string {
  if (tests.length === 0) return 'not shown'
  if (tests.some(({ status }) => status === 'failed')) return '**fails**'
  const passed = tests.filter(({ status }) => status === 'passed')
  return passed.length === 0
    ? 'not shown: skipped'
    : passed.length < tests.length
      ? 'holds where it was tried'
      : 'holds'
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
}
