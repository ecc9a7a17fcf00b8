import { parseArgs } from 'node:util'
import { drawReport } from './bench-heads/draw-report.js'
import { type JudgedColumn, judgeHeads, VERDICTS } from './bench-heads/judge-heads.js'
import { loadTools } from './bench-structure/load-tools.js'
import { createRandom } from './synthesise/random.js'

const HELP = `Draws short reports whose columns are headed in every way that comes to mind, and counts which are understood.

  npm run bench:heads -- [--reports N] [--seed TEXT] [--verbose]

  --reports N   so many reports of three tables are drawn (200)      --verbose   every column that is not understood`

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'heads' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
if (values.help) say(HELP)
else {
  const tools = await loadTools()
  const judged = Array.from({ length: Number(values.reports) }, (_, index) => {
    const columns = judgeHeads(drawReport(createRandom(`${values.seed}/${index}`)), tools)
    if (values.verbose) for (const one of columns) if (one.verdict !== 'right') say(`${index} ${describe(one)}`)
    return columns
  }).flat()
  say(`${'heads'.padEnd(24)}${['columns', ...VERDICTS].map((head) => head.padStart(18)).join('')}`)
  const families = [...new Set(judged.map(({ table }) => table.family))].sort()
  for (const family of families)
    tell(
      family,
      judged.filter(({ table }) => table.family === family),
    )
  tell('all', judged)
}

function describe({ table, column, verdict, given }: JudgedColumn): string {
  const { scenario, periodEnd } = table.columns[column]!
  return `${verdict.padEnd(17)} ${table.kind} ${table.family}: ${table.printed} [${column}] ${scenario} ${periodEnd} as ${given}`
}

function tell(family: string, columns: readonly JudgedColumn[]): void {
  const counts = VERDICTS.map((verdict) => columns.filter((one) => one.verdict === verdict).length)
  say(family.padEnd(24) + [columns.length, ...counts].map((count) => String(count).padStart(18)).join(''))
}
