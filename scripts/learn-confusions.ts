import { readFileSync, writeFileSync } from 'node:fs'
import { buildLexicon } from '../src/normalise/build-lexicon.js'
import { Confusions, Vocabulary } from '../src/normalise/vocabulary.js'
import { loadReference } from '../src/reference.js'
import { evaluateMending } from './readings/evaluate-mending.js'
import { evaluateUnlisted } from './readings/evaluate-unlisted.js'
import { type LearntRule, learnRules } from './readings/learn-rules.js'
import { readReadings } from './readings/read-readings.js'

const HELP = `Learns what readers of pictures take for what from data/reference/readings.tsv.

  tsx scripts/learn-confusions.ts              writes the learnt rules of data/reference/confusions.json anew
  tsx scripts/learn-confusions.ts --evaluate   learns on all sources but one fifth, mends that fifth, five times over
  tsx scripts/learn-confusions.ts --unlisted   strikes one word of twelve, in turn, and mends the labels that hold one,
                                               without the general dictionary and with it`

const folds = 5
const file = new URL('../data/reference/confusions.json', import.meta.url)

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/reference/${name}`, import.meta.url), 'utf8'))
}

function write(confusions: Confusions, learnt: readonly LearntRule[]): void {
  const lines = (rules: readonly (readonly unknown[])[]): string =>
    rules.map((rule) => `    ${JSON.stringify(rule).replaceAll(',', ', ').replaceAll('", ", "', '","')}`).join(',\n')
  writeFileSync(
    file,
    `{\n  "about": ${JSON.stringify(confusions.about)},\n  "known": [\n${lines(confusions.known)}\n  ],\n  "learnt": [\n${lines(learnt)}\n  ]\n}\n`,
  )
}

/** Mends each fifth of the sources with what the other four teach, and with what was known before. */
async function evaluate(confusions: Confusions): Promise<void> {
  const vocabulary = Vocabulary.parse(readTable('vocabulary.json'))
  const { taxonomy, lexicon: whole } = await loadReference()
  const known = { vocabulary, concepts: taxonomy.concepts, isSwedish: whole.isSwedish }
  const readings = readReadings()
  const sources = [...new Set(readings.map((reading) => reading.source))].sort()
  const totals = new Map<string, number[]>()
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set(sources.filter((_, at) => at % folds === fold))
    const test = readings.filter((reading) => held.has(reading.source))
    const learnt = learnRules(readings.filter((reading) => !held.has(reading.source)))
    for (const [name, rules] of [
      ['no confusions', { known: [], learnt: [] }],
      ['known only', { known: confusions.known, learnt: [] }],
      ['learnt only', { known: [], learnt }],
      ['known and learnt', { known: confusions.known, learnt }],
    ] as const) {
      const lexicon = buildLexicon({ ...known, confusions: { about: '', ...rules } })
      const { kept, broken, mended, left, changed, breaks } = evaluateMending(test, lexicon)
      const sums = totals.get(name) ?? [0, 0, 0, 0, 0]
      totals.set(
        name,
        [kept, broken, mended, left, changed].map((count, at) => count + sums[at]!),
      )
      for (const line of breaks) console.log(`  ${name}: ${line}`)
    }
  }
  console.log(`${readings.length} readings of ${sources.length} sources, each mended by rules of other sources`)
  for (const [name, [kept, broken, mended, left, changed]] of totals) {
    console.log(
      `${name.padEnd(17)} mended ${mended}, broken ${broken}, left ${left! + changed!} (changed ${changed}), kept ${kept}`,
    )
  }
}

async function compareDictionary(confusions: Confusions): Promise<void> {
  const vocabulary = Vocabulary.parse(readTable('vocabulary.json'))
  const { taxonomy, lexicon } = await loadReference()
  const known = { vocabulary, confusions, concepts: taxonomy.concepts }
  for (const [name, isSwedish] of [
    ['without a dictionary', () => true],
    ['with the dictionary', lexicon.isSwedish],
  ] as const) {
    const { mended, broken, left, sound, changed } = evaluateUnlisted(readReadings(), { ...known, isSwedish })
    console.log(
      `${name.padEnd(20)} mended ${mended}, broken ${broken}, left ${left}; sound ${sound}, changed ${changed}`,
    )
  }
}

const [option] = process.argv.slice(2)
const confusions = Confusions.parse(readTable('confusions.json'))
if (option === '--evaluate') await evaluate(confusions)
else if (option === '--unlisted') await compareDictionary(confusions)
else if (option === undefined) {
  const learnt = learnRules(readReadings())
  write(confusions, learnt)
  console.log(`${learnt.length} rules`)
} else throw new Error(HELP)
