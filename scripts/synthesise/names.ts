import type { CompanyKind } from './company-kinds.js'
import type { Random } from './random.js'

const FIRST_PARTS = ['Björk', 'Gran', 'Sten', 'Älg', 'Ör', 'Åker', 'Mård', 'Hjort', 'Ask', 'Lind', 'Råg', 'Säv', 'Torn']
const LAST_PARTS = ['hamra', 'vallen', 'tuna', 'köping', 'näset', 'lövsta', 'mossen', 'backa', 'åsen', 'myra', 'ängen']
const REGIONS = ['Region Mittland', 'Region Österskog', 'Region Västerdal', 'Region Sjöbygden', 'Landstinget Norrbygd']
const FLOWERS = [
  'Blåklinten',
  'Ängsullen',
  'Vitsippan',
  'Kråkbäret',
  'Höstrosen',
  'Åkervindan',
  'Rölleken',
  'Näckrosen',
]
const SPORTS = ['Kanot', 'Orienterings', 'Fäktnings', 'Seglar', 'Curling', 'Bordtennis', 'Skridsko', 'Varpa']
const BRANCHES = ['Skogs', 'Tvätteri', 'Glas', 'Livsmedels', 'Sågverks', 'Möbel', 'Trädgårds', 'Rederi']
const TRADES = ['Bygg', 'Måleri', 'Åkeri', 'Mekaniska', 'Plåtslageri', 'Snickeri', 'Trädgård', 'Elteknik']

/** A place that no map need know. */
export function inventPlace(random: Random): string {
  return random.pick(FIRST_PARTS) + random.pick(LAST_PARTS)
}

/** Different invented municipalities, as `Stentuna kommun` or, in the genitive, `Stentunas kommun`. */
export function inventMunicipalities(random: Random, count: number): string[] {
  const places = new Set<string>()
  while (places.size < count) places.add(inventPlace(random))
  const genitive = random.chance(0.4)
  return [...places].map((place) => (genitive && !place.endsWith('s') ? `${place}s kommun` : `${place} kommun`))
}

export function inventRegion(random: Random): string {
  return random.pick(REGIONS)
}

/** Kinds of organisation that reports are made for. */
export type OrganisationKind = CompanyKind | 'coordination' | 'federation'

/** The name of an organisation of the kind, after one of the patterns if there are any: `Brf {flower} i {place}`. */
export function inventOrganisation(random: Random, kind: OrganisationKind, patterns: readonly string[]): string {
  const place = inventPlace(random)
  if (patterns.length > 0) {
    const named = random.pick(patterns).replace('{place}', place)
    return named.replace('{flower}', () => random.pick(FLOWERS))
  }
  if (kind === 'coordination') {
    return random.pick([
      `Samordningsförbundet ${place}`,
      `Finsam ${place}`,
      `${place}s Samordningsförbund`,
      `Samordningsförbundet ${place}-${inventPlace(random)}`,
    ])
  }
  if (kind === 'housing') {
    return random.pick([
      `Bostadsrättsföreningen ${random.pick(FLOWERS)} i ${place}`,
      `Bostadsrättsföreningen ${random.pick(FLOWERS)} ${random.between(2, 19)}`,
      `Brf ${random.pick(FLOWERS)}`,
    ])
  }
  if (kind === 'federation') {
    return random.pick([`Räddningstjänstförbundet ${place}`, `${place}s kommunalförbund`, `Kommunalförbundet ${place}`])
  }
  if (kind === 'foundation') {
    return random.pick([`Stiftelsen ${place}`, `${place}s museistiftelse`, `Stiftelsen ${random.pick(FLOWERS)}`])
  }
  if (kind === 'cooperative') {
    return random.pick([`${place}s ekonomiska förening`, `${place} Handelsförening ek. för.`])
  }
  if (kind === 'group') {
    return random.pick([`${place} Energi AB`, `${place}s Bostads AB`, `AB ${place}shus`, `${place} Stadshus AB`])
  }
  if (kind === 'sport') {
    const sport = random.pick(SPORTS)
    return random.pick([`Svenska ${sport}förbundet`, `${place}s ${sport}förbund`])
  }
  if (kind === 'road') {
    return random.pick([
      `${place} samfällighetsförening`,
      `${random.pick(FLOWERS)}s samfällighetsförening`,
      `${place}s vägsamfällighet`,
    ])
  }
  if (kind === 'society') {
    return random.pick([`${place}s hembygdsförening`, `${place} Skytteförening`, `${place}s byalag`, `IF ${place}`])
  }
  if (kind === 'allotment') {
    return random.pick([`Koloniträdgårdsföreningen ${random.pick(FLOWERS)}`, `${place}s koloniförening`])
  }
  if (kind === 'employers') {
    const branch = random.pick(BRANCHES)
    return random.pick([`${branch}företagens Arbetsgivarförbund`, `Sveriges ${branch}företag`])
  }
  return random.pick([`${place} ${random.pick(TRADES)} AB`, `${random.pick(TRADES)} i ${place} AB`])
}

/** The tenth digit of an organisation number, by Luhn over the first nine. */
export function luhnDigit(nine: string): number {
  let sum = 0
  for (const [index, digit] of [...nine].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return (10 - (sum % 10)) % 10
}

const FIRST_DIGITS: Record<OrganisationKind, string> = {
  coordination: '222000',
  federation: '222000',
  housing: '7696',
  cooperative: '7164',
  company: '5565',
  group: '5561',
  foundation: '8020',
  sport: '8020',
  road: '7179',
  society: '8024',
  allotment: '8026',
  employers: '8020',
}

/** A number whose check digit is right; the group digit tells the kind (2 public, 5 company, 7 association). */
export function inventOrgNumber(random: Random, kind: OrganisationKind): string {
  const first = FIRST_DIGITS[kind]
  let nine = first
  while (nine.length < 9) nine += random.between(0, 9)
  const digits = nine + luhnDigit(nine)
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}
