import { readFileSync } from 'node:fs'
import type { LabelReading } from './count-confusions.js'

const table = new URL('../../data/reference/readings.tsv', import.meta.url)

/** The recorded readings of labels that rules are learnt from; sources are font, wear and language of the page. */
export function readReadings(): readonly LabelReading[] {
  const rows = readFileSync(table, 'utf8').trimEnd().split('\n')
  return rows.map((row) => {
    const [source = '', read = '', printed = ''] = row.split('\t')
    return { source, read, printed }
  })
}
