import type { CompanyAccounts } from './company-ledger.js'
import { COMPANY_ACCOUNTS, type CompanyWording, HOUSING_ACCOUNTS, inventCompanyWording } from './company-wording.js'
import type { Random } from './random.js'

/** Kinds of organisation that report by årsredovisningslagen. */
export type CompanyKind = 'housing' | 'company' | 'group' | 'foundation' | 'cooperative'

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
const ACCOUNTS: Record<CompanyKind, CompanyAccounts> = {
  housing: HOUSING_ACCOUNTS,
  company: COMPANY_ACCOUNTS,
  group: GROUP,
  foundation: FOUNDATION,
  cooperative: COOPERATIVE,
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

const OWN_WORDS: Record<'group' | 'foundation' | 'cooperative', (random: Random) => Partial<CompanyWording>> = {
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
}
