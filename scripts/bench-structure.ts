import { parseArgs } from 'node:util'
import { DAMAGES } from './bench-structure/damages.js'
import { loadTools } from './bench-structure/load-tools.js'
import { readSpecimens } from './bench-structure/read-specimens.js'
import { tryOut } from './bench-structure/try-out.js'
import { createRandom } from './synthesise/random.js'

const HELP = `Damages the structure of pages as they were read, one kind at a time, and counts what comes out sure and wrong.

  npm run bench:structure -- DATABASE GOLD... [--every N] [--kinds WORDS] [--repeats N] [--seed TEXT] [--verbose]

  DATABASE      one that holds pages as they were read           GOLD   what they truly hold, files or folders
  --every N     takes every Nth document (1)                     --repeats N   times that each kind is tried (1)
  --kinds WORDS only kinds of damage with these words in them    --verbose     the first figures of each document that are sure and wrong`

/** Of one damaged document so many figures are printed. */
const MOST_SAID = 4

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    repeats: { type: 'string', default: '1' },
    kinds: { type: 'string', default: '' },
    seed: { type: 'string', default: 'structure' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [database, ...golds] = positionals
const say = (line: string) => process.stdout.write(`${line}\n`)
if (values.help || !database || golds.length === 0) say(HELP)
else {
  const tools = await loadTools()
  const specimens = readSpecimens(database, golds, Number(values.every), tools)
  const clean = new Map(specimens.map((one) => [one, tryOut(one.pages, [one.gold], tools)]))
  const wrongBefore = [...clean.values()].flatMap(({ wrong }) => wrong)
  say(
    `${specimens.length} documents, undamaged: ${sum([...clean.values()].map(({ sure }) => sure))} amounts sure, ${wrongBefore.length} wrong`,
  )
  if (values.verbose) for (const line of wrongBefore) say(`  ${line}`)
  say(`${'damage'.padEnd(50)}${['documents', 'sure', 'wrong', 'in'].map((head) => head.padStart(10)).join('')}`)
  const chosen = Object.entries(DAMAGES).filter(([kind]) => values.kinds.split(',').some((word) => kind.includes(word)))
  for (const [kind, damage] of chosen) {
    const outcomes = specimens.flatMap((specimen) =>
      Array.from({ length: Number(values.repeats) }, (_, repeat) => {
        const random = createRandom(`${values.seed} ${kind} ${specimen.name} ${repeat}`)
        const others = specimens.filter((one) => one !== specimen)
        const damaged = damage(specimen, random, others)
        if (!damaged) return []
        const owned = [...new Set(damaged.owners ?? [specimen])].map(({ gold }) => gold)
        const known = new Set(clean.get(specimen)!.wrong)
        const { sure, wrong } = tryOut(damaged.pages, owned, tools, damaged.owners)
        return [{ name: specimen.name, what: damaged.what, sure, wrong: wrong.filter((line) => !known.has(line)) }]
      }).flat(),
    )
    const wrong = outcomes.filter((one) => one.wrong.length > 0)
    const counts = [
      outcomes.length,
      sum(outcomes.map(({ sure }) => sure)),
      sum(wrong.map((one) => one.wrong.length)),
      wrong.length,
    ]
    say(kind.padEnd(50) + counts.map((count) => String(count).padStart(10)).join(''))
    if (!values.verbose) continue
    for (const { name, what, wrong: lines } of wrong) {
      say(`  ${name}: ${what} (${lines.length})`)
      for (const line of lines.slice(0, MOST_SAID)) say(`    ${line}`)
    }
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0)
}
