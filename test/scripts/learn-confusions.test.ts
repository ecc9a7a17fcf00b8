import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countConfusions } from '../../scripts/readings/count-confusions.js'
import { evaluateMending } from '../../scripts/readings/evaluate-mending.js'
import { isInPart } from '../../scripts/readings/evaluate-unlisted.js'
import { holdBack, wordsOf } from '../../scripts/readings/hold-back.js'
import { learnRules } from '../../scripts/readings/learn-rules.js'
import { pairLines } from '../../scripts/readings/pair-lines.js'
import { readReadings } from '../../scripts/readings/read-readings.js'
import { buildLexicon, type LexiconData } from '../../src/normalise/build-lexicon.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { Confusions, Vocabulary } from '../../src/normalise/vocabulary.js'
import { loadReference } from '../../src/reference.js'
import { goldDocuments, hasGold } from '../support/gold.js'

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/reference/${name}.json`, import.meta.url), 'utf8'))
}

const { taxonomy, lexicon: whole } = await loadReference()
const data: LexiconData = {
  vocabulary: Vocabulary.parse(readTable('vocabulary')),
  confusions: Confusions.parse(readTable('confusions')),
  concepts: taxonomy.concepts,
  isSwedish: whole.isSwedish,
}
const readings = readReadings()

describe('confusions learnt from made pages', () => {
  it('are counted letter by letter, a lost letter with either neighbour', () => {
    const labels = ['Driftbidrag', 'Driftbidrag', 'Hyror']
    const reads = ['Dnftbidrag', 'Dritbidrag', 'Hyror']
    const counts = countConfusions(labels.map((printed, at) => ({ source: String(at), read: reads[at]!, printed })))
    expect(counts).toEqual([
      { read: 'n', meant: 'ri', count: 1, occurrences: 2, sources: 1 },
      { read: 'i', meant: 'if', count: 1, occurrences: 2, sources: 1 },
      { read: 't', meant: 'ft', count: 1, occurrences: 2, sources: 1 },
    ])
  })

  it('are those of the table', () => {
    expect(data.confusions.learnt).toEqual(learnRules(readings))
  })

  it('mend far more than they break on fonts and wear that they were not learnt from', () => {
    const sources = [...new Set(readings.map((reading) => reading.source))].sort()
    const held = new Set(sources.filter((_, at) => at % 8 === 2))
    const test = readings.filter((reading) => held.has(reading.source))
    const learnt = learnRules(readings.filter((reading) => !held.has(reading.source)))
    const mendedBy = (confusions: Confusions) => evaluateMending(test, buildLexicon({ ...data, confusions }))
    const none = mendedBy({ about: '', known: [], learnt: [] })
    const both = mendedBy({ about: '', known: data.confusions.known, learnt })
    expect(both.mended).toBeGreaterThan(1.2 * none.mended)
    expect(both.mended).toBeGreaterThan(50 * both.broken)
    expect(both.kept).toBeGreaterThan(200)
  })
})

describe('labels of words that nobody has listed', () => {
  // One word of twelve vanishes from the tables; what was printed with it was never damaged.
  const isHeld = (word: string): boolean => isInPart(word, 5)

  it('stay as they are, but for two in a thousand', () => {
    const lexicon = buildLexicon(holdBack(data, isHeld))
    const labels = [...new Set(data.concepts.flatMap(({ labels }) => labels.map(({ text }) => text)))]
    const unseen = labels.filter((label) => !label.includes('*') && wordsOf(label).some(isHeld))
    expect(unseen.length).toBeGreaterThan(300)
    expect(unseen.filter((label) => mendLabel(label, lexicon).text !== label).length).toBeLessThan(unseen.length / 200)
  })
})

describe.skipIf(!hasGold)(`each organisation's labels${hasGold ? '' : ' (the shared truth is not there)'}`, () => {
  const documents = [...goldDocuments('seeds/gold'), ...goldDocuments('real'), ...goldDocuments('scans')]
  const labelsOf = ({ reports }: (typeof documents)[number]): readonly string[] =>
    reports.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ label }) => label ?? [])))
  const organisationOf = ({ file, reports }: (typeof documents)[number]): string => reports[0]?.org_number ?? file
  const organisations = [...new Set(documents.map(organisationOf))]

  it.each(organisations)('%s: stay as they are where its own words are unknown', (organisation) => {
    const isIts = (document: (typeof documents)[number]): boolean => organisationOf(document) === organisation
    const labels = documents.filter(isIts).flatMap(labelsOf)
    const elsewhere = new Set(
      documents
        .filter((document) => !isIts(document))
        .flatMap(labelsOf)
        .flatMap(wordsOf),
    )
    const own = new Set(labels.flatMap(wordsOf).filter((word) => word.length > 3 && !elsewhere.has(word)))
    const lexicon = buildLexicon(holdBack(data, (word) => own.has(word)))
    expect(labels.length).toBeGreaterThan(10)
    expect([...new Set(labels)].filter((label) => mendLabel(label, lexicon).text !== label)).toEqual([])
  })
})

describe('pairLines', () => {
  it('finds the printed label of each line that was read, and leaves out what has none', () => {
    const printed = ['Lokalhyra', 'Revision', 'Kassa och bank', 'Kundfordringar']
    const read = ['Lokalhyra', '—', 'Kassa ocl bank', 'Kurdfodringar', 'Sida 3']
    expect(pairLines(read, printed)).toEqual([
      ['Lokalhyra', 'Lokalhyra'],
      ['Kassa ocl bank', 'Kassa och bank'],
      ['Kurdfodringar', 'Kundfordringar'],
    ])
  })
})
