/** What stands before the notes of houses that tell their unit nowhere else. */
export function writePrinciples(unit: string): string {
  return (
    '<h3>Redovisnings- och värderingsprinciper</h3><p>Årsredovisningen har upprättats enligt lag och god ' +
    `redovisningssed, och principerna är oförändrade från föregående år. ${unit}.</p>`
  )
}

/** What the board says last of the year's figures, where the family tells their unit there. */
export function writeReference(unit: string): string {
  return `<p>Resultatet av verksamheten och ställningen vid årets slut framgår av de följande räkningarna med noter. ${unit}.</p>`
}

const LIVES = [
  ['Byggnader', '50 år'],
  ['Markanläggningar', '20 år'],
  ['Inventarier, verktyg och installationer', '5 år'],
] as const

/** The note on principles under the given heading: running text, and years of use in a small table. */
export function writeNoteOfPrinciples(heading: string): string {
  const lives = LIVES.map(([thing, years]) => `<tr><td>${thing}</td><td>${years}</td></tr>`)
  return (
    `<h3>${heading}</h3><p>Årsredovisningen är upprättad i enlighet med årsredovisningslagen och ` +
    'Bokföringsnämndens allmänna råd om årsredovisning i mindre företag. Fordringar har upptagits till de belopp ' +
    'varmed de beräknas inflyta. Materiella anläggningstillgångar skrivs av linjärt över den bedömda ' +
    `nyttjandeperioden. Följande avskrivningstider tillämpas:</p><table class="lives">${lives.join('')}</table>`
  )
}
