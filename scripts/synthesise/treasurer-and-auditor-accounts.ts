import type { CompanyAccounts } from './company-ledger.js'

/** What a joint property association pays for, by the installations that its houses own together. */
export const JOINT_PROPERTY_ACCOUNTS: Partial<CompanyAccounts> = {
  revenue: [
    'Uttaxering GA:1',
    'Uttaxering GA:2',
    'Avgifter kabel-TV',
    'Statsbidrag enskild väg',
    'Kommunalt vägbidrag',
  ],
  otherRevenue: ['Påminnelse- och förseningsavgifter', 'Uthyrning av släp'],
  operating: [
    'Snöröjning och halkbekämpning',
    'Sopning och sandupptagning',
    'El till vägbelysning',
    'Lampbyten och stolpar',
    'Gräsklippning och beskärning',
    'Asfaltering och potthål',
    'Lekplatser, sand och besiktning',
    'Kabel-TV, GA:2',
  ],
  external: ['Redovisningstjänster', 'Revision', 'Föreningsstämma', 'Försäkringspremier', 'Kontorsmaterial och porto'],
  staff: ['Styrelse- och revisorsarvoden', 'Arbetsgivaravgifter'],
  receivables: ['Medlemsfordringar', 'Avräkning skattekonto'],
  accrued: ['Förutbetald försäkringspremie', 'Upplupet vägbidrag', 'Övriga interimsposter'],
  shortDebts: ['Leverantörsskulder', 'Avräkning skatter och avgifter', 'Ej utbetalda arvoden'],
}

/** A manufacturer, with reserves that are not yet taxed. */
export const FACTORY_ACCOUNTS: Partial<CompanyAccounts> = {
  revenue: ['Sverige', 'Övriga Norden', 'Övriga Europa', 'Övriga världen'],
  otherRevenue: ['Kursvinster på fordringar och skulder av rörelsekaraktär', 'Hyresintäkter'],
  operating: ['Råmaterial', 'Inköpta komponenter', 'Legoarbeten', 'Frakter och speditörer', 'Förändring av lager'],
  external: [
    'Hyra av lokaler',
    'Förbrukningsinventarier',
    'Reparationer och underhåll',
    'Resor och bilar',
    'Mässor och reklam',
    'Arvode till revisorer',
    'Data och telefon',
  ],
  staff: ['Löner och andra ersättningar', 'Sociala kostnader', 'Pensionspremier'],
  receivables: ['Kundfordringar', 'Skattefordran', 'Övriga fordringar'],
  accrued: ['Förutbetalda hyror', 'Förutbetalda leasingavgifter', 'Övriga förutbetalda kostnader'],
  shortDebts: ['Förskott från kunder', 'Leverantörsskulder', 'Skatteskulder', 'Övriga skulder'],
  costShare: 0.86,
  propertyMultiple: 0.5,
  provisions: 0.09,
  taxRate: 0.28,
  untaxed: { opening: 0.93, givenBack: 0 },
}

/** A sports club with teams of all ages, a kiosk and a pitch. */
export const CLUB_ACCOUNTS: Partial<CompanyAccounts> = {
  revenue: [
    'Medlemsavgifter',
    'Träningsavgifter',
    'LOK-stöd',
    'Kommunala bidrag',
    'Sponsorer och skyltar',
    'Kiosk och café',
    'Cup och sommarläger',
    'Försäljning av toapapper och lotter',
  ],
  otherRevenue: ['Gåvor', 'Övriga intäkter'],
  operating: [
    'Domare',
    'Serie- och cupavgifter',
    'Plan- och hallhyror',
    'Matchkläder och bollar',
    'Inköp till kiosken',
    'Bussresor',
    'Ledarutbildning',
  ],
  external: ['El och vatten', 'Försäkringar och licenser', 'Hemsida och medlemssystem', 'Bankavgifter', 'Årsmöte'],
  staff: ['Tränararvoden', 'Sociala avgifter'],
  receivables: ['Obetalda träningsavgifter', 'Fordran på sponsorer'],
  accrued: ['Förutbetalda cupavgifter', 'Förutbetald försäkring', 'Förutbetald hallhyra'],
  shortDebts: ['Leverantörsskulder', 'Skatter och avgifter', 'Skulder till lagkassor'],
}

/** A housing co-operative that heats with oil and employs its own caretaker. */
export const HOUSE_ACCOUNTS: Partial<CompanyAccounts> = {
  revenue: ['Årsavgifter', 'Hyror butikslokaler', 'Hyror garageplatser', 'Bränsleavgifter'],
  otherRevenue: ['Tvättavgifter', 'Diverse'],
  operating: [
    'Fastighetsskötare',
    'Trappstädning',
    'Snöskottning och sandning',
    'Reparationer och målning',
    'Elström',
    'Eldningsolja',
    'Vattenavgifter',
    'Sotning och sophämtning',
    'Brandförsäkring',
    'Fastighetsskatt',
  ],
  external: ['Kontorskostnader', 'Telefon och porto', 'Revisionsarvode', 'Föreningsavgifter', 'Bankkostnader'],
  staff: ['Styrelsearvoden', 'Arbetsgivaravgifter'],
  receivables: ['Obetalda avgifter och hyror', 'Preliminärskatt', 'Diverse fordringar'],
  accrued: ['Förskottsbetald försäkring', 'Upplupet räntebidrag', 'Övriga förskott'],
  shortDebts: ['Leverantörsskulder', 'Innehållen källskatt', 'Inre reparationsfonder'],
}
