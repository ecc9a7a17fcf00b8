import { groupBy } from '../../src/arithmetic/group-by.js'
import type { FaultTest } from './test-run.js'

const mostNames = 3

/** What shows one fault, as a cell of a table: each file with its groups of tests, at most three names of a group. */
export function describeTests(tests: readonly FaultTest[]): string {
  const files = [...groupBy(tests, ({ file }) => file)].sort(([a], [b]) => (a < b ? -1 : 1))
  return files.map(([file, ofFile]) => `\`${file}\`: ${describeFile(ofFile)}`).join('<br>')
}

/** `holds` only where all of its tests passed. */
export function resultOf(tests: readonly FaultTest[]): string {
  if (tests.length === 0) return 'not shown'
  if (tests.some(({ status }) => status === 'failed')) return '**fails**'
  const passed = tests.filter(({ status }) => status === 'passed')
  if (passed.length === 0) return 'not shown: skipped'
  return passed.length < tests.length ? 'holds where it was tried' : 'holds'
}

/** A text that may stand in a cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
}

function describeFile(tests: readonly FaultTest[]): string {
  return [...groupBy(tests, ({ group }) => group)].map(([group, ofGroup]) => describeGroup(group, ofGroup)).join(' · ')
}

function describeGroup(group: string, tests: readonly FaultTest[]): string {
  // what did not pass is told first, however many there are
  const inOrder = tests.toSorted((a, b) => Number(a.status === 'passed') - Number(b.status === 'passed'))
  const shown = inOrder.slice(0, mostNames).map(({ name, status }) => {
    return status === 'passed' ? bare(name) : `${bare(name)} (${status})`
  })
  const title = bare(group)
  const count = tests.length > mostNames ? ` … (${countOf(tests)})` : ''
  return `${title === '' ? '' : `${title}: `}${shown.join('; ')}${count}`
}

function countOf(tests: readonly FaultTest[]): string {
  const passed = tests.filter(({ status }) => status === 'passed').length
  return passed === tests.length ? `${passed} tests` : `${passed} of ${tests.length} tests passed`
}

/** A name without what its row says already. */
function bare(name: string): string {
  const short = name
    // F12: a file · F24 a page
    .replace(/^F\d{1,2}:? */, '')
    // … (F4, F18) · … [simulated: the machine goes on]
    .replace(/ *\((?:F\d{1,2}(?:, )?)+\)/, '')
    .replace(/ *\[simulated: .*?\]/, '')
  return cell(short.trim())
}
