import { describe, expect, it } from 'vitest'
import type { Unit } from '../../src/model/report.js'
import { doubtShare, isCounted, withUnit } from '../../src/parse/row-unit.js'
import { amount, rows, years } from '../support/build-report.js'

/** A row of figures as they are printed. */
function row(label: string, ...raws: string[]) {
  const [own] = rows([[label, ...raws.map(() => 7)]])
  return { ...own!, cells: raws.map((raw) => amount(7, { raw })) }
}

describe('withUnit', () => {
  it.each<[string, string, Unit | null]>([
    ['Nettoomsättning, tkr', '13 988', null],
    ['Taxeringsvärde (mkr)', '125', 'mkr'],
    ['Årsavgiftsnivå för bostäder, kr per kvm', '624', 'kr'],
    ['Årsavgift per kvm från och med 1/7', '717', 'kr'],
    ['Lån, kr/m²', '5 311', 'kr'],
    ['Avgifts- och hyresbortfall %', '1,0', '%'],
    ['Soliditet', '31', '%'],
    ['Avgiftsbortfall', '1,0 %', '%'],
    ['Antal lägenheter', '289', 'count'],
    ['Resultat per andel', '17', null],
    ['Räntor', '861', null],
  ])('%s %s in a table in tkr: %s', (label, raw, unit) => {
    expect(withUnit(row(label, raw), 'tkr').unit).toBe(unit)
  })
})

describe('doubtShare', () => {
  it('a share among amounts is in doubt, one among shares is not', () => {
    const [plain] = years(1)
    const own = withUnit(row('Hyresbortfall, tkr', '189', '1,0%'), 'tkr')
    const doubts = (unit: Unit | null) => doubtShare(own.cells[1]!, own, { ...plain!, unit }).doubts.length
    expect([doubts(null), doubts('%'), doubtShare(own.cells[0]!, own, plain).doubts.length]).toEqual([1, 0, 0])
  })
})

describe('isCounted', () => {
  it.each([
    ['Medelantalet anställda', true],
    ['Antal medlemmar vid årets slut', true],
    ['Medeltalet årsanställda', true],
    ['MEDELANTALET', true],
    ['Antal anställda, löner och sociala kostnader', false],
    ['Medelantal anställda och personalkostnader', false],
    ['Kostnader för anställda', false],
    [null, false],
  ])('%s: %s', (title, counts) => {
    expect(isCounted(title)).toBe(counts)
  })
})
