import { readFileSync, writeFileSync } from 'node:fs'
import { cell, describeTests, resultOf } from './faults/describe-tests.js'
import { declaredPairs } from './faults/fault-tests.js'
import { areaAt, type FaultRow, faultRows } from './faults/rows.js'
import { type FaultTest, testsByFault } from './faults/test-run.js'

const HELP = `Writes docs/faults.md from a test run: which faults hold, by which tests.

  npm run faults                                    all in one go
  npx tsx scripts/describe-faults.ts a.json b.json  from the JSON reports of several runs`

const target = 'docs/faults.md'
const results = process.argv.slice(2)
if (results.length === 0) {
  process.stderr.write(`${HELP}\n`)
  process.exitCode = 2
} else {
  const tests = testsByFault(results.map((file) => readFileSync(file, 'utf8')))
  writeFileSync(target, describeFaults(withThoseNotRun(tests)))
}

/** The tests with an entry for each file that names a fault and of which no report tells. */
function withThoseNotRun(tests: ReadonlyMap<number, readonly FaultTest[]>): Map<number, readonly FaultTest[]> {
  const all = new Map(tests)
  for (const pair of declaredPairs(process.cwd())) {
    const [file = '', fault = ''] = pair.split(' F')
    const number = Number(fault)
    const known = all.get(number) ?? []
    if (known.some((test) => test.file === file)) continue
    all.set(number, [...known, { file, group: '', name: 'its tests', status: 'not run', simulated: undefined }])
  }
  return all
}

function describeFaults(tests: ReadonlyMap<number, readonly FaultTest[]>): string {
  const results = faultRows.map(({ number }) => resultOf(tests.get(number) ?? []))
  const count = (result: string) => results.filter((one) => one === result).length
  const inPart = count('holds where it was tried')
  const head = [
    '# Faults',
    '',
    'What goes wrong with files from strangers that are processed unattended, and whether it is survived. Written by',
    '`npm run faults` from runs of the tests; nothing is marked as holding that did not pass.',
    '',
    `${count('holds')} of ${faultRows.length} hold${inPart === 0 ? '' : `; ${inPart} more where they were tried: some of their tests were not run`}.`,
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
  const simulated = [...new Set(tests.flatMap((test) => test.simulated ?? []))]
  const real = tests.some(({ simulated, status }) => simulated === undefined && status === 'passed')
  const how = [...(real ? ['real'] : []), ...simulated.map((why) => `simulated: ${cell(why)}`)].join('; ')
  return `| F${number} | ${fault} | ${wanted} | ${describeTests(tests)} | ${how} | ${resultOf(tests)} |`
}
