import type { LabelNature } from './align-labels.js'

const SUM_LABEL = /^(?:summa|s:a|total\p{L}*|delsumma)(?![\p{L}])/iu
const RESULT_LABEL =
  /^(?:årets|periodens) (?:resultat|kassaflöde)|resultat (?:före|efter)(?![\p{L}])|nettokostnad|verksamhetens resultat|^utgående|^summa finansiella|vid årets slut/iu
const HEADING_LABEL =
  /^(?:tillgångar|(?:omsättnings|anläggnings)tillgångar|skulder|(?:summa )?skulder och eget kapital|eget kapital,? (?:avsättningar )?och skulder|avsättningar|panter och ansvarsförbindelser|ställda säkerheter.*)$/iu
const EITHER_LABEL = /^(?:eget kapital|kortfristiga skulder|långfristiga skulder|fordringar|kortfristiga fordringar)$/i

/** Letters of a heading that its sum repeats, so that `Projekt Norr, Ort` is known by `Summa projekt Norr`. */
const STEM = 7

function stemOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .slice(0, STEM)
}

/** What a label that came apart from its figure says of it, by its own words. */
export function natureOf(text: string): LabelNature {
  if (HEADING_LABEL.test(text)) return 'heading'
  if (EITHER_LABEL.test(text)) return 'either'
  if (RESULT_LABEL.test(text)) return 'result'
  return SUM_LABEL.test(text) ? 'sum' : 'line'
}

/** What each of a run of labels says: one that a later sum names again may be a heading over its rows. */
export function naturesOf(texts: readonly string[]): LabelNature[] {
  return texts.map((text, index) => {
    const nature = natureOf(text)
    const stem = stemOf(text)
    if (nature !== 'line' || stem.length < STEM) return nature
    const named = texts
      .slice(index + 1)
      .some((later) => SUM_LABEL.test(later) && stemOf(later.replace(SUM_LABEL, '')) === stem)
    return named ? 'either' : nature
  })
}
