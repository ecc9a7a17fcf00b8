import { readFileSync } from 'node:fs'

/**
 * Prints the true counts of a test run from vitest's JSON report. Ends with 1 where a test failed, a file could not be
 * loaded, nothing ran at all, or a test was skipped for want of something that is to be had where this runs.
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

// "reads a scan (needs native tesseract)", "scores the seeds (needs ../shared)"
const curable = tests.filter(
  ({ status, fullName }) => status !== 'passed' && status !== 'failed' && /\(needs /.test(fullName),
)
for (const { fullName } of curable) console.error(`skipped, and should not be here: ${fullName}`)

console.log(`${passed} passed, ${failed + broken.length} failed, ${skipped} skipped`)
process.exitCode = failed + broken.length + curable.length > 0 || passed === 0 ? 1 : 0
