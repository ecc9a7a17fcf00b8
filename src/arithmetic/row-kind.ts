import { remember } from './remember.js'

/** A label without case, dots over letters and punctuation, so that a reader's lost dots do not matter. */
export function foldLabel(label: string | null): string {
  return label === null ? '' : foldOf(label)
}

// labels are folded over and over while structures are tried
const foldOf = remember(fold)

function fold(label: string): string {
  return label
    .toLowerCase()
    .replaceAll('æ', 'a')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/** "därav årets resultat", "varav …": an amount that is already in the row above. */
export function isTherein(folded: string): boolean {
  return /^(varav|var av|darav|dar av|harav)\b/.test(folded)
}

/** "Summa omsättningstillgångar", "SUMMA", "S:a kostnader", "Totalt", "Totalsumma projekt", "Fordringar totalt", "Rörelsens kostnader tillsammans", "Sammanlagda avskrivningar". */
export function isSumWord(folded: string): boolean {
  return /^(del|slut|total)?s[uo][mn]+[mnil]*a\b|^summ|^s a\b|\bsumma\b|^total(t|a|er)?\b|\b(totalt|tillsammans)$|^sammanlag(t|da)\b/.test(
    folded,
  )
}

/** "Årets resultat", "Rörelseresultat", "Resultat före …", "Verksamhetens nettokostnader", "Kvarstår efter fondering"; not "Resultat från andelar". */
export function isResult(folded: string): boolean {
  if (/resultat fran|^balansera|resultatregler|resultatenhet|resultatdisposition|disposition av/.test(folded))
    return false
  return /resultat\b|nettokostnad|nettointakt|^(arets|periodens|rakenskapsarets) ?(vinst|forlust)\b|(arets|periodens) (over (eller )?)?(over|under)skott|(over|under)skott (fore|efter|av)\b|^kvarstar\b|^arets forandring av eget kapital$/.test(
    folded,
  )
}

/** "Årets resultat", "Åretsresultat", "Årets över-/underskott", "Årets redovisade överskott", "Redovisad nettovinst/förlust": the year's own result under any of its names. */
export function isYearResult(folded: string): boolean {
  return /(arets|periodens|rakenskapsarets)( redovisade| bokforda)? ?(netto)?(resultat|vinst|forlust|(over (eller )?)?(over|under)skott)\b|^redovisa(t|d) (netto)?(resultat|(over|under)skott|(vinst|forlust)( (eller )?forlust)?)$|^arets forandring av eget kapital$/.test(
    folded,
  )
}

/** "Rörelsens överskott", "Bruttovinst", "Överskott efter räntenetto": what is left of the rows above, if the figures say so. */
export function isRemainder(folded: string): boolean {
  return /(over|under)skott\b|^(brutto|netto|rorelse)(vinst|forlust)\b/.test(folded)
}

/** "Rörelsens samlade kostnader": the sum of the rows above, if the figures say so. */
export function isTogether(folded: string): boolean {
  return /\b(samlade|sammantagna|sammanraknade) \w/.test(folded)
}

/** "Ingående eget kapital", "Likvida medel vid årets början", "Eget kapital IB", "Avskrivningar 1 januari". */
export function isOpening(folded: string): boolean {
  return /\bingaende\b|vid (ars|arets|periodens) (borjan|ingang)|^ib\b|\bib$|\b1 (januari|juli|maj|september)$/.test(
    folded,
  )
}

/** "Utgående ackumulerade avskrivningar", "Vid årets slut", "Eget kapital UB", "Avskrivningar 31 december", "Bokfört värde", "Husens bokförda värde". */
export function isClosingBalance(folded: string): boolean {
  return /\butgaende\b|(vid|med) (ars|arets|periodens) (slut|utgang)|^ub\b|\bub$|\b3[01] (december|juni|april|augusti)$|\b((bokfort|redovisat)( rest)?|(bokforda|redovisade)) varde|restvarde/.test(
    folded,
  )
}

/** "Medel från verksamheten", "Internt tillförda medel", "Kassaflöde från den löpande verksamheten", "Kassaflöde löpande verksamhet". */
export function isPartialCashFlow(folded: string): boolean {
  return /^medel fran|\bintern\w* tillforda medel$|kassaflode\w* (fran|fore?|i|av)\b|^kassaflode (den )?(lopande|investerings|finansierings)/.test(
    folded,
  )
}

/** "Årets kassaflöde", "Periodens kassaflöde", "Årets förändring av likvida medel", "Förändring av likvida medel". */
export function isYearCashFlow(folded: string): boolean {
  return /(arets|periodens) (kassaflode|forandring)|forandring (av|i) likvida|^kassaflode$|^summa kassaflode/.test(
    folded,
  )
}

/** "Verksamhetens kostnader", "Avskrivningar", "Utbetalningar": what is taken away though no minus is printed. */
export function isCost(folded: string): boolean {
  return (
    /kostnad|avskrivning|utgift|utbetalning|nedskrivning|\bskatt\b/.test(folded) && !/forutbetald|upplup/.test(folded)
  )
}

/** "Summa tillgångar", "Tillgångar, summa", not "Summa anläggningstillgångar". */
export function isTotalAssets(folded: string): boolean {
  return /^(s\w+|s a|total\w*) tillgangar( i \w+)?$|^balansomslutning|^tillgangar (totalt|summa|sammanlagt)$/.test(
    folded,
  )
}

/** "Summa eget kapital och skulder", "Summa skulder och eget kapital", "Summa eget kapital, avsättningar och skulder". */
export function isTotalEquityAndLiabilities(folded: string): boolean {
  return /\bkapital\b/.test(folded) && /\bskulder\b/.test(folded) && isSumWord(folded)
}

/** "Summa eget kapital". */
export function isTotalEquity(folded: string): boolean {
  return isSumWord(folded) && /eget kapital$/.test(folded) && !/(bundet|fritt) eget|skuld/.test(folded)
}

/** "Kassa och bank", "Likvida medel", "Plusgiro", "Avräkningskonto HSB", "Klientmedel hos SBC". */
export function isCashLike(folded: string): boolean {
  return /\bkassa\b|\bbank(en|medel|konto|rakning\w*|tillgodohavande\w*)?\b|likvida medel|(plus|post)giro|koncernkonto|avrakning\w*|klientmedel/.test(
    folded,
  )
}

/** How alike two labels are, 0..1: the share of letter pairs that they have in common (Dice). */
export function labelLikeness(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [pairsOf(a), pairsOf(b)]
  if (pairsOfA.length === 0 || pairsOfB.length === 0) return foldLabel(a) === foldLabel(b) ? 1 : 0
  const left = [...pairsOfB]
  let shared = 0
  for (const pair of pairsOfA) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / (pairsOfA.length + pairsOfB.length)
}

/** Pairs of labels met so far: each label of an organisation is held against most others. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

function pairsOf(label: string): readonly string[] {
  const met = known.get(label)
  if (met !== undefined) return met
  if (known.size >= mostKnown) known.clear()
  const pairs = letterPairs(foldLabel(label))
  known.set(label, pairs)
  return pairs
}

/** The pairs of neighbouring letters of a folded label, blanks left out; none where it has fewer than two letters. */
export function letterPairs(folded: string): string[] {
  const letters = folded.replaceAll(' ', '')
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2))
}
