import { findBareNote, findCalledNote, type NoteHeading } from './note-headings.js'
import { findStatementHeading, foldTitle, LONGEST_HEADING, type StatementHeading } from './statement-headings.js'

/** What a heading opens: a table of a kind, a note, the notes, or text without tables. */
export type Heading =
  | StatementHeading
  | NoteHeading
  | { readonly opens: 'notes' }
  | { readonly opens: 'text'; readonly title: string }

/** A line is longer than a heading by no more than the heads of columns behind it. */
const LONGEST_HEADS = 40

// "Förvaltningsberättelse", "Allmänna redovisningsprinciper", "God ekonomisk hushållning i förbundet"
const TEXTS =
  /^(?:förvaltningsberättelse|revisionsberättelse|tilläggsupplysningar|styrelsens underskrift(?:er)?|underskrift(?:er)?|god ekonomisk hushållning.*|uppföljning av .*|balanskravs?(?:resultat|utredning)?|väsentliga (?:händelser|personalförhållanden).*|framtiden|förväntad utveckling|(?:styrelsens )?förslag till (?:vinst|resultat)?disposition|resultatdisposition)$|^(?:allmänna )?redovisnings(?:-? och värderings)?principer/
// "Förslag till vinstdisposition, TSEK", "Disposition av årets resultat", "Till årsstämmans förfogande står"
const DISPOSITION =
  /^(?:(?:styrelsens )?förslag till )?(?:(?:vinst|resultat)disposition|(?:disposition|behandling)(?:er)? (?:av|beträffande)(?: |$))|^till \p{L}*stämmans förfogande/u
// "3. ", "1.4.3 ", "5.Ekonomi", "A. Till stämmans förfogande"
const NUMBERING = /^(?:\d{1,2}(?:\.\d{1,2})*\.?\s*|\p{Lu}\.\s)(?=\p{L})/u
// "Not Resultaträkning 2013", "NOT 3. Balansräkning": the head of a column of references before the title of a statement
const NOTE_COLUMN =
  /^not(?:er)?[.:]?\s+(?=(?:\d{1,2}\.\s+)?(?:resultaträkning|balansräkning|kassaflödesanalys|finansieringsanalys))/i
// "Noter 12", "Noter ..... 12": the page on which the notes begin, in a list of contents
const CONTENTS_ENTRY = /^noter[\s.…]+\d{1,3}$/i
// "[Budgetuppföljning", "å Resultatdisposition", "i NOT 6 Byggnader": a speck before a line that begins with a capital;
// "Ö Not 7 Fordringar"; "i Not 6 framgår" is running text
const SPECK_BEFORE =
  /^(?:[[{<]\s?|\p{Ll}\s)(?=NOT\s|Not \d{1,2}\.? \p{Lu}|(?!Not\b)\p{Lu}\p{Ll})|^\p{Lu}\s(?=Not \d{1,2}\.? \p{Lu}\p{Ll})/u

// "Noter till resultaträkningen", "Specifikationer", "Redovisningsprinciper och bokslutskommentarer": over all notes
const NOTES =
  /^(?:redovisnings(?:- och värderings)?principer och )?(?:(?:noter|anteckningar)(?:\b|$)|(?:specifikationer|bokslutskommentarer|kommentarer)(?:$|\s(?:till|av)\b))/
const LONGEST_NOTES = 60

/**
 * What the line opens, if it is a heading; `mended` is its text with the Swedish put right, `isOverHeads` tells that
 * heads of columns stand apart beside it.
 */
export function findHeading(mended: string, inNotes: boolean, isOverHeads = false): Heading | undefined {
  const text = mended
    .replace(/[|*_•]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECK_BEFORE, '')
  if (text.length === 0 || text.length > LONGEST_HEADING + LONGEST_HEADS || CONTENTS_ENTRY.test(text)) return undefined
  const called = findCalledNote(text)
  if (called) return called
  const bare = text.replace(NOTE_COLUMN, '').replace(NUMBERING, '')
  const folded = foldTitle(bare)
  if (NOTES.test(folded) && folded.length < LONGEST_NOTES) return { opens: 'notes' }
  const table = findStatementHeading(bare, folded, isOverHeads) ?? (inNotes ? findBareNote(text) : undefined)
  return table ?? (isTextHeading(folded, inNotes) ? { opens: 'text', title: bare } : undefined)
}

// "Revisionsberättelse", "Revisionsberättelse för år 2008"
const AUDIT_REPORT = /^revisionsberättelse(?: för \p{L}+ \d{4})?$/u

function isTextHeading(folded: string, inNotes: boolean): boolean {
  if (AUDIT_REPORT.test(folded)) return true
  if (folded.length > LONGEST_HEADING || /\d{3}/.test(folded) || /[.,]$/.test(folded)) return false
  return TEXTS.test(folded) || (!inNotes && DISPOSITION.test(folded))
}
