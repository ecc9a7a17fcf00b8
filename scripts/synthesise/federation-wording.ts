import type { CoordinationFrame } from './coordination-ledger.js'
import { inventMunicipalities } from './names.js'
import type { ProseSubject } from './prose-sentences.js'
import type { Random } from './random.js'

/** The words that a federation of municipalities keeps from year to year. */
export type FederationWording = {
  /** What the board has to tell of. */
  prose: ProseSubject
  contributions: string
  net: string
  equipment: string
  provision: string
  programmes: string
  investments: string
  fundingTotal: string
  /** How the year was paid for is told, in the form of the law of 1997; null where it is not. */
  financing: string | null
  /** What money cost has a minus, as other costs have. */
  interestNegative: boolean
  /** The result before what is extraordinary has a row of its own, as the law of 1997 has it. */
  extraordinary: boolean
  /** What of the equity is the year's result, in a row under it that is no part of a sum; null where both are summed. */
  resultWithin: string | null
}

const COSTS = [
  'Löner och arvoden',
  'Arbetsgivaravgifter',
  'Pensionskostnader',
  'Lokalhyror',
  'Drivmedel och fordonskostnader',
  'Reparation och underhåll av materiel',
  'Köp av verksamhet',
  'Skyddsutrustning och kläder',
  'Telefon och datakommunikation',
  'Försäkringar och riskkostnader',
  'Konsulter',
  'Representation och intern service',
]
const CLAIMS = [
  'Kundfordringar',
  'Fordran på staten',
  'Mervärdesskatt',
  'Interimsfordringar',
  'Fordran hos medlemskommun',
]
const DEBTS = [
  'Leverantörsskulder',
  'Semesterlöneskuld och okompenserad övertid',
  'Personalens skatter och avgifter',
  'Pensioner, individuell del',
  'Särskild löneskatt',
  'Interimsskulder',
]
const PROGRAMMES = [
  'Politisk ledning',
  'Kansli och stab',
  'Räddningstjänst heltid',
  'Räddningstjänst deltid',
  'Tillsyn och förebyggande',
  'Sotningsverksamhet',
  'Utbildning externt',
  'Avfallshantering',
  'Gymnasieskola',
  'Kollektivtrafik',
  'Kapitalkostnader',
]

/** The accounts that a federation keeps: its members pay, and its equipment is heavy. */
export function inventFederationFrame(random: Random): CoordinationFrame {
  const members = inventMunicipalities(random, random.between(3, 6))
  const shares = [0.5, 0.25, ...members.slice(2).map(() => 0.25 / (members.length - 2))]
  return {
    funders: members.map((label, index) => ({ label, share: shares[index] ?? 0 })),
    costs: random.sample(COSTS, random.between(5, 9)),
    receivables: random.sample(CLAIMS, random.between(2, 4)),
    debts: random.sample(DEBTS, random.between(3, 5)),
    programmes: random.sample(PROGRAMMES, random.between(4, 8)),
    equipment: true,
    heavy: random.between(4, 11),
  }
}

export function inventFederationWording(random: Random): FederationWording {
  return {
    prose: 'coordination',
    contributions: random.pick(['Medlemsbidrag', 'Kommunbidrag', 'Bidrag från medlemskommunerna']),
    net: random.pick(['Verksamhetens nettokostnader', 'Nettokostnad']),
    equipment: random.pick(['Maskiner och inventarier', 'Fordon och materiel', 'Inventarier och fordon']),
    provision: random.pick(['Avsättningar för pensioner', 'Pensionsskuld inklusive löneskatt']),
    programmes: random.pick(['Driftredovisning', 'Driftsammandrag', 'Nettokostnader per verksamhet']),
    investments: random.pick(['Investeringsredovisning', 'Årets investeringar']),
    fundingTotal: random.pick([
      'Summa eget kapital, avsättningar och skulder',
      'Summa skulder, avsättningar och eget kapital',
    ]),
    financing: null,
    interestNegative: false,
    extraordinary: false,
    resultWithin: null,
  }
}
