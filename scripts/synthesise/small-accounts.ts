import type { CompanyAccounts } from './company-ledger.js'
import { COMPANY_ACCOUNTS } from './company-wording.js'

/** A joint property association: houses that own a road, a playground and the pipes together. */
export const ROAD_ACCOUNTS: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: ['Utdebiterade avgifter', 'Statligt driftbidrag', 'Kommunalt bidrag', 'Avgifter från nyttjare'],
  otherRevenue: ['Påminnelseavgifter', 'Försäljning av grus'],
  operating: [
    'Snöröjning och sandning',
    'Sommarunderhåll',
    'Barmarksunderhåll',
    'Dikning och trumbyten',
    'Vägbelysning',
    'Skötsel av grönområden',
    'Lekplatser',
    'Kabel-TV-anläggning',
    'Sandupptagning',
  ],
  external: ['Styrelsens omkostnader', 'Stämma och möten', 'Försäkring', 'Porto och kopiering', 'Bankavgifter'],
  staff: ['Arvoden', 'Arbetsgivaravgifter'],
  receivables: ['Fordringar på medlemmar', 'Skattekonto'],
  accrued: ['Förutbetald försäkring', 'Upplupet bidrag', 'Övriga förutbetalda kostnader'],
  shortDebts: ['Leverantörsskulder', 'Personalskatt', 'Förskott från medlemmar'],
  costShare: 0.9,
  scale: 0.08,
  propertyMultiple: 0.5,
}

/** An allotment garden: the ground is the municipality's, the water and the fences are the association's. */
export const ALLOTMENT_ACCOUNTS: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: [
    'Tomtarrenden',
    'Medlemsavgifter',
    'Vatten- och elavgifter',
    'Köavgifter',
    'Avgifter för utebliven städdag',
  ],
  otherRevenue: ['Lotterier och kaffeservering', 'Försäljning av jord och gödsel'],
  operating: [
    'Arrende till kommunen',
    'Vattenförbrukning',
    'Containrar och latrin',
    'Elström',
    'Vägar och parkering',
    'Stängsel och grindar',
    'Gräsklippning',
    'Föreningsstugans drift',
  ],
  external: ['Avgift till förbundet', 'Försäkringar', 'Möten och studiecirklar', 'Porto och trycksaker', 'Tidningar'],
  staff: ['Arvoden', 'Arbetsgivaravgifter'],
  receivables: ['Obetalda arrenden', 'Fordran hos kommunen'],
  accrued: ['Förutbetalt arrende', 'Förutbetald försäkring', 'Övriga interimsfordringar'],
  shortDebts: ['Leverantörsskulder', 'Nyckeldepositioner', 'Innehållen skatt'],
  costShare: 0.9,
  scale: 0.05,
  propertyMultiple: 0.6,
}

/** A society of members: a heritage society, a shooting club, a choir. */
export const SOCIETY_ACCOUNTS: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: [
    'Medlemsavgifter',
    'Kommunalt föreningsbidrag',
    'Lokalt aktivitetsstöd',
    'Lotterier och bingo',
    'Servering och kiosk',
    'Uthyrning av lokalen',
    'Entréer och arrangemang',
  ],
  otherRevenue: ['Gåvor', 'Annonser i medlemsbladet'],
  operating: [
    'Aktiviteter och resor',
    'Inköp till servering',
    'Tävlingar och märken',
    'Priser till lotterier',
    'Kurser',
  ],
  external: [
    'El, vatten och värme',
    'Reparationer',
    'Försäkringar',
    'Medlemsbladet',
    'Telefon och porto',
    'Avgift till distriktet',
    'Uppvaktningar',
  ],
  staff: ['Ledararvoden', 'Sociala avgifter'],
  receivables: ['Kundfordringar', 'Fordran hos kommunen'],
  accrued: ['Förutbetald försäkring', 'Upplupna bidrag', 'Övriga interimsfordringar'],
  shortDebts: ['Leverantörsskulder', 'Källskatt', 'Skuld till distriktet'],
  costShare: 0.9,
  scale: 0.06,
  propertyMultiple: 0.9,
}
