import { isHeadText } from './column-heads.js'
import { isStatementTitle, LONGEST_HEADING } from './statement-headings.js'
import { titleAndHeads } from './title-and-heads.js'

/** The heading of a note; `rest` are the heads of columns behind its title. */
export interface NoteHeading {
  readonly opens: 'note'
  /** Its number, perhaps with a letter; null where it was not read. */
  readonly note: string | null
  readonly title: string
  readonly rest: string
}

// "Not 3 Kortfristiga fordringar", "Notl Verksamhetens", "Not 1. Verksamhetens intäkter", "NOT 12: Eget kapital", "Not 8a", "Noti3 Kassa", "Not S 2016-12-31"
const NOTE =
  /^[Nn][Oo][Tt](?:[Ee][NRnr])?[ .:]{0,2}(?<number>\d{1,2}(?!\d|\.\d\d\.)|[\dilIoOSBbZ|]{2}(?=\s\p{Lu})|[lI](?=[ .:])|[SBZ](?=\s(?:(?:19|20)\d\d|\p{Lu}\p{Ll}))|[&?$§%@€£#](?=\s\p{Lu}))(?<letter>[A-Za-z](?![\p{L}])|\s[a-z](?![\p{L}]))?[.:,)\s–-]*(?<title>.*)$/u
// "Not nr 3 Fordringar", "Not nummer 12", "Not n:r 2"
const CALLED_NUMBER = /^(?<called>not(?:er)?)[.:]? ?(?:nr|n:r|nummer)[.:]? ?(?=\S)/i
// "Not 4 och not 5 visar …", "noten 3 i balansräkningen": running text
const NOTE_IN_TEXT = /^[Nn]ot(?:en|erna)?\s+\d+\s+(?:och|samt|i|på)(?!\p{L})/u
// "Not 5 Betalda räntor -569,50", "Not 2 Mottagna medel 178303 13 889 784": a row that begins with its reference
const FIGURE_BEHIND = /\s[-–]?\d{3,}(?:[.,:]\d\d)?-?(?:\s?kr)?$/i
const THOUSANDS_BEHIND = /\s[-–−(]?\d{1,3}(?:[ .]\d{3})+(?:[.,:]\d\d)?(?:-|\)|:-)?(?:\s?kr)?$/i
// "NOT 6 INTÄKTER 26 63", "Not 1 Verksamhetens intäkter - - -": small figures and dashes, one for each column
const FIGURES_BEHIND = /(?:\s(?:[-–−(]?\d{1,3}\)?|[-–—]+)){2,}$/
// "31 dec 2020", "1 januari – 31 december", "1/1–31/12", "1.1–31.12.2001", "00-12-31": a day, and no number of a note
const DAY =
  /^(?:\d\d[-.]\d\d[-.]\d\d|[0-3]?\d(?:[ .]{0,2}(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})|\/(?:1[0-2]|0?[1-9])(?!\d)|\.(?:1[0-2]|0?[1-9])\s?[.–-]\s?\d))/iu

// "31 der 2019": the month was misread
const DAY_OF_MISREAD_MONTH = /^(?:28|29|30|31)\.?\s\p{Ll}{3,9}\.?\s(?:19|20)\d\d(?!\d)/u

function isDated(text: string): boolean {
  const words = text.replace(/^not(?:er)?[.:]?\s*/i, '')
  return DAY.test(words) || DAY_OF_MISREAD_MONTH.test(words)
}

/** The note that a line opens which says that it does: "Not 3 Kassa"; undefined for other lines. */
export function findCalledNote(printed: string): NoteHeading | undefined {
  const text = printed.replace(CALLED_NUMBER, '$<called> ')
  if (isDated(text) || NOTE_IN_TEXT.test(text)) return undefined
  // "e Not 7 Förutbetalda kostnader", "ee NOT2 Fordringar": a speck or a worn rule before the heading
  const note = NOTE.exec(text.replace(/^[^\p{L}\d]+|^(?:(?![iåö]\s)\p{L}|\d|(\p{L})\1)\s+(?=not\s*\S)/giu, ''))?.groups
  if (!note) return undefined
  const { number = '', letter = '', title: behind = '' } = note
  const { title, rest } = titleAndHeads(behind)
  const words = title.replace(/^[\s=~–—-]*(?:forts\.?\s*)?/i, '')
  // a number that was read as a mark is told by the notes around it, or stays unknown
  const told = /^[lI]$/.test(number) ? '1' : /^\d+$/.test(number) ? Number(number).toString() : null
  const isHeads = told === null && /^(?:bokslut|budget|utfall)/i.test(words)
  // "Not 3. Resultaträkning": over a column of notes that stands before the labels
  if (isHeads || isStatementTitle(words) || isRow(words) || THOUSANDS_BEHIND.test(behind)) return undefined
  if (words.length > LONGEST_HEADING || /[.!?]$/.test(words.replace(/m\.m\.$|mm\.$/, ''))) return undefined
  return { opens: 'note', note: told === null ? null : told + letter.trim().toLowerCase(), title: words, rest }
}

/** Whether words behind the number of a note are figures, or end with some. */
function isRow(words: string): boolean {
  return /^\d[\d ]*$/.test(words) || FIGURE_BEHIND.test(words) || FIGURES_BEHIND.test(words)
}

// "NOT Förutbetalt och upplupet": the number was not read; no "Not Utfall Budget" over columns
const NUMBERLESS_NOTE = /^[Nn][Oo][Tt][.:]?\s+(?<title>\p{Lu}(?!\p{Lu})\D{3,})$/u
// "4 Kassa och bank", "12. Eget kapital"
const NUMBERED_NOTE = /^(?<number>\d{1,2})(?<letter>[a-z])?[.:)]?\s+(?<title>\p{L}.*)$/u
/** No report has so many notes. */
const MOST_NOTES = 60

/** The note that a line among the notes opens though it lacks its number, or the word. */
export function findBareNote(text: string): NoteHeading | undefined {
  const named = NUMBERLESS_NOTE.exec(text)?.groups?.title
  if (named && named.length <= LONGEST_HEADING && !isHeadText(named) && !/[.:,]$/.test(named))
    return { opens: 'note', note: null, title: named, rest: '' }
  const numbered = isDated(text) ? undefined : NUMBERED_NOTE.exec(text)?.groups
  const number = Number(numbered?.number ?? 0)
  if (!numbered || number === 0 || number >= MOST_NOTES) return undefined
  const { title, rest } = titleAndHeads(numbered.title ?? '')
  const isTitle = !/\d/.test(title) && title.length <= LONGEST_HEADING && /^\p{Lu}/u.test(title) && !/[.:]$/.test(title)
  return isTitle ? { opens: 'note', note: number.toString() + (numbered.letter ?? ''), title, rest } : undefined
}
