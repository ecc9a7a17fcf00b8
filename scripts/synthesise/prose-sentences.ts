/** Whose board tells of the year. */
export type ProseSubject =
  | ('coordination' | 'upper_secondary')
  | ('housing' | 'company' | 'society' | 'parish')
  | ('union' | 'school' | 'shop')
  | ('waste' | 'wind' | 'folk_high_school' | 'water')

/** What each board may tell, and how many of the sentences it tells at least and at most. */
export const PROSE: Record<
  ProseSubject,
  { count: readonly [least: number, most: number]; sentences: readonly string[] }
> = {
  coordination: {
    count: [6, 10],
    sentences: [
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
    ],
  },
  upper_secondary: {
    count: [6, 10],
    sentences: [
      'Förbundet driver gymnasieskola, gymnasiesärskola och vuxenutbildning åt medlemskommunerna.',
      'Vid läsårets början var antagningen till de yrkesförberedande programmen större än på flera år.',
      'Direktionen har haft sju sammanträden och en gemensam dag om skolans långsiktiga utveckling.',
      'Elevkullarna väntas minska, och antalet grupper anpassas i den takt som avgångarna medger.',
      'Skolans lokaler hyrs av den kommun där skolan ligger, och verkstäderna har rustats upp under sommaren.',
      'Andelen elever med fullständiga slutbetyg är något högre än föregående läsår.',
      'Ersättningarna för elever från andra kommuner har ökat, liksom kostnaderna för elever som har valt annan skola.',
      'Samarbetet med näringslivet om arbetsplatsförlagd utbildning har fördjupats genom ett programråd för varje program.',
      'Ett nytt system för frånvaro och betyg har tagits i bruk, och personalen har utbildats i det.',
      'Förbundet har en ekonomi i balans, och medlemmarnas bidrag följer den budget som de har godkänt.',
      'Flera lärare har gått i pension, och det har varit svårt att finna behöriga sökande i yrkesämnen.',
      'Revisorerna har granskat skolans rutiner för inköp och har lämnat några råd som direktionen följer.',
    ],
  },
  housing: {
    count: [5, 8],
    sentences: [
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
    ],
  },
  company: {
    count: [4, 6],
    sentences: [
      'Bolaget utför arbeten åt företag, föreningar och det offentliga, huvudsakligen inom det egna länet.',
      'Orderingången var god under det första halvåret och något svagare därefter.',
      'Två medarbetare har anställts, och en har gått i pension efter många år i bolaget.',
      'Bolaget har inte haft några väsentliga tvister, och inga sådana var kända när redovisningen lämnades.',
      'Investeringar har gjorts i verktyg och ett fordon, samtliga betalda med egna medel.',
      'Priset på material steg under hösten, vilket bara till en del har kunnat föras vidare till kunderna.',
      'Styrelsen ser med tillförsikt på det kommande året, även om marknaden är svår att bedöma.',
    ],
  },
  society: {
    count: [4, 7],
    sentences: [
      'Styrelsen har haft åtta protokollförda sammanträden, och årsmötet hölls i mars.',
      'Två städdagar har ordnats, en på våren och en på hösten, och båda var väl besökta.',
      'Föreningen tackar alla som ideellt har lagt ned tid på våra gemensamma anläggningar.',
      'Medlemsantalet är i stort sett oförändrat sedan föregående år.',
      'Avgiften har varit densamma under hela året och föreslås bli oförändrad även nästa år.',
      'Vintern var snörik, vilket märktes både i arbetet och i kassan.',
      'Ansökan om bidrag för nästa år har lämnats in till kommunen inom utsatt tid.',
      'Revisorerna har gått igenom räkenskaperna utan anmärkning.',
      'En arbetsgrupp har sett över stadgarna, och förslaget läggs fram för årsmötet.',
    ],
  },
  parish: {
    count: [4, 6],
    sentences: [
      'Stiftelsen har till ändamål att upplåta lokaler för församlingens verksamhet bland barn, unga och äldre.',
      'Kyrkorådet är stiftelsens styrelse och har under året haft sju sammanträden.',
      'Sommarens läger samlade deltagare från hela pastoratet, och höstens retreat var fulltecknad.',
      'Köket har fått ny spis, och taket över den stora salen har lagts om med bidrag från församlingen.',
      'Ett testamente har tagits emot med tacksamhet och används enligt givarens önskan.',
      'Lokalerna har hyrts ut till körer, studiecirklar och begravningskaffe.',
      'Förvaltningen sköts av pastorsexpeditionen, och ekonomin följs upp två gånger om året.',
    ],
  },
  union: {
    count: [5, 7],
    sentences: [
      'Styrelsen har under året hållit elva protokollförda sammanträden, och medlemsmöten har hållits vår och höst.',
      'De lokala förhandlingarna om löner avslutades före sommaren utan att någon tvist gick vidare till central nivå.',
      'Studiekommittén har ordnat grundkurser för nya medlemmar och en kurs för skyddsombuden.',
      'Medlemsantalet har minskat något, främst genom att ett par större arbetsplatser har dragit ned.',
      'Avgiften till avdelningen har varit oförändrad.',
      'Expeditionen har hållits öppen fyra dagar i veckan.',
      'Avdelningens värdepapper har följts upp av styrelsen vid varje kvartal.',
      'Ungdomskommittén har besökt gymnasieskolorna i trakten.',
    ],
  },
  school: {
    count: [5, 7],
    sentences: [
      'Stiftelsen har till ändamål att driva förskola och grundskola med en egen pedagogisk inriktning.',
      'Vid höstterminens början gick fler elever i skolan än året före, och kön till förskoleklassen är lång.',
      'Samtliga lärare utom två är legitimerade i de ämnen som de undervisar i.',
      'Under sommaren byggdes köket om, och matsalen fick nya möbler.',
      'Skolinspektionens tillsyn avslutades utan anmärkningar.',
      'Stiftelsen får sin huvudsakliga ersättning från elevernas hemkommuner.',
      'Styrelsen har under året särskilt följt hur sjukfrånvaron och lokalernas skick utvecklas.',
      'Några väsentliga händelser har inte inträffat efter räkenskapsårets slut.',
    ],
  },
  shop: {
    count: [4, 6],
    sentences: [
      'Föreningen driver butik och drivmedelsstation åt medlemmarna och bygden.',
      'Försäljningen av dagligvaror har ökat något, medan drivmedlen har minskat.',
      'Ett nytt kylaggregat har tagits i bruk, och belysningen i butiken har bytts.',
      'Många medlemmar har även i år hjälpt till vid inventering och städning.',
      'Sommargästerna svarar för en stor del av omsättningen under juli.',
      'Styrelsen ser fortsatt behov av stöd till hemsändning av varor.',
    ],
  },
  waste: {
    count: [5, 8],
    sentences: [
      'Förbundet svarar för insamling och behandling av hushållens avfall i medlemskommunerna.',
      'Mängden hushållsavfall per invånare minskade för tredje året i rad, medan matavfallet ökade.',
      'Tre av återvinningscentralerna har fått längre öppettider, och besöken har blivit fler.',
      'Direktionen har haft sex sammanträden och antagit en ny avfallsplan för samråd.',
      'Slamtömningen upphandlades gemensamt, och den nya entreprenören började i april.',
      'Täckningen av den gamla deponin fortsätter enligt plan, och medel för den är avsatta.',
      'Fordonen drivs sedan hösten till större delen med biogas.',
      'Målet om god ekonomisk hushållning bedöms vara uppfyllt.',
      'Sjukfrånvaron bland dem som arbetar på fordonen har sjunkit.',
    ],
  },
  wind: {
    count: [4, 6],
    sentences: [
      'Föreningen äger vindkraftverk och säljer elen till medlemmarna till självkostnad.',
      'Årets vindar var svagare än normalt, och produktionen nådde inte riktigt den budgeterade nivån.',
      'Ett av verken stod stilla i tre veckor i väntan på en ny växellåda.',
      'Priset på elcertifikat har varit lågt under hela året.',
      'Servicen sköts av leverantören enligt ett avtal som löper på fem år.',
      'Medlemmar som lämnar föreningen får sina andelar inlösta så snart en köpare finns.',
      'Styrelsen har börjat se över vad som ska ske när verken har tjänat ut.',
    ],
  },
  folk_high_school: {
    count: [5, 7],
    sentences: [
      'Skolan bedriver allmän kurs, särskilda kurser och korta sommarkurser med och utan internat.',
      'Antalet deltagarveckor översteg det som statsbidraget ger ersättning för.',
      'Bokskogen, ett av elevhemmen, har målats om och fått nya fönster.',
      'Stiftelsens styrelse har haft fem sammanträden, och lärarrådet har träffats varje månad.',
      'Textillinjen och musiklinjen hade flest sökande per plats.',
      'Köket lagar en allt större del av maten av råvaror från trakten.',
      'Skolans filial i grannkommunen har haft två grupper under hela läsåret.',
      'En ny rektor tillträdde i augusti.',
    ],
  },
  water: {
    count: [4, 6],
    sentences: [
      'Förbundet samordnar kontrollen av vattnet i ån och dess sjöar åt kommuner, industrier och lantbrukare.',
      'Provtagningen har följt programmet, med tolv stationer i rinnande vatten och fem i sjöar.',
      'Halten av totalfosfor i mynningen var något lägre än medelvärdet för de senaste tio åren.',
      'Förbundsstämman hölls i maj i samband med en exkursion längs ån.',
      'Elfiske har genomförts på sex lokaler, och öringen har kommit tillbaka till två av dem.',
      'Årsrapporten över undersökningarna har delats ut till medlemmarna och biblioteken.',
      'Sekreteraren har medverkat i länsstyrelsens arbetsgrupp för kalkning.',
    ],
  },
}
