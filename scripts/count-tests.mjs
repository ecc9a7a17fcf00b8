import { readFileSync } from 'node:fs'

/**
 * Prints the true counts of a test run from vitest's JSON report. Ends with 1 where a test failed, a file could not be
 * loaded, or nothing ran at all; skipped tests, for want of a program that not every machine has, are named and counted.
 */
const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tests = report.testResults.flatMap((file) => file.assertionResults)
const count = (...states) => tests.filter(({ status }) => states.includes(status)).length

const passed = count('passed')
const failed = count('failed')
const skipped = tests.length - passed - failed
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
for (const { name, message } of broken) console.error(`could not be loaded: ${name}: ${message}`)

const idle = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
for (const { fullName } of idle) console.error(`skipped: ${fullName}`)

console.log(`${passed} passed, ${failed + broken.length} failed, ${skipped} skipped`)
process.exitCode = failed + broken.length > 0 || passed === 0 ? 1 : 0
