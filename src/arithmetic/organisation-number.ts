/** The check digit that nine digits of a Swedish organisation number call for (Luhn, modulus 10). */
export function organisationCheckDigit(nineDigits: string): number {
  const sum = [...nineDigits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** Whether `NNNNNN-NNNN` is a body's number and not a person's: the third digit is 2 or more, the last one checks. */
export function isOrganisationNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return (
    digits.length === 10 && Number(digits[2]) >= 2 && organisationCheckDigit(digits.slice(0, 9)) === Number(digits[9])
  )
}
