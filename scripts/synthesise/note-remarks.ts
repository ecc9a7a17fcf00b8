import type { MadeTable } from './made-report.js'

const REMARKS = [
  'Posten har avstämts mot kontoutdrag och underlag per balansdagen.',
  'Fördelningen följer styrelsens beslut i samband med årets budget.',
  'Inga väsentliga förändringar har skett jämfört med föregående år.',
  'Periodisering har skett enligt god redovisningssed.',
  'Beloppen har för jämförbarhetens skull ställts upp på samma sätt båda åren.',
]
const OF_PROPERTY = 'Avskrivning sker linjärt över tillgångens bedömda nyttjandeperiod.'

/** The sentence that stands beside the figures of a note. */
export function remarkOn({ note, rows }: MadeTable): string {
  const property = rows.some(({ label }) => label?.toLowerCase().includes('avskrivning'))
  return property ? OF_PROPERTY : (REMARKS[Number(note) % REMARKS.length] ?? '')
}
