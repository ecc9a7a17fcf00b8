import { foldLabel } from '../model/taxonomy.js'
import { type Lexicon, strokesOf } from './build-lexicon.js'
import { cleanLabel } from './clean-line.js'
import { isKnownWord } from './compound.js'
import { withCaseOf } from './letter-case.js'
import { looksSound, shareOfOddRuns } from './letter-runs.js'
import { mayMean } from './mend-word.js'
import { mendToRest, mendWords } from './mend-words.js'
import { tellByNeighbours } from './tell-by-neighbours.js'
import { findNearest } from './word-index.js'

/** A label back in correct Swedish. */
export interface MendedLabel {
  readonly text: string
  /** The label stands in the closed vocabulary. */
  readonly exact: boolean
  /** It is made of letters as Swedish words are, nearly throughout: it may be misread, but it was read. */
  readonly worded: boolean
  /** A letter or a space was changed, beyond stray marks at the edges. */
  readonly corrected: boolean
}

const longestLabel = 200
/** Damage believed in a whole label, in letters for each of its letters. */
const damageShare = 0.09
const leastDamage = 0.5
const mostDamage = 1.6
/** Damage believed where words were torn apart or run together as well. */
const tornDamage = 0.6
const margin = 0.5

/**
 * Mends what the reader damaged in a label and leaves abbreviations, capitals and the source's own spelling. Words are
 * mended one by one; then the label as a whole, where only one label of the vocabulary is near and no word that was
 * right would change. Figures and unknown names stay as read. Of `doubted` words, as printed, the reader was unsure.
 */
export function mendLabel(raw: string, lexicon: Lexicon, doubted: readonly string[] = []): MendedLabel {
  const cleaned = cleanLabel(raw)
  if (cleaned.length > longestLabel) return { text: cleaned, exact: false, worded: true, corrected: false }
  const text = mendToRest(cleaned, (label) => mendOnce(label, lexicon, new Set(doubted)))
  const exact = lexicon.labels.byKey.has(foldLabel(text))
  return { text, exact, worded: exact || isWorded(text, lexicon), corrected: text !== cleaned }
}

/** Most runs of three letters that no sound word has, as a share, in a label that was read at all. */
const mostOdd = 0.4
/** Letters of a word that are not read by chance of a stamp or another word. */
const longWord = 8

function isWorded(label: string, { runs }: Lexicon): boolean {
  const words = label.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return words.some(({ length }) => length >= longWord) && words.every((word) => shareOfOddRuns(word, runs) <= mostOdd)
}

// "Kundfordringar vå", "Upplupna kostnader Kl)": a dash or figure beside the label, read as letters
const scrap = /^(.{4,}) (?:\p{Ll}{1,3}|\p{L}{1,3}\))$/u

function mendOnce(label: string, lexicon: Lexicon, doubted: ReadonlySet<string>): string {
  const shown = withSum(
    withCommas(
      withoutSpecks(withPercent(withoutFewDots(withoutLeaders(cleanLabel(label), lexicon), lexicon), lexicon), lexicon),
      lexicon,
    ),
    lexicon,
  )
    .replace(loneQuote, '')
    .replace(lostStroke, '$<change>$<result>/')
    .replace(misreadFirst, '1 ')
  const mendBy = (search: 'compounds' | 'dictionary') => {
    const worded = cleanLabel(mendWords(shown, lexicon, search))
    const told = tellByNeighbours(worded.split(' '), lexicon).join(' ')
    return mendWhole(withoutScrap(withoutDoubted(told, lexicon, doubted), lexicon), lexicon)
  }
  const known = mendBy('compounds')
  return lexicon.labels.byKey.has(foldLabel(known)) ? known : mendBy('dictionary')
}

// "Summa kortfristiga skulder VNRNA", "Ingående M avskrivningar 9": no word and no name, in small letters or capitals
const wordless = /^(?:\P{L}*|\P{Ll}+|\P{L}*\p{L}{1,2}\P{L}*)$/u
const fewestWords = 2

/**
 * A label without what the reader doubted and nobody knows, a stamp or dust among its words, where the rest of it, of
 * two words or more, is a label of the vocabulary.
 */
function withoutDoubted(label: string, lexicon: Lexicon, doubted: ReadonlySet<string>): string {
  const isLabel = (text: string) => lexicon.labels.byKey.has(foldLabel(text))
  if (doubted.size === 0 || isLabel(label) || isLabel(mendWhole(label, lexicon))) return label
  const words = label.split(' ')
  const isJoining = (word: string, at: number) => at > 0 && at < words.length - 1 && joining.has(word)
  const kept = words.filter(
    (word, at) => !doubted.has(word) || !wordless.test(word) || isPrinted(word, lexicon) || isJoining(word, at),
  )
  if (kept.length === words.length || kept.length < fewestWords) return label
  const rest = cleanLabel(kept.join(' '))
  return lexicon.labels.byKey.has(foldLabel(rest)) ? rest : label
}

// "Samma anläggningstillgångar", "Sunna intäkter": no row of a table begins so
const misreadSum = /^S(?:[ao]mm|[uw](?:nn|nm|mn|num|nmm|nnm|rnm|mrn))a (?=\p{Ll})/u
// "Ssaintäkter", "Sa skulder", "S:akostnader", "sa": the short form of "Summa"
const misreadShortSum = /^[S5][:;.,s]?a ?(?=(?<next>\p{L}{4,}))/iu
const misreadSumAlone = /^[S5][:;.,]?a$/i
// "Förutbetald' skolpeng", "kostnader 'och upplupna", "garage€": a speck at a word, one of no pair
const loneQuote = /(?<=^[^'’"”]*)(?:(?<=\p{L})['’"”€](?= |$)|(?<= )['’"”](?=\p{L}))(?=[^'’"”]*$)/u
// "Ökning minskning av lager", "Årets vinst förlust": the stroke between them was lost, or read as a letter
const lostStroke =
  /(?<!\p{L})(?:(?<change>ökning|minskning)[ sl](?=(?:minskning|ökning)(?!\p{L}))|(?<result>vinst|överskott) (?=(?:förlust|underskott)(?!\p{L})))/giu
// "Avskrivningar I januari"
const misreadFirst =
  /(?<=\p{L} )[Il|!] (?=(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L}))/u
// "Hyror. garage", "Kund-. avgifts-": a comma that lost its tail; "Intäkter. och": a speck
const stopWithin = /(?<word>\p{L}{3,}-?)\. (?=(?<next>\p{Ll}+))/gu

/** A label that opens with the sum that was meant: in its short form, where labels have the next word behind "Summa". */
function withSum(label: string, { language, words }: Lexicon): string {
  if (misreadSumAlone.test(label)) return 'S:a'
  const [opening = '', next = ''] = misreadShortSum.exec(label) ?? []
  const isKnown = words.byKey.has(foldLabel(label.split(' ')[0]!)) && !opening.endsWith(' ')
  if (isKnown || !language.pairs.has(`summa ${next.toLowerCase()}`)) return label.replace(misreadSum, 'Summa ')
  return label.replace(opening, /^\p{Lu}+$/u.test(next) ? 'S:A ' : 'S:a ')
}

const joining = new Set(['och', 'samt', 'eller', 'i', 'av', 'för', 'på', 'till', 'från'])
// "Kortfristiga, skulder", "bundet'eget": a speck between words
const speck = /(?<=(?<before>\p{L}{4,}))(?<mark>[,.'’]) ?(?=(?<after>\p{L}{2,}))/gu
// "kortfristiga", "upplupna", "beräknade": what a noun follows at once
const attributive = /(?:ig|isk|iv|n|d|t)a$/
const fewestPairs = 3

/** A label without the specks behind words that no label has a comma behind, where labels hold both words in a row. */
function withoutSpecks(label: string, { language }: Lexicon): string {
  return label.replace(speck, (read, ...found) => {
    const { before, mark, after } = found.at(-1) as { before: string; mark: string; after: string }
    const [first, second] = [before.toLowerCase(), after.toLowerCase()]
    const isPair = (language.pairs.get(`${first} ${second}`) ?? 0) >= fewestPairs
    const goesOn = !/[,.]/.test(mark) || joining.has(second) || attributive.test(first)
    return isPair && goesOn && !language.stopped.has(first) ? ' ' : read
  })
}

/** A label with commas for the full stops behind whole words; abbreviations keep theirs. */
function withCommas(label: string, lexicon: Lexicon): string {
  return label.replace(stopWithin, (read, ...found) => {
    const { word, next } = found.at(-1) as { word: string; next: string }
    if (/^summa$/i.test(word)) return `${word} `
    const isWhole = isKnownWord(word.toLowerCase(), lexicon) && !lexicon.abbreviated.has(word.toLowerCase())
    if (!word.endsWith('-') && !isWhole) return read
    return joining.has(next) && !word.endsWith('-') ? `${word} ` : `${word}, `
  })
}

// "Soliditet, vo", "Handelsbanken 2,300 Yo", "Soliditet (26)": a percent sign, which the Swedish reader does not know
const misreadPercent =
  /^(.*[\p{L}\d]),? (?:[vy]o|96|%o|(?<framed>\((?:[vy%?]o|[279]|\d[06]|\d60|(?<odd>[^\p{L})%]{2,3}))\)?))$/iu
const endsInFraction = /\d[,.]\d+$/

function withPercent(label: string, lexicon: Lexicon): string {
  const read = misreadPercent.exec(label)
  const rest = read?.[1]
  if (rest === undefined) return label
  const isNamed = lexicon.shares.has(foldLabel(rest))
  const isShare = isNamed || (endsInFraction.test(rest) && read?.groups?.odd === undefined)
  return isShare ? label.replace(/\S+$/u, read?.groups?.framed === undefined ? '%' : '(%)') : label
}

// "Lokalhyra eeseceeeees", "Verksamhetens kostnader — smesmmmmsmsssm sr seas a sa": dotted leaders, read as letters
const lettersOfLeaders = /^[.,·…:;+*—–=~-]*[.,·aceikmnorstuvä+*-]*$/u
const leastLeaders = 6
const leastShare = 0.75
const mostLeaderLetters = 4
/** Share of runs of three letters that no sound word has. */
const leastOdd = 0.25

// "Elström. cs cos 0 0oc€680cosovo8 or of": dots apart from each other, read as signs and figures too
const scrapOfLeaders = /^(?:[068€»]|(?=.*\p{L})[068€».,·…acefikmnorstuvä+*—–=~-]+)$/u
// "oc€680cos", "8cos0", not "ns6000", "60mm", "8a-8c": letters in a row with such signs among or around them
const mixedScrap = /\p{L}{2}[068€»]+\p{L}|[068€»]\p{L}{2,}[068€»]/u

// "«sco", "s—.—", "=": what no word of a label holds, and dots are read as
const signOfLeaders = /[«=]|[—–]\.|\.[—–]/u

// "Svinn soo", "Sparkasseränta s ss", "Frakter sor sor", "Sparkassan css": what so few dots are read as that nothing else tells
const fewDots = /^(?!(?:oss|ros)$)[socr0]{1,4}$/u
const leastOfFew = 2

/** A label without last words of letters that a few dots are read as, where nobody prints them so. */
function withoutFewDots(label: string, lexicon: Lexicon): string {
  const tail = tailOf(label.split(' '), (word) => fewDots.test(word) && !isPrinted(word, lexicon))
  if (tail.join('').length < leastOfFew || lexicon.labels.byKey.has(foldLabel(label))) return label
  return label.slice(0, label.length - tail.join(' ').length).trim()
}

/** A label up to where its last words are of the few letters and signs that dots are read as, and not made as words are. */
function withoutLeaders(label: string, lexicon: Lexicon): string {
  const all = label.split(' ')
  const sign = all.findIndex((word, at) => at > 0 && signOfLeaders.test(word))
  const isCut = sign > 0 && all.slice(sign).every((word) => !/\d\d/.test(word) && !isPrinted(word, lexicon))
  const words = isCut ? all.slice(0, sign) : all
  const isLeader = (word: string) => lettersOfLeaders.test(word) && !isPrinted(word, lexicon)
  const isScrap = (word: string) => isLeader(word) || (scrapOfLeaders.test(word) && !isPrinted(word, lexicon))
  const scraps = tailOf(words, isScrap)
  // a number in front of them may be the label's own
  while (/^\d$/.test(scraps[0] ?? '')) scraps.shift()
  const tail = scraps.some((word) => mixedScrap.test(word)) ? scraps : tailOf(words, isLeader)
  const letters = tail.join('').replace(/[^\p{L}]/gu, '')
  const dots = tail.join('').replace(/[\p{L}068€»]/gu, '').length
  const rest = cleanLabel(words.join(' '))
  if (tail.join('').length < leastLeaders || shareOfCommonest(letters) < leastShare) return rest
  if (dots < leastLeaders && shareOfOddRuns(letters, lexicon.runs) < leastOdd) return rest
  return cleanLabel(words.slice(0, -tail.length).join(' '))
}

/** The last words that are all of a kind, never the first of the line. */
function tailOf(words: readonly string[], isOne: (word: string) => boolean): string[] {
  const last = words.findLastIndex((word) => !isOne(word))
  return words.slice(Math.max(last, 0) + 1)
}

/** Share of the four commonest letters, 0..1: of words long enough to tell, a half to two thirds; 1 where there is none. */
function shareOfCommonest(letters: string): number {
  const counts = new Map<string, number>()
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const most = [...counts.values()].sort((a, b) => b - a).slice(0, mostLeaderLetters)
  return letters === '' ? 1 : most.reduce((sum, count) => sum + count, 0) / letters.length
}

/** A word or abbreviation of the vocabulary that dots are not read as. */
function isPrinted(printed: string, lexicon: Lexicon): boolean {
  const word = printed.replace(/\P{L}/gu, '').toLowerCase()
  return lexicon.unbound.has(word) || (word.length >= 4 && isKnownWord(word, lexicon))
}

function withoutScrap(label: string, lexicon: Lexicon): string {
  const rest = scrap.exec(label)?.[1]
  if (rest === undefined || lexicon.labels.byKey.has(foldLabel(label))) return label
  const last = foldLabel(label.slice(rest.length))
  if (lexicon.words.byKey.has(last) || (label.includes('(') && label.endsWith(')'))) return label
  const whole = mendWhole(cleanLabel(rest), lexicon)
  return lexicon.labels.byKey.has(foldLabel(whole)) ? whole : label
}

function mendWhole(label: string, lexicon: Lexicon): string {
  const folded = foldLabel(label)
  const same = lexicon.labels.byKey.get(folded)
  if (same) return respace(label, same.text)
  const short = lexicon.shortLabels.get(strokesOf(label) ?? '')
  if (short !== undefined && !lexicon.common.has(label.toLowerCase())) return short
  // Figures in a label tell accounts apart (`GULF 11`, `GULF 12`).
  if (folded.length < 6 || /\d/.test(label)) return label
  const limit = Math.min(mostDamage, Math.max(leastDamage, damageShare * folded.length))
  const [best, next] = findNearest(folded, lexicon.labels, lexicon.confusions, limit + margin)
  if (!best || best.cost > limit || (next && next.cost < best.cost + margin)) return label
  if (best.cost > tornDamage && countWords(label) !== countWords(best.text)) return label
  return changesSoundWord(label, best.text, lexicon) ? label : recased(label, best.text)
}

function countWords(line: string): number {
  return line.split(' ').length
}

/** Takes the vocabulary's spaces where the reader tore words apart or ran them together. */
function respace(label: string, text: string): string {
  const lettersOnly = /^[\p{L} ]+$/u
  if (countWords(label) === countWords(text) || !lettersOnly.test(label) || !lettersOnly.test(text)) return label
  return recased(label, text)
}

function recased(label: string, text: string): string {
  if (!/\p{Ll}/u.test(label)) return text.toUpperCase()
  const printed = label.split(' ')
  const words = text.split(' ')
  if (printed.length !== words.length)
    return withCaseOf(printed[0]!, words[0]!.toLowerCase(), true) + text.slice(words[0]!.length)
  return words.map((word, at) => withCaseOf(printed[at]!, word.toLowerCase(), at === 0)).join(' ')
}

function changesSoundWord(label: string, text: string, lexicon: Lexicon): boolean {
  const printed = label.toLowerCase().split(' ')
  const words = text.toLowerCase().split(' ')
  if (printed.length !== words.length)
    return printed.some((word) => word.length > 3 && !words.includes(word) && looksSound(word, lexicon.runs))
  return printed.some((word, at) => !mayMean(word, words[at]!, lexicon))
}
