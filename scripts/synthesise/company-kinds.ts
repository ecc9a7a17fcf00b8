import type { CompanyAccounts } from './company-ledger.js'
import { COMPANY_ACCOUNTS, type CompanyWording, HOUSING_ACCOUNTS, inventCompanyWording } from './company-wording.js'
import type { Random } from './random.js'
import { ALLOTMENT_ACCOUNTS, ROAD_ACCOUNTS, SOCIETY_ACCOUNTS } from './small-accounts.js'

/** Kinds of organisation that report by årsredovisningslagen. */
export type CompanyKind =
  | ('housing' | 'company' | 'group' | 'foundation' | 'cooperative')
  | ('sport' | 'road' | 'society' | 'allotment' | 'employers')

const GROUP: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: ['Hyresintäkter bostäder', 'Hyresintäkter lokaler', 'Elnätsavgifter', 'Fjärrvärme', 'Renhållning'],
  operating: ['Inköpt energi', 'Drift och skötsel', 'Reparationer', 'Fastighetsskatt', 'Bränsle'],
  propertyMultiple: 4,
  taxRate: 0.22,
  holdings: 0.12,
  provisions: 0.06,
}
const FOUNDATION: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: ['Gåvor från allmänheten', 'Bidrag från kommunen', 'Utdelning på aktier', 'Arrenden', 'Entréavgifter'],
  otherRevenue: ['Realisationsvinst vid försäljning av värdepapper', 'Återförda anslag'],
  operating: ['Utdelade stipendier', 'Anslag till forskning', 'Utställningar', 'Vård av samlingar'],
  external: ['Förvaltningsarvode', 'Revision', 'Depåavgifter', 'Lokalkostnader', 'Annonsering', 'Porto och telefon'],
  staff: ['Löner och arvoden', 'Arbetsgivaravgifter', 'Särskild löneskatt'],
  receivables: ['Fordran på förvaltaren', 'Skattefordran', 'Övriga kortfristiga fordringar'],
  accrued: ['Upplupna räntor', 'Upplupen utdelning', 'Förutbetald hyra'],
  shortDebts: ['Leverantörsskulder', 'Beviljade, ej utbetalda anslag', 'Övriga kortfristiga skulder'],
  holdings: 1.6,
}
const COOPERATIVE: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: ['Försäljning av varor', 'Serveringsintäkter', 'Medlemsavgifter', 'Hyror och arrenden'],
  otherRevenue: ['Lönebidrag', 'Erhållna bidrag', 'Öresavrundning'],
  operating: ['Inköp av varor', 'Förändring av varulager', 'Legoarbeten', 'Emballage'],
  external: [
    'El och uppvärmning',
    'Vatten',
    'Städning och renhållning',
    'Kontorsmaterial',
    'Telefon',
    'Föreningsavgifter',
  ],
  staff: ['Löner kollektivanställda', 'Löner tjänstemän', 'Lagstadgade sociala avgifter', 'Utbildning'],
  receivables: ['Kundfordringar', 'Fordran hos medlemmar', 'Skattekonto'],
  shortDebts: ['Leverantörsskulder', 'Mervärdesskatt', 'Personalens källskatt', 'Skuld till medlemmar'],
  taxRate: 0.28,
  propertyMultiple: 0.8,
}
const SPORT: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: [
    'Årsavgifter från föreningar',
    'Tävlingsavgifter och licenser',
    'Statsbidrag via Riksidrottsförbundet',
    'Sponsring och marknad',
    'Deltagaravgifter kurser och läger',
    'TV-rättigheter',
  ],
  otherRevenue: ['Försäljning av profilkläder', 'Vinst vid avyttring av båtar', 'Diverse intäkter'],
  operating: [
    'Landslag seniorer',
    'Landslag juniorer',
    'Tävling och domare',
    'Utbildning',
    'Barn- och ungdomsidrott',
    'Parasport',
    'Förbundsstämma och styrelse',
  ],
  external: ['Kanslihyra', 'IT och medlemsregister', 'Medlemstidning', 'Resor och logi', 'Porto', 'Revision'],
  staff: ['Löner kansli', 'Löner förbundskaptener', 'Arbetsgivaravgifter', 'Pensionspremier'],
  receivables: ['Fordringar på föreningar', 'Fordringar på sponsorer', 'Skattekonto'],
  accrued: ['Förutbetalda läger', 'Upplupna bidrag', 'Förutbetalda försäkringar'],
  shortDebts: ['Leverantörsskulder', 'Skulder till distrikten', 'Personalskatter'],
  costShare: 0.93,
  holdings: 0.3,
}
const EMPLOYERS: CompanyAccounts = {
  ...COMPANY_ACCOUNTS,
  revenue: ['Förbundsavgifter', 'Serviceavgifter', 'Kurs- och konferensintäkter', 'Försäljning av trycksaker'],
  otherRevenue: ['Intäkter från uthyrning', 'Erhållna projektbidrag'],
  operating: [
    'Förhandlingar och avtal',
    'Juridisk rådgivning',
    'Kurser och konferenser',
    'Medlemstidningen',
    'Information och opinion',
    'Regional verksamhet',
  ],
  external: ['Kontorslokaler', 'Resor och traktamenten', 'IT och telefoni', 'Avgifter till organisationer', 'Revision'],
  staff: ['Löner och ersättningar', 'Sociala avgifter', 'Pensionspremier', 'Utbildning av personal'],
  receivables: ['Avgiftsfordringar', 'Skattefordringar', 'Övriga fordringar'],
  accrued: ['Förutbetalda lokalhyror', 'Upplupna ränteintäkter', 'Övriga poster'],
  shortDebts: ['Leverantörsskulder', 'Skatteskulder', 'Skulder till medlemsföretag', 'Övriga skulder'],
  costShare: 0.89,
  holdings: 1.4,
  provisions: 0.1,
  taxRate: 0.28,
}
const ACCOUNTS: Record<CompanyKind, CompanyAccounts> = {
  housing: HOUSING_ACCOUNTS,
  company: COMPANY_ACCOUNTS,
  group: GROUP,
  foundation: FOUNDATION,
  cooperative: COOPERATIVE,
  sport: SPORT,
  road: ROAD_ACCOUNTS,
  society: SOCIETY_ACCOUNTS,
  allotment: ALLOTMENT_ACCOUNTS,
  employers: EMPLOYERS,
}

/** The accounts of a kind of organisation. */
export function accountsOf(kind: CompanyKind): CompanyAccounts {
  return ACCOUNTS[kind]
}

/** The words of an organisation of the kind, as it keeps them from year to year. */
export function inventWording(random: Random, kind: CompanyKind): CompanyWording {
  const wording = inventCompanyWording(random, kind === 'housing')
  if (kind === 'housing' || kind === 'company') return wording
  const own = random.fork('own words')
  return { ...wording, deep: true, costsTotal: 'Summa rörelsens kostnader', ...OWN_WORDS[kind](own) }
}

const OWN_WORDS: Record<Exclude<CompanyKind, 'housing' | 'company'>, (random: Random) => Partial<CompanyWording>> = {
  group: (random) => ({
    operating: random.pick(['Driftkostnader', 'Råvaror och energi']),
    property: random.pick(['Byggnader, mark och markanläggningar', 'Förvaltningsfastigheter']),
    tax: random.pick(['Skatt på årets resultat', 'Inkomstskatt']),
    holdings: random.pick(['Andra långfristiga värdepappersinnehav', 'Uppskjuten skattefordran']),
    provisions: random.pick(['Avsättning för uppskjuten skatt', 'Avsättningar för pensioner']),
    paidIn: 'Aktiekapital',
    fund: random.pick(['Bundna reserver', 'Reservfond']),
    retained: random.pick(['Fria reserver', 'Balanserad vinst']),
    broken: false,
    cashFlow: true,
  }),
  foundation: (random) => ({
    revenue: random.pick(['Verksamhetens intäkter', 'Gåvor och bidrag']),
    revenueTotal: random.pick(['Summa stiftelsens intäkter', 'Summa intäkter']),
    operating: random.pick(['Ändamålskostnader', 'Lämnade anslag och stipendier']),
    external: random.pick(['Förvaltningskostnader', 'Övriga externa kostnader']),
    operatingResult: random.pick(['Förvaltningsresultat', 'Resultat före kapitalförvaltning']),
    property: random.pick(['Samlingar och inventarier', 'Byggnader och mark']),
    holdings: random.pick(['Långfristiga placeringar', 'Aktier och fondandelar']),
    paidIn: random.pick(['Stiftelsekapital', 'Donationskapital']),
    fund: random.pick(['Kapitaliserad avkastning', 'Förmögenhetsöverföringar']),
    retained: random.pick(['Balanserat kapital', 'Balanserade medel']),
    loans: 'Skulder till kreditinstitut',
  }),
  cooperative: (random) => ({
    revenue: 'Nettoomsättning',
    operating: random.pick(['Handelsvaror', 'Varukostnader']),
    external: 'Övriga externa kostnader',
    property: random.pick(['Maskiner och inventarier', 'Byggnad på ofri grund']),
    tax: random.pick(['Skatt på årets resultat', 'Årets skatt']),
    paidIn: random.pick(['Medlemsinsatser', 'Insatskapital']),
    fund: random.pick(['Reservfond', 'Uppskrivningsfond']),
    retained: random.pick(['Ansamlad förlust eller vinst', 'Balanserad vinst eller förlust']),
    operatingResult: 'Rörelseresultat',
  }),
  sport: (random) => ({
    revenue: random.pick(['Förbundets intäkter', 'Verksamhetsintäkter']),
    revenueTotal: random.pick(['Summa intäkter', 'Intäkter totalt']),
    operating: random.pick(['Idrottsverksamhet', 'Verksamhetskostnader']),
    external: random.pick(['Kansli och administration', 'Gemensamma kostnader']),
    costsTotal: random.pick(['Summa kostnader', 'Kostnader totalt']),
    operatingResult: random.pick(['Verksamhetsresultat', 'Resultat före finansnetto']),
    property: random.pick(['Tävlingsmateriel och inventarier', 'Båtar och släpvagnar']),
    holdings: random.pick(['Andelar i dotterbolag', 'Räntefonder']),
    paidIn: random.pick(['Förbundets grundfond', 'Förbundskapital']),
    fund: random.pick(['Elitfond', 'Jubileumsfond']),
    retained: random.pick(['Balanserat överskott', 'Balanserat kapital']),
    loans: random.pick(['Lån från Riksidrottsförbundet', 'Banklån']),
    broken: random.chance(0.5),
    budget: true,
  }),
  road: (random) => ({
    revenue: random.pick(['Avgifter och bidrag', 'Samfällighetens intäkter']),
    revenueTotal: random.pick(['Summa intäkter', 'Summa inkomster']),
    operating: random.pick(['Drift och underhåll', 'Underhåll av gemensamhetsanläggningen']),
    external: 'Administration',
    costsTotal: random.pick(['Summa kostnader', 'Summa utgifter']),
    operatingResult: 'Resultat före räntor',
    property: random.pick(['Vägbelysning och lekplatser', 'Maskiner och anläggningar']),
    paidIn: random.pick(['Samfällighetens kapital', 'Kapitalbehållning']),
    fund: random.pick(['Underhålls- och förnyelsefond', 'Fond för förnyelse']),
    retained: random.pick(['Balanserat resultat', 'Resultat från tidigare år']),
    loans: random.pick(['Banklån', 'Reverslån']),
    budget: true,
    prose: 'society',
    deep: random.chance(0.5),
  }),
  society: (random) => ({
    revenue: random.pick(['Föreningens intäkter', 'Medlemsavgifter och bidrag']),
    revenueTotal: random.pick(['Summa intäkter', 'Summa inkomster']),
    operating: random.pick(['Verksamheten', 'Kostnader för verksamheten']),
    external: random.pick(['Lokaler och administration', 'Övriga kostnader']),
    costsTotal: random.pick(['Summa kostnader', 'Summa utgifter']),
    operatingResult: random.pick(['Resultat före räntor', 'Verksamhetens överskott']),
    property: random.pick(['Klubbstuga och inventarier', 'Föreningslokal']),
    paidIn: random.pick(['Föreningens kapital', 'Grundkapital']),
    fund: random.pick(['Byggnadsfond', 'Minnesfond']),
    retained: random.pick(['Balanserat resultat', 'Överskott från tidigare år']),
    loans: random.pick(['Lån i bank', 'Kommunalt lån']),
    prose: 'society',
    deep: false,
  }),
  allotment: (random) => ({
    revenue: random.pick(['Avgifter och arrenden', 'Intäkter från medlemmar']),
    revenueTotal: random.pick(['Summa intäkter', 'Totala intäkter']),
    operating: random.pick(['Områdets drift', 'Kostnader för koloniområdet']),
    external: random.pick(['Föreningens omkostnader', 'Administration']),
    costsTotal: random.pick(['Summa kostnader', 'Totala kostnader']),
    operatingResult: random.pick(['Resultat före räntor', 'Resultat före finansnetto']),
    property: random.pick(['Föreningsstuga och redskap', 'Vattenledning och stängsel']),
    paidIn: random.pick(['Inträdesavgifter', 'Grundfond']),
    fund: random.pick(['Vattenfond', 'Fond för stängsel och vägar']),
    retained: random.pick(['Balanserat resultat', 'Balanserad behållning']),
    loans: random.pick(['Lån av medlemmar', 'Kommunalt lån']),
    prose: 'society',
    deep: false,
    budget: true,
  }),
  employers: (random) => ({
    revenue: random.pick(['Medlemsavgifter och serviceintäkter', 'Förbundets intäkter']),
    revenueTotal: random.pick(['Summa intäkter', 'Summa verksamhetens intäkter']),
    operating: random.pick(['Verksamhetskostnader', 'Förhandling och rådgivning']),
    external: random.pick(['Övriga externa kostnader', 'Gemensamma omkostnader']),
    costsTotal: random.pick(['Summa kostnader', 'Summa verksamhetens kostnader']),
    operatingResult: random.pick(['Verksamhetens resultat', 'Resultat av verksamheten']),
    property: random.pick(['Inventarier', 'Inventarier och konst']),
    holdings: random.pick(['Aktier och fondandelar', 'Konfliktfondens placeringar']),
    provisions: random.pick(['Avsättning för pensioner', 'Pensionsåtaganden']),
    tax: random.pick(['Skatt på årets resultat', 'Inkomstskatt']),
    paidIn: random.pick(['Förbundets kapital', 'Garantifond']),
    fund: random.pick(['Konfliktfond', 'Stridsfond']),
    retained: random.pick(['Balanserat resultat', 'Balanserade medel']),
    loans: random.pick(['Skulder till servicebolaget', 'Banklån']),
    broken: false,
  }),
}
