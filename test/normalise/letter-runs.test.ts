import { describe, expect, it } from 'vitest'
import { looksSound, shareOfOddRuns } from '../../src/normalise/letter-runs.js'
import { loadReference } from '../../src/reference.js'

const { runs } = (await loadReference()).lexicon

describe('sound words are made of the runs of other words', () => {
  it.each(['skorstenskostnader', 'taxerades', 'lönekostnad', 'hyran'])('%s', (word) => {
    expect(looksSound(word, runs)).toBe(true)
  })

  it.each(['dntbidrag', 'avskrivnmgar', 'hknande', 'fastghetsavgit', 'resukatposter'])('not %s', (word) => {
    expect(looksSound(word, runs)).toBe(false)
  })

  it('leaders read as letters are odd throughout', () => {
    expect(shareOfOddRuns('smesmmmmsmsssm', runs)).toBeGreaterThan(0.4)
    expect(shareOfOddRuns('ersättningar', runs)).toBe(0)
    expect(shareOfOddRuns('', runs)).toBe(0)
  })
})
