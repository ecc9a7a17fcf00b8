import { describe, expect, it } from 'vitest'
import { findConcept, foldLabel } from '../../src/model/taxonomy.js'
import { loadReference } from '../../src/reference.js'

const { taxonomy } = await loadReference()

describe('findConcept', () => {
  it.each([
    ['Verksamhetens intäkter', 'income_statement', 'operating_revenue'],
    ['Verksamhetens intäkter', 'multi_year', 'operating_revenue'],
    ['Verksamhetens nettokostnader', 'income_statement', 'net_operating_cost'],
    ['Summa finansiella poster', 'income_statement', 'net_financial_items'],
    ['Årets resultat', 'income_statement', 'net_result'],
    ['ÅRETS RESULTAT', 'balance_sheet', 'net_result'],
    ['därav årets resultat', 'balance_sheet', 'net_result'],
    ['Årets resultat', 'cash_flow', 'net_result'],
    ['SUMMA TILLGÅNGAR', 'balance_sheet', 'total_assets'],
    ['Kassa och Bank', 'balance_sheet', 'cash_and_bank'],
    ['Ingående eget kapital', 'note', 'opening_equity'],
    ['Summa eget kapital', 'balance_sheet', 'closing_equity'],
    ['Summa skulder och eget kapital', 'balance_sheet', 'total_equity_and_liabilities'],
    ['Avsättningar för pensioner', 'balance_sheet', 'pension_provisions'],
    ['Kortfristiga skulder', 'balance_sheet', 'current_liabilities'],
    ['Upplupna kostnader och förutbetalda intäkter', 'note', 'accrued_expenses_and_deferred_income'],
    ['Ökning (-) /minskning (+) kortfristiga fordringar', 'cash_flow', 'change_in_receivables'],
    ['+/- Ökning/Minskning övriga kortfristiga skulder', 'cash_flow', 'change_in_liabilities'],
    ['Likvida medel vid årets början', 'cash_flow', 'cash_at_beginning'],
    ['Likvida medel vid årets slut', 'cash_flow', 'cash_at_end'],
    ['Årets kassaflöde', 'cash_flow', 'cash_flow_for_the_year'],
    ['Fond för yttre underhåll', 'balance_sheet', 'maintenance_fund'],
    ['Soliditet (%)', 'multi_year', 'solidity'],
    ['Insatser', 'balance_sheet', 'member_contributions'],
    ['Insatser', 'operating_statement', 'activities'],
    ['Bidrag från Töreboda kommun', 'note', 'municipal_contribution'],
    ['Medlemsbidrag Landstinget Västmanland', 'note', 'regional_contribution'],
    ['Bidrag från Försäkringskassan', 'note', 'state_contribution'],
  ] as const)('%s in %s is %s', (label, statement, id) => {
    expect(findConcept(label, statement, taxonomy)?.id).toBe(id)
  })

  it.each([
    // Known elsewhere, but out of place here
    ['Kassa och bank', 'income_statement'],
    ['Verksamhetens intäkter', 'balance_sheet'],
    // Known to nobody
    ['Yogakurs för deltagare', 'other'],
    ['Summa', 'note'],
    ['', 'note'],
    ['Bidrag från kommun', 'cash_flow'],
  ] as const)('%s in %s is unknown', (label, statement) => {
    expect(findConcept(label, statement, taxonomy)).toBeUndefined()
  })
})

describe('the taxonomy', () => {
  const ids = taxonomy.concepts.map((concept) => concept.id)

  it('has ids of its own, and points only to them', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const pointed = taxonomy.concepts.flatMap(({ parent, sumOf }) => [
      ...(parent ? [parent] : []),
      ...sumOf.map((term) => term.concept),
    ])
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('names no concept twice by one label in one statement', () => {
    const seen = new Map<string, string>()
    const shared: string[] = []
    for (const { id, labels, statements } of taxonomy.concepts) {
      for (const statement of statements) {
        for (const { text } of labels) {
          if (text.includes('*')) continue
          const key = `${statement} ${foldLabel(text)}`
          if (seen.has(key)) shared.push(`${key}: ${seen.get(key)}, ${id}`)
          seen.set(key, id)
        }
      }
    }
    expect(shared).toEqual([])
  })

  it('has no concept above itself', () => {
    const parents = new Map(taxonomy.concepts.map(({ id, parent }) => [id, parent]))
    const loops = ids.filter((id) => {
      let above = parents.get(id) ?? null
      for (let step = 0; above !== null && step < ids.length; step++) {
        if (above === id) return true
        above = parents.get(above) ?? null
      }
      return false
    })
    expect(loops).toEqual([])
  })

  it('knows which words went with landstingen', () => {
    const labels = taxonomy.concepts.flatMap((concept) => concept.labels)
    const county = labels.filter((label) => /landsting/i.test(label.text))
    expect(county.length).toBeGreaterThan(5)
    expect(county.filter((label) => label.to === undefined)).toEqual([])
  })
})
