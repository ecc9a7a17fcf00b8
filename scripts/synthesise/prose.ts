import type { Unit } from '../../src/model/report.js'
import type { QuotedFigure } from './made-report.js'
import type { Random } from './random.js'

const COORDINATION = [
  'Förbundet har under året fortsatt att stödja insatser där flera myndigheter möter samma person samtidigt.',
  'Styrelsen har haft sex sammanträden och en gemensam planeringsdag tillsammans med beredningsgruppen.',
  'Efterfrågan på platser har varit större än tillgången, framför allt bland unga som står utanför både skola och arbete.',
  'Väntetiden från remiss till första samtal har kortats från fem veckor till tre.',
  'Parterna har kommit överens om en ny ordning för hur uppföljningen ska göras och vem som ansvarar för den.',
  'Två av insatserna har utvärderats av en extern part, och slutsatserna har tagits om hand i årets verksamhetsplan.',
  'Överskottet från tidigare år används i den takt som styrelsen har beslutat, så att kapitalet på sikt når den nivå som rekommenderas.',
  'Arbetet med att sprida kunskap om samordnad rehabilitering har skett genom frukostmöten, en temadag och förbundets webbplats.',
  'Kostnaderna för insatserna blev lägre än beräknat eftersom två tjänster stod obesatta under våren.',
  'Den interna kontrollen har följts upp enligt plan och har inte lett till några anmärkningar.',
  'Ägarmötet hölls i maj och hade ekonomin på längre sikt som sin viktigaste fråga.',
  'Deltagarna är i snitt trettiofyra år gamla, och något mer än hälften är kvinnor.',
  'Under hösten gjordes en översyn av de avtal som reglerar köp av tjänst från medlemskommunerna.',
  'Förbundet har ingen egen anställd personal utan köper tjänsten som förbundschef av en av medlemmarna.',
]
const HOUSING = [
  'Föreningen äger fastigheten och upplåter lägenheterna med bostadsrätt utan begränsning i tiden.',
  'Under året har stammarna i det norra huset spolats och garagets portar bytts ut.',
  'Styrelsen har följt underhållsplanen, som uppdaterades senast för två år sedan och sträcker sig över trettio år.',
  'Årsavgifterna har varit oförändrade, och styrelsen räknar inte med någon höjning under det kommande året.',
  'Vid årets slut hade samtliga lägenheter tillträtts av sina nya ägare, och ingen lokal stod tom.',
  'Föreningens lån är fördelade på flera banker och bindningstider för att sprida risken för höjd ränta.',
  'Fastigheten är fullvärdesförsäkrad, och i försäkringen ingår ansvar för styrelsen.',
  'En gemensam städdag hölls i maj, och många av de boende deltog i arbetet på gården.',
  'Elförbrukningen i de gemensamma utrymmena minskade sedan belysningen i trapphusen gjorts om.',
  'Föreningen är ett privatbostadsföretag enligt inkomstskattelagen och utgör därmed en äkta bostadsrättsförening.',
]
const COMPANY = [
  'Bolaget utför arbeten åt företag, föreningar och det offentliga, huvudsakligen inom det egna länet.',
  'Orderingången var god under det första halvåret och något svagare därefter.',
  'Två medarbetare har anställts, och en har gått i pension efter många år i bolaget.',
  'Bolaget har inte haft några väsentliga tvister, och inga sådana var kända när redovisningen lämnades.',
  'Investeringar har gjorts i verktyg och ett fordon, samtliga betalda med egna medel.',
  'Priset på material steg under hösten, vilket bara till en del har kunnat föras vidare till kunderna.',
  'Styrelsen ser med tillförsikt på det kommande året, även om marknaden är svår att bedöma.',
]
const SOCIETY = [
  'Styrelsen har haft åtta protokollförda sammanträden, och årsmötet hölls i mars.',
  'Två städdagar har ordnats, en på våren och en på hösten, och båda var väl besökta.',
  'Föreningen tackar alla som ideellt har lagt ned tid på våra gemensamma anläggningar.',
  'Medlemsantalet är i stort sett oförändrat sedan föregående år.',
  'Avgiften har varit densamma under hela året och föreslås bli oförändrad även nästa år.',
  'Vintern var snörik, vilket märktes både i arbetet och i kassan.',
  'Ansökan om bidrag för nästa år har lämnats in till kommunen inom utsatt tid.',
  'Revisorerna har gått igenom räkenskaperna utan anmärkning.',
  'En arbetsgrupp har sett över stadgarna, och förslaget läggs fram för årsmötet.',
]

/** Digits in groups of three with a minus in front. */
function plainAmount(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ' ')
  return value < 0 ? `-${digits}` : digits
}

function paragraphsOf(random: Random, sentences: readonly string[], count: number): string[] {
  const chosen = random.sample(sentences, count)
  const paragraphs: string[] = []
  while (chosen.length > 0) paragraphs.push(chosen.splice(0, random.between(2, 4)).join(' '))
  return paragraphs
}

type Quotable = { name: string; year: number; result: number | null; unit: Unit }

function compose(random: Random, sentences: readonly string[], count: number, { year, result, unit }: Quotable) {
  const paragraphs = paragraphsOf(random, sentences, count)
  const quoted: QuotedFigure[] = []
  if (result !== null && random.chance(0.6)) {
    const amount = `${plainAmount(result)} ${unit}`
    paragraphs.push(
      random.pick([
        `Årets resultat uppgår till ${amount}.`,
        `Resultatet för ${year} blev ${amount}, vilket styrelsen bedömer som tillfredsställande.`,
      ]),
    )
    quoted.push({ label: 'Årets resultat', value: result })
  }
  return { paragraphs, quoted }
}

/** Running text of a body of coordination, with the figures it quotes. */
export function coordinationProse(random: Random, quotable: Quotable) {
  return compose(random, COORDINATION, random.between(6, 10), quotable)
}

/** Running text of a housing co-operative, with the figures it quotes. */
export function housingProse(random: Random, quotable: Quotable) {
  return compose(random, HOUSING, random.between(5, 8), quotable)
}

/** Running text of a company, with the figures it quotes. */
export function companyProse(random: Random, quotable: Quotable) {
  return compose(random, COMPANY, random.between(4, 6), quotable)
}

/** Running text of a society or a joint property association, with the figures it quotes. */
export function societyProse(random: Random, quotable: Quotable) {
  return compose(random, SOCIETY, random.between(4, 7), quotable)
}
