import levenshtein from 'fast-levenshtein'
import type { StatementKind } from '../model/report.js'
import { isHeadText } from './column-heads.js'

/** What a heading opens: a table of a kind, a note, or text without tables. */
export type Heading =
  | { readonly opens: 'table'; readonly kind: StatementKind; readonly title: string; readonly rest: string }
  | { readonly opens: 'note'; readonly note: string | null; readonly title: string; readonly rest: string }
  | { readonly opens: 'notes' }
  | { readonly opens: 'text'; readonly title: string }

/** Headings are short: a longer line is a sentence that names a statement. */
const LONGEST_HEADING = 75

const STATEMENTS: readonly (readonly [RegExp, StatementKind])[] = [
  [/^(?:koncern(?:ens )?|moderföreningens |förbundets )?(?:resultaträkning(?:en|ar)?)\b/, 'income_statement'],
  [/^(?:koncern(?:ens )?|moderföreningens |förbundets )?(?:balansräkning(?:en|ar)?)\b/, 'balance_sheet'],
  [
    /^(?:koncern(?:ens )?|förbundets )?(?:kassaflödesanalys|finansieringsanalys|kassaflödesrapport|(?:(?:årets )?förändring (?:av |i )?likvida medel|kassaflöde,?)$)/,
    'cash_flow',
  ],
  [
    /^(?:flerårsöversikt|femårsöversikt|flerårsjämförelse|översikt (?:över )?verksamhetens utveckling|ekonomisk översikt|nyckeltal|flerårs)/,
    'multi_year',
  ],
  [
    /^(?:drifts?redovisning|projektredovisning|budgetuppföljning|budgetavräkning|insatser, utfall och budget|sammanställning (?:av |över )?(?:aktiviteter|insatser|projekt)|beslutade (?:projekt|insatser)|utfall mot budget|utfall och budget|budget och utfall|uppföljning av budget|budget per |verksamheternas utfall|investeringsredovisning)/,
    'operating_statement',
  ],
]
// "Vinst- och förlusträkning för år 1981", "Föreningens intäkts- och kostnadsräkning": older names of the income statement
const OLD_INCOME_STATEMENT =
  /(?<!\p{L})(?:vinst|intäkts?|inkomst)-? ?(?:och|&) (?:förlust|kostnads|utgifts)(?:räkning|konto)/u
// "Föreningens resultaträkning", "Utgående balansräkning per den 31 december 1981", "Så gick det: balansräkning den 31
// december 1994", "Kassaflödesanalyser": whose, or of what kind (a genitive or an adjective, by its ending), stands before
const NAMED_STATEMENT =
  /^(?:[^.:]{2,45}: ?|(?:\p{L}+(?:s|ande|ende|ig|är|ad|sk) ){1,2})(?<statement>(?:resultaträkning|balansräkning|kassaflödesanalys|finansieringsanalys)(?:en|er|ar)?)(?: (?:per|för|den|i|\d).*)?$/u
/** Words that are also a row's label: a heading only with heads of columns behind them. */
const NEEDS_HEADS = /^(?:(?:årets )?förändring|kassaflöde,?$)/i
const TEXTS =
  /^(?:förvaltningsberättelse|revisionsberättelse|tilläggsupplysningar|styrelsens underskrift(?:er)?|underskrift(?:er)?|god ekonomisk hushållning.*|uppföljning av .*|balanskravs?(?:resultat|utredning)?|väsentliga (?:händelser|personalförhållanden).*|framtiden|förväntad utveckling|förslag till (?:vinst|resultat)disposition|resultatdisposition)$|^(?:allmänna )?redovisnings(?:-? och värderings)?principer/
// "Förslag till vinstdisposition, TSEK", "Disposition av årets resultat", "Till årsstämmans förfogande står"
const DISPOSITION =
  /^(?:(?:styrelsens )?förslag till )?(?:(?:vinst|resultat)disposition|(?:disposition|behandling)(?:er)? (?:av|beträffande) )|^till \p{L}*stämmans förfogande/u
// "3. ", "1.4.3 ", "5.Ekonomi"
const NUMBERING = /^\d{1,2}(?:\.\d{1,2})*\.?\s*(?=\p{L})/u
// "Not 3 Kortfristiga fordringar", "Notl Verksamhetens", "Not 1. Verksamhetens intäkter", "NOT 12: Eget kapital", "Not 8a", "Noti3 Kassa"
const NOTE =
  /^[Nn][Oo][Tt](?:[Ee][NRnr])?[ .:]{0,2}(?<number>\d{1,2}(?!\d|\.\d\d\.)|[\dilIoOSBbZ|]{2}(?=\s\p{Lu})|[lI](?=[ .:])|[&?$§%@€£#](?=\s\p{Lu}))(?<letter>[A-Za-z](?![\p{L}])|\s[a-z](?![\p{L}]))?[.:,)\s–-]*(?<title>.*)$/u
// "Not 4 och not 5 visar …", "noten 3 i balansräkningen": running text
const NOTE_IN_TEXT = /^[Nn]ot(?:en|erna)?\s+\d+\s+(?:och|samt|i|på)(?!\p{L})/u
// "Not 5 Betalda räntor -569,50", "Not 2 Mottagna medel 178303 13 889 784": a row that begins with its reference
const FIGURE_BEHIND = /\s[-–]?\d{3,}(?:[.,:]\d\d)?-?$/
const THOUSANDS_BEHIND = /\s[-–−(]?\d{1,3}(?:[ .]\d{3})+(?:[.,:]\d\d)?(?:-|\)|:-)?$/
// "NOT 6 INTÄKTER 26 63", "Not 1 Verksamhetens intäkter - - -": small figures and dashes, one for each column
const FIGURES_BEHIND = /(?:\s(?:[-–−(]?\d{1,3}\)?|[-–—]+)){2,}$/
// "31 dec 2020", "1 januari – 31 december", "1/1–31/12", "1.1–31.12.2001", "00-12-31": a day, and no number of a note
const DAY =
  /^(?:\d\d[-.]\d\d[-.]\d\d|[0-3]?\d(?:[ .]{0,2}(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})|\/(?:1[0-2]|0?[1-9])(?!\d)|\.(?:1[0-2]|0?[1-9])\s?[.–-]\s?\d))/iu
// "NOT Förutbetalt och upplupet": the number was not read; no "Not Utfall Budget" over columns
const NUMBERLESS_NOTE = /^[Nn][Oo][Tt][.:]?\s+(?<title>\p{Lu}(?!\p{Lu})\D{3,})$/u
// "4 Kassa och bank", "12. Eget kapital"
const NUMBERED_NOTE = /^(?<number>\d{1,2})(?<letter>[a-z])?[.:)]?\s+(?<title>\p{L}.*)$/u
// "Not Resultaträkning 2013", "NOT 3. Balansräkning": the head of a column of references before the title of a statement
const NOTE_COLUMN =
  /^not(?:er)?[.:]?\s+(?=(?:\d{1,2}\.\s+)?(?:resultaträkning|balansräkning|kassaflödesanalys|finansieringsanalys))/i
// "Noter 12", "Noter ..... 12": the page on which the notes begin, in a list of contents
const CONTENTS_ENTRY = /^noter[\s.…]+\d{1,3}$/i
// "2019-01-01", "-2019-12-31", "tkr Not UB 2013-12-31": the heads of columns, where they stand on the line of the heading
const HEADS =
  /\s(?:(?:belopp i )?t?kr\.?\s*)?(?:not(?:er)?\.?\s+)?(?:[-–—~]\s?(?=(?:19|20)\d\d-\d\d-\d\d))?(?:(?:utfall|bokslut|budget|ub)\s+)?(?:(?:19|20)\d\d(?:[-–/]\d\d){0,2}|\d{6}|\d\d-?\d\d ?[-–] ?\d\d-?\d\d)(?:\s.*)?$/iu

function withoutHeads(title: string): { title: string; rest: string } {
  const heads = HEADS.exec(` ${title}`)
  if (!heads) return { title: title.trim(), rest: '' }
  const at = Math.max(0, heads.index - 1)
  return { title: ` ${title}`.slice(0, heads.index).trim(), rest: title.slice(at).trim() }
}

/** Titles that are told from all other words though two letters are misread. */
const LONG_TITLES = ['resultaträkning', 'balansräkning', 'kassaflödesanalys', 'finansieringsanalys', 'driftredovisning']
const MOST_MISREAD = 2

/** "X<ASSAFLÖDESANALYS": a line of one word that is a statement's title misread, with the heads behind it. */
function asTitle(folded: string): string {
  const { title, rest } = withoutHeads(folded)
  if (/\s/.test(title)) return folded
  const near = LONG_TITLES.find((one) => levenshtein.get(one, title.replace(/[^\p{L}]/gu, '')) <= MOST_MISREAD)
  return near === undefined ? folded : `${near} ${rest}`.trim()
}

// "[Budgetuppföljning", "å Resultatdisposition", "i NOT 6 Byggnader": a speck before a line that begins with a capital;
// "Ö Not 7 Fordringar"; "i Not 6 framgår" is running text
const SPECK_BEFORE =
  /^(?:[[{<]\s?|\p{Ll}\s)(?=NOT\s|Not \d{1,2}\.? \p{Lu}|(?!Not\b)\p{Lu}\p{Ll})|^\p{Lu}\s(?=Not \d{1,2}\.? \p{Lu}\p{Ll})/u

// "Noter till resultaträkningen", "Specifikationer", "Redovisningsprinciper och bokslutskommentarer": over all notes
const NOTES =
  /^(?:redovisnings(?:- och värderings)?principer och )?(?:(?:noter|anteckningar)(?:\b|$)|(?:specifikationer|bokslutskommentarer|kommentarer)(?:$|\s(?:till|av)\b))/

/** What the line opens, if it is a heading; `mended` is its text with the Swedish put right. */
export function findHeading(mended: string, inNotes: boolean): Heading | undefined {
  const text = mended
    .replace(/[|*_•]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECK_BEFORE, '')
  if (text.length === 0 || text.length > LONGEST_HEADING + 40) return undefined
  if (CONTENTS_ENTRY.test(text)) return undefined
  const isDated = DAY.test(text.replace(/^not(?:er)?[.:]?\s*/i, ''))
  // "e Not 7 Förutbetalda kostnader": a speck before the heading
  const note = isDated
    ? undefined
    : NOTE.exec(text.replace(/^[^\p{L}\d]+|^(?:(?![iåö]\s)\p{L}|\d)\s+(?=not\s*\S)/giu, ''))?.groups
  if (note && !NOTE_IN_TEXT.test(text)) {
    // a number that was read as a mark is told by the notes around it, or stays unknown
    const read = note.number ?? ''
    const number = /^[lI]$/.test(read) ? '1' : /^\d+$/.test(read) ? Number(read).toString() : null
    const { title, rest } = withoutHeads(note.title ?? '')
    const words = title.replace(/^[\s=~–—-]*(?:forts\.?\s*)?/i, '')
    const isHeads = number === null && /^(?:bokslut|budget|utfall)/i.test(words)
    // "Not 3. Resultaträkning": over a column of notes that stands before the labels
    const isStatement = STATEMENTS.some(([pattern]) => pattern.exec(words.toLowerCase())?.[0].length === words.length)
    if (
      !isHeads &&
      !isStatement &&
      words.length <= LONGEST_HEADING &&
      !/^\d[\d ]*$/.test(words) &&
      !FIGURE_BEHIND.test(words) &&
      !THOUSANDS_BEHIND.test(note.title ?? '') &&
      !FIGURES_BEHIND.test(words) &&
      !/[.!?]$/.test(words.replace(/m\.m\.$|mm\.$/, ''))
    )
      return {
        opens: 'note',
        note: number === null ? null : number + (note.letter ?? '').trim().toLowerCase(),
        title: words,
        rest,
      }
  }
  const bare = text.replace(NOTE_COLUMN, '').replace(NUMBERING, '')
  const lower = bare.toLowerCase().replace(OLD_INCOME_STATEMENT, 'resultaträkning')
  const folded = NAMED_STATEMENT.exec(lower)?.groups?.statement ?? asTitle(lower)
  if (NOTES.test(folded) && folded.length < 60) return { opens: 'notes' }
  if (bare.length <= LONGEST_HEADING || HEADS.test(bare)) {
    for (const [pattern, kind] of STATEMENTS) {
      const match = pattern.exec(folded) ?? pattern.exec(withoutHeads(folded).title)
      if (!match) continue
      const { title, rest } = withoutHeads(bare)
      if (title.length > LONGEST_HEADING || (NEEDS_HEADS.test(title) && rest === '')) continue
      // "Resultaträkningen sammanfattar kostnader …" is a sentence; "Balansräkning ....... 12" stands in a list of contents.
      if (/(?:ningen|lysen|rapporten)\b.*\p{L}{3}/u.test(folded) || /[.]$/.test(title)) continue
      if (/(?:\.{3,}|…|\s)\s*\d{1,3}$/.test(title) && rest === '') continue
      return { opens: 'table', kind, title, rest }
    }
  }
  if (inNotes) {
    const title = NUMBERLESS_NOTE.exec(text)?.groups?.title
    if (title && title.length <= LONGEST_HEADING && !isHeadText(title) && !/[.:,]$/.test(title))
      return { opens: 'note', note: null, title, rest: '' }
    const numbered = isDated ? undefined : NUMBERED_NOTE.exec(text)?.groups
    if (numbered && Number(numbered.number) > 0 && Number(numbered.number) < 60) {
      const { title, rest } = withoutHeads(numbered.title ?? '')
      const figures = /\d/.test(title)
      if (!figures && title.length <= LONGEST_HEADING && /^\p{Lu}/u.test(title) && !/[.:]$/.test(title))
        return { opens: 'note', note: Number(numbered.number).toString() + (numbered.letter ?? ''), title, rest }
    }
  }
  if (/^revisionsberättelse(?: för \p{L}+ \d{4})?$/u.test(folded)) return { opens: 'text', title: bare }
  if (
    folded.length <= LONGEST_HEADING &&
    (TEXTS.test(folded) || (!inNotes && DISPOSITION.test(folded))) &&
    !/\d{3}/.test(folded) &&
    !/[.,]$/.test(folded)
  )
    return { opens: 'text', title: bare }
  return undefined
}
