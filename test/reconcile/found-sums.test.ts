import { describe, expect, test } from 'vitest'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { report, table, years } from '../support/build-report.js'

/** Whether a sum that only the figures tell, over all rows above, is held for proof. */
function isProof(...values: number[]): boolean | undefined {
  const last = values.length - 1
  const one = table(
    'other',
    values.map((value, index) => [`Rad ${index}`, value]),
    { columns: years(1) },
  )
  const terms = values.slice(0, last).map((_, row) => ({ row, sign: 1 as const }))
  const whole = report([{ ...one, sums: [{ row: last, terms, basis: 'figures' as const }] }])
  return reconcileReport(whole).find(({ rule }) => rule === 'statement_sum')?.confirms
}

describe('a sum that only the figures tell', () => {
  test('is proof where it is no accident', () => {
    expect(isProof(134_318, 5434, 11_334, 151_086)).toBe(true)
    expect(isProof(86_910, 86_910)).toBe(true)
  })

  test('is none where small figures, or figures within rounding, meet by chance', () => {
    expect(isProof(12, 17, 29)).toBe(false)
    expect(isProof(1343, 2543, 1130, 5017)).toBe(false)
  })
})

describe('what two figures of a sentence leave', () => {
  const sentence = 'Total budget för insatsen är 168 200 kr. Utfallet blev 146 086 kr.'
  const quoted = (...values: number[]) =>
    values.map((value) => ({ value, unit: 'kr' as const, raw: String(value), page: 1, sentence }))
  const remainder = (value: number) =>
    reconcileReport(
      report([table('other', [['Överskott', value]], { columns: years(1) })], { prose: quoted(168_200, 146_086) }),
    ).filter(({ rule }) => rule === 'prose')

  test('proves the remainder that a table prints', () => {
    expect(remainder(22_114).map(({ verdict, confirms }) => [verdict, confirms])).toEqual([['ok', true]])
    expect(remainder(22_114)[0]?.explanation.replaceAll('\u00a0', ' ')).toContain('168 200 kr and 146 086 kr leave')
  })

  test('says nothing of another figure', () => {
    expect(remainder(22_119)).toEqual([])
  })
})
