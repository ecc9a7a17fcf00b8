import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { foldLabel } from '../../src/model/taxonomy.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()
// Labels as an archive's old readers left them, with what the paper says.
const rows = z
  .array(z.tuple([z.string(), z.string()]))
  .parse(JSON.parse(readFileSync(new URL('./garbled-labels.json', import.meta.url), 'utf8')))

describe('labels of real archive texts', () => {
  it('come out as the paper has them', () => {
    expect(rows.length).toBeGreaterThan(80)
    expect(rows.filter(([raw, meant]) => foldLabel(mendLabel(raw, lexicon).text) !== foldLabel(meant))).toEqual([])
  })

  it('stay as they are once they are right', () => {
    expect(rows.filter(([, meant]) => mendLabel(meant, lexicon).text !== meant)).toEqual([])
  })
})
