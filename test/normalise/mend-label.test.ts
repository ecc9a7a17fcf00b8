import { describe, expect, it } from 'vitest'
import { foldLabel } from '../../src/model/taxonomy.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()

describe('mendLabel gives labels back in correct Swedish', () => {
  it.each([
    // A reader without Swedish
    ['Verksamhetens intikter', 'Verksamhetens intäkter'],
    ['Finansiella intdkter', 'Finansiella intäkter'],
    ['Resultat fore extraordiniira poster', 'Resultat före extraordinära poster'],
    ['Arets resultat', 'Årets resultat'],
    ['4rets resultat', 'Årets resultat'],
    // Signs that were lost, or that dots and figures were read as
    ['Amortering på inteckningslån nästa år.', 'Amortering på inteckningslån nästa år'],
    ['Kurser inkl.', 'Kurser inkl.'],
    ['Ökning minskning av rörelsefordringar', 'Ökning/minskning av rörelsefordringar'],
    ['Avskrivningar I januari', 'Avskrivningar 1 januari'],
    ["Förutbetalda kostnader 'och upplupna intäkter", 'Förutbetalda kostnader och upplupna intäkter'],
    ["Förutbetald' skolpeng", 'Förutbetald skolpeng'],
    ['Hyror garage€', 'Hyror garage'],
    ['Projekt "Vägen in" och "Steget"', 'Projekt "Vägen in" och "Steget"'],
    ['Sunuma intäkter', 'Summa intäkter'],
    ['Sunna intäkter', 'Summa intäkter'],
    ['Ssaintäkter', 'S:a intäkter'],
    ['Sa skulder', 'S:a skulder'],
    ['sa', 'S:a'],
    ['S:akostnader', 'S:a kostnader'],
    ['SA TILLGÅNGAR', 'S:A TILLGÅNGAR'],
    [
      'Ökning (+) eller minskning (—) av kortfristiga skulder',
      'Ökning (+) eller minskning (–) av kortfristiga skulder',
    ],
    ['Ökning,/ minskning kortfristiga skulder', 'Ökning/minskning kortfristiga skulder'],
    ['—Lokalhyra', 'Lokalhyra'],
    ['Svinn soo', 'Svinn'],
    ['Sparkasseränta s ss', 'Sparkasseränta'],
    ['Frakter och emballage sor', 'Frakter och emballage'],
    ['Ökning (—-)/minskning (+) av fordringar', 'Ökning (–)/minskning (+) av fordringar'],
    ['Kurser 16—29 år', 'Kurser 16–29 år'],
    ['Avgifter, hyror m m.', 'Avgifter, hyror m.m.'],
    ['Återbäring att betala ut.', 'Återbäring att betala ut'],
    ['Centralantenn. = s—.— =. soc', 'Centralantenn'],
    ['Ingående anskaffningskostnad. «. ..s.s «vom', 'Ingående anskaffningskostnad'],
    ['Summa omsittningstillgangar', 'Summa omsättningstillgångar'],
    ['Mervirdeskattefordringar', 'Mervärdeskattefordringar'],
    ['Leverant6rsskulder', 'Leverantörsskulder'],
    ['I everantörsskulder', 'Leverantörsskulder'],
    ['Férutbetalda int&kter', 'Förutbetalda intäkter'],
    ['Forutbetalda intidkter och upplupna kostnader', 'Förutbetalda intäkter och upplupna kostnader'],
    ['Erhalla landstingsbidrag', 'Erhållna landstingsbidrag'],
    ['[.Ooner', 'Löner'],
    // Letter shapes
    ['Vetksamhetens tesultat', 'Verksamhetens resultat'],
    ['Summa avsédttningat', 'Summa avsättningar'],
    ['Summa kottfristiga skulder', 'Summa kortfristiga skulder'],
    ['Avsittning pensionet', 'Avsättning pensioner'],
    ['Upplupen sirskild 16neskatt', 'Upplupen särskild löneskatt'],
    ['Summa Gvriga skulder', 'Summa övriga skulder'],
    ['övriga rärelseintäkter', 'övriga rörelseintäkter'],
    ['Rörelselntäkter', 'Rörelseintäkter'],
    ['Kassaflödesanalyg', 'Kassaflödesanalys'],
    ['SUNMNMIA', 'SUMMA'],
    ['EI', 'El'],
    ['Et', 'El'],
    ['SUMMA TILLGANGAR', 'SUMMA TILLGÅNGAR'],
    ['NMottagningsteam', 'Mottagningsteam'],
    // Words of labels that the vocabulary does not hold as wholes
    ['Driftbidrag fran Region Orebro ldn', 'Driftbidrag från Region Örebro län'],
    ['Driftbidrag fran Ljusnarsbergs kommun', 'Driftbidrag från Ljusnarsbergs kommun'],
    ['Bidrag frin Téreboda kommun', 'Bidrag från Töreboda kommun'],
    ['Utvirdering LF', 'Utvärdering LF'],
    ['Rehabiliteringsmissa/Finsammdissa', 'Rehabiliteringsmässa/Finsammässa'],
    ['Parkeringsintikter', 'Parkeringsintäkter'],
    ['Hyresintikter tvattstuga', 'Hyresintäkter tvättstuga'],
    // Gaps that a reader tore, or a font
    ['Fi nsa mtea met', 'Finsamteamet'],
    ['Bidrag från Tingsry:ds kommun', 'Bidrag från Tingsryds kommun'],
    ['Övriga kort- fristiga skulder', 'Övriga kortfristiga skulder'],
    ['kassa ödesanalys', 'kassaflödesanalys'],
    ['Upplåtelseavgi er', 'Upplåtelseavgifter'],
    ['uppl!tna', 'upplåtna'],
    // What does not belong to the label
    ['Lokalhyra ..........', 'Lokalhyra'],
    ['Lokalhyra eeseceeeees', 'Lokalhyra'],
    ['| Revision _', 'Revision'],
    ['"Motivera mer"', '"Motivera mer"'],
    ['» Arvoden •', 'Arvoden'],
    ['<b>Summa tillgångar</b>', 'Summa tillgångar'],
    ['**Årets resultat**', 'Årets resultat'],
    ['Kassa&nbsp;och bank', 'Kassa och bank'],
    ['Kundfordringar vå', 'Kundfordringar'],
    ['Amortering av fån e', 'Amortering av lån'],
    ['—— Lokalhyra', 'Lokalhyra'],
    ['Verksamhetens kostnader — smesmmmmsmsssm sr seas a sa', 'Verksamhetens kostnader'],
    ['Ränteintäkter och liknande resultatposter ...............esms', 'Ränteintäkter och liknande resultatposter'],
    ['Elström. cs cos 0 0oc€680cosovo8 or of', 'Elström'],
    ['Hyra lokal 6 oc0€80cso8cs', 'Hyra lokal 6'],
    ['Ökning (-) /minskning (++) fordringar', 'Ökning (-) /minskning (+) fordringar'],
    // What these readers take for what
    ['Dritbidrag från staten', 'Driftbidrag från staten'],
    ['Räntekostnader och hknande resultatposter', 'Räntekostnader och liknande resultatposter'],
    ['Försäknng', 'Försäkring'],
    ['Konferens/utbildnmg', 'Konferens/utbildning'],
    ['Ärets Investeringar', 'Årets Investeringar'],
    ['FastighetsskÖtSsel', 'Fastighetsskötsel'],
    ['Bostadsrätterna Sverige Ek For', 'Bostadsrätterna Sverige Ek För'],
    // A percent sign, which the Swedish reader does not know
    ['Soliditet, vo', 'Soliditet, %'],
    ['Hyror. garage och p-platser', 'Hyror, garage och p-platser'],
    ['Kund-. avgifts- och hyresfordringar', 'Kund-, avgifts- och hyresfordringar'],
    ['Övriga intäkter. och ersättningar', 'Övriga intäkter och ersättningar'],
    ['Avskr. på inventarier', 'Avskr. på inventarier'],
    ['Samma anläggningstillgångar', 'Summa anläggningstillgångar'],
    ['Ingående anskaffningsvården', 'Ingående anskaffningsvärden'],
    ['Försäljning av matenal', 'Försäljning av material'],
    ['Soliditet (26)', 'Soliditet (%)'],
    ['Soliditet (960)', 'Soliditet (%)'],
    ['Soliditet (7', 'Soliditet (%)'],
    ['Lån Nordea (26)', 'Lån Nordea (26)'],
    ['Handelsbanken 2,300 Yo', 'Handelsbanken 2,300 %'],
    ['Soliditet (?o)', 'Soliditet (%)'],
    ['Sohditet (246)', 'Soliditet (%)'],
    // Short words that their neighbours tell
    ['Amortering av län', 'Amortering av lån'],
    ['Kommunalt lan', 'Kommunalt lån'],
    ['Reverslån, amortering kommande är', 'Reverslån, amortering kommande år'],
    ['Övriga skulder ull kreditinstitut', 'Övriga skulder till kreditinstitut'],
    // Specks, and what is left of rules
    ['/ Övriga kortfristiga fordringar', 'Övriga kortfristiga fordringar'],
    ['Hyresintäkter, lokaler /', 'Hyresintäkter, lokaler'],
    ['Kortfristiga, skulder', 'Kortfristiga skulder'],
    ["Summa bundet'eget kapital", 'Summa bundet eget kapital'],
    ['Bidrag, från kommunen', 'Bidrag från kommunen'],
  ])('%s → %s', (raw, text) => {
    expect(mendLabel(raw, lexicon).text).toBe(text)
  })
})

describe('mendLabel leaves what the source prints', () => {
  it.each([
    // Abbreviations, spellings and wordings of its own
    'Förbrukningsinv',
    'Uppl kostnader och förutbet intäkter',
    'Förutbetalda kostn och upplupna int',
    'Driftskostnader',
    'Driftkostnader',
    'Fordringar m.m.',
    '+/- Ökning/minskning kassa och bank',
    'Tillgångar, totalt',
    'Hyror, garage och p-platser',
    'Bidrag från Region Örebro län',
    'Varmland lan',
    'Utryckning, deltid och värn',
    'Läger',
    'Justering för ej likviditetspåverkande poster',
    'Ökning (-) /minskning (+) kortfristiga fordringar',
    'Avgifts- och hyresbortfall',
    'Kurser, konferenser inkl resekostnader',
    // Figures and codes
    '1034 GULF 12',
    '1049 GU LF, prof/ arbetsledare 10',
    'Återbetalning arbetsgivaravgifter 2004-2007',
    // Names that nobody knows
    'Björn Entreprenad',
    'Miler Ventilation',
    'Assa-Abloy',
    'Utvärdering LF/ MI, kostnader',
    'Mitt Val',
    'PRIS',
    // Words that are near others: another account, another form of the word
    'Ränteintäkter',
    'Kassaflöde för den löpande verksamheten',
    'Fordringar hos samarbetspartner',
    'Konto 96',
    'Konto 6800',
    'Lån 600 800',
    'Lån 600 800 600 800',
    'Hyra motor ns6000 ns8000',
    'Trappor 6a 8c 8a-8c 6c-8c',
    'Rör 60mm 80mm 600mm',
    'Kurs co68 co80 co86',
    '- även annuitetslån',
    'Kassaflöde från den löpande verksamheten',
    'Tolkkostnad',
    'Avgiften',
    'Mål',
    'Män',
    'När',
    'Spår',
    'Uppsatt',
    '14 097',
    '',
  ])('%s', (label) => {
    expect(mendLabel(label, lexicon).text).toBe(label)
  })
})

describe('mendLabel tells what it knows', () => {
  it('a label of the vocabulary is exact, damaged or not', () => {
    expect(mendLabel('Verksamhetens intäkter', lexicon)).toEqual({
      text: 'Verksamhetens intäkter',
      exact: true,
      worded: true,
      corrected: false,
    })
    expect(mendLabel('Verksamhetens int4kter', lexicon)).toEqual({
      text: 'Verksamhetens intäkter',
      exact: true,
      worded: true,
      corrected: true,
    })
  })

  it('a label of known words is not, and marks at the edges are no correction', () => {
    expect(mendLabel('Bidrag från Töreboda kommun |', lexicon)).toEqual({
      text: 'Bidrag från Töreboda kommun',
      exact: false,
      worded: true,
      corrected: false,
    })
  })

  it('an account is never turned into its neighbour', () => {
    expect(mendLabel('rärelseintäkter', lexicon).text).toBe('rörelseintäkter')
    expect(mendLabel('Rinteintikter', lexicon).text).toBe('Ränteintäkter')
    expect(mendLabel('Rantekostnader', lexicon).text).toBe('Räntekostnader')
  })
})

describe('a word that no dictionary of Swedish has', () => {
  it.each([
    ['Fasta styretsearvoden', 'Fasta styrelsearvoden'],
    ['Skulder entigt låneförteckning', 'Skulder enligt låneförteckning'],
    ['Kund-, avgilts- och hyresfordringar', 'Kund-, avgifts- och hyresfordringar'],
    ['Kopitalkostnader', 'Kapitalkostnader'],
    ['Kundforäringar', 'Kundfordringar'],
  ])('%s is damaged, though it looks sound: %s', (label, mended) => {
    expect(mendLabel(label, lexicon).text).toBe(mended)
  })

  it.each([
    ['Felavhjalpning och jour', 'Felavhjälpning och jour'],
    ['Ersättning från tjänsteleverantorer', 'Ersättning från tjänsteleverantörer'],
    ['Avgifter för utebliven staddag', 'Avgifter för utebliven städdag'],
    ['Anslag, barmarksunderhall', 'Anslag, barmarksunderhåll'],
  ])('%s is mended to one that the dictionary has, in a label of no table: %s', (label, mended) => {
    expect(lexicon.labels.byKey.has(foldLabel(mended))).toBe(false)
    expect(mendLabel(label, lexicon).text).toBe(mended)
  })

  it.each([
    'Bidrag från Algmyra kommun',
    'Rågbackas kommun',
    'Hyra Kvarnbäcken',
    'Elcertifikat GreenCargo',
    'Slangbussning',
  ])('%s: a name, or a word that is Swedish, stays', (label) => {
    expect(mendLabel(label, lexicon).text).toBe(label)
  })

  it('is no reason to prefer a rare word to one of the tables that is not much farther', () => {
    expect(mendLabel('INTERIMSFORDRNGAR', lexicon).text).not.toBe('INTERIMSFÖRDRÄNGAR')
  })
})

describe('what the reader doubted', () => {
  it.each([
    ['Summa kortfristiga skulder VNRNA', ['VNRNA'], 'Summa kortfristiga skulder'],
    ['Kassaflöde från den löpande verksamheten I NIKON', ['I', 'NIKON'], 'Kassaflöde från den löpande verksamheten'],
    ['Ingående M avskrivningar 9', ['M', '9'], 'Ingående avskrivningar'],
    ['Övriga kortfristiga skulder (7', ['(7'], 'Övriga kortfristiga skulder'],
  ])('%s: what a stamp or dust left among known words goes, where the reader doubted it', (label, words, mended) => {
    expect(mendLabel(label, lexicon, words).text).toBe(mended)
    expect(mendLabel(label, lexicon).text).not.toBe(mended)
  })

  it.each([
    ['IB ackumulerade avskrivningar', 'IB'],
    ['Utbildning av personal', 'av'],
    ['Vindanläggning', 'Vindanläggning'],
  ])('%s keeps %s, doubted or not', (label, word) => {
    expect(mendLabel(label, lexicon, [word]).text).toBe(label)
  })

  it.each(['Bidrag ESF', 'Övriga kortfristiga skulder Brohäll', 'Fasader etapp 1'])(
    '%s keeps its last word',
    (label) => {
      expect(mendLabel(label, lexicon, label.split(' ').slice(-1)).text).toBe(label)
    },
  )

  it.each(['Örnäsets kommun', 'Stennäset kommun', 'Kostnader Rågbackaprojektet'])('%s is a name', (label) => {
    expect(mendLabel(label, lexicon, label.split(' ')).text).toBe(label)
  })
})
