import { describe, expect, it } from 'vitest'
import { mendLabel } from '../../src/normalise/mend-label.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = loadReference()

describe('mendLabel gives labels back in correct Swedish', () => {
  it.each([
    // A reader without Swedish
    ['Verksamhetens intikter', 'Verksamhetens intäkter'],
    ['Finansiella intdkter', 'Finansiella intäkter'],
    ['Resultat fore extraordiniira poster', 'Resultat före extraordinära poster'],
    ['Arets resultat', 'Årets resultat'],
    ['Summa omsittningstillgangar', 'Summa omsättningstillgångar'],
    ['Mervirdeskattefordringar', 'Mervärdeskattefordringar'],
    ['Leverant6rsskulder', 'Leverantörsskulder'],
    ['Forutbetalda intidkter och upplupna kostnader', 'Förutbetalda intäkter och upplupna kostnader'],
    ['Erhalla landstingsbidrag', 'Erhållna landstingsbidrag'],
    // Letter shapes
    ['Vetksamhetens tesultat', 'Verksamhetens resultat'],
    ['Summa avsédttningat', 'Summa avsättningar'],
    ['Summa kottfristiga skulder', 'Summa kortfristiga skulder'],
    ['Upplupen sirskild 16neskatt', 'Upplupen särskild löneskatt'],
    ['Summa Gvriga skulder', 'Summa övriga skulder'],
    ['SUNMNMIA', 'SUMMA'],
    ['SUMMA TILLGANGAR', 'SUMMA TILLGÅNGAR'],
    ['NMottagningsteam', 'Mottagningsteam'],
    // Words of labels that the vocabulary does not hold as wholes
    ['Driftbidrag fran Region Orebro ldn', 'Driftbidrag från Region Örebro län'],
    ['Bidrag frin Téreboda kommun', 'Bidrag från Töreboda kommun'],
    ['Rehabiliteringsmissa/Finsammdissa', 'Rehabiliteringsmässa/Finsammässa'],
    // Gaps that a reader tore
    ['Fi nsa mtea met', 'Finsamteamet'],
    ['Bidrag från Tingsry:ds kommun', 'Bidrag från Tingsryds kommun'],
    // What does not belong to the label
    ['Lokalhyra ..........', 'Lokalhyra'],
    ['| Revision _', 'Revision'],
    ['<b>Summa tillgångar</b>', 'Summa tillgångar'],
    ['**Årets resultat**', 'Årets resultat'],
  ])('%s → %s', (raw, text) => {
    expect(mendLabel(raw, lexicon).text).toBe(text)
  })
})
