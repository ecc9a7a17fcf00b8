import { organisationCheckDigit } from '../arithmetic/organisation-number.js'
import type { Check } from '../model/check.js'
import type { Report } from '../model/report.js'

/** The printed organisation number against its own check digit. */
export function checkOrganisationNumber(report: Report): Check[] {
  const digits = report.orgNumber?.replace(/\D/g, '') ?? ''
  if (digits.length !== 10) return []
  const [expected, actual] = [Number(digits[9]), organisationCheckDigit(digits.slice(0, 9))]
  const holds = expected === actual
  return [
    {
      rule: 'organisation_number',
      subject: report.orgNumber!,
      statement: null,
      note: null,
      periodEnd: report.periodEnd,
      scenario: 'actual',
      expected,
      actual,
      difference: expected - actual,
      tolerance: 0,
      unit: 'count',
      verdict: holds ? 'ok' : 'mismatch',
      explanation: holds
        ? `${report.orgNumber}: the last digit is the check digit of the others.`
        : `${report.orgNumber}: the last digit should be ${actual}, so the number is misread or misprinted.`,
      subjectCell: null,
      terms: [],
      confirms: false,
      other: null,
    },
  ]
}
