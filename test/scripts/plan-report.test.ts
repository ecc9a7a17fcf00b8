import { expect, test } from 'vitest'
import { FAMILIES } from '../../scripts/synthesise/families.js'
import { planReport } from '../../scripts/synthesise/plan-report.js'
import { WEAR_GRADES } from '../../scripts/synthesise/wear.js'

const kept = FAMILIES.filter(({ split }) => split === 'test')
const pairs = Array.from({ length: kept.length * WEAR_GRADES.length }, (_, index) => {
  const unseen = planReport(`test ${index}`, { split: 'test', index, form: 'scan' }).document
  const place = { split: 'train', index, form: 'scan', like: unseen.family } as const
  return { unseen, known: planReport(`train ${index}`, place).document }
})

test('reports to compare are of other families, in the same font and of the same wear', () => {
  for (const { unseen, known } of pairs) {
    expect([known.family.font, known.wear]).toEqual([unseen.family.font, unseen.wear])
    expect([known.family.split, unseen.family.split]).toEqual(['train', 'test'])
  }
})

test('each family kept back is worn in every way, and each font has more than one family beside it', () => {
  const namesOf = (font: string, side: 'unseen' | 'known') =>
    new Set(pairs.filter((pair) => pair[side].family.font === font).map((pair) => pair[side].family.name))
  expect(new Set(pairs.map(({ unseen }) => `${unseen.family.name} ${unseen.wear}`)).size).toBe(pairs.length)
  for (const { unseen } of pairs) expect(namesOf(unseen.family.font, 'known').size).toBeGreaterThan(1)
})
