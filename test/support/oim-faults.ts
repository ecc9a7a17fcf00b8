import { z } from 'zod'

/** A taxonomy schema's items: type and kind of period by name, and its dimensions. */
export interface SchemaItems {
  readonly items: ReadonlyMap<string, { readonly type: string; readonly period: string; readonly isAbstract: boolean }>
  readonly dimensions: ReadonlySet<string>
}

const name = /^[A-Za-z_][\w.-]*$/
// 2020-01-01T00:00:00
const moment = '\\d{4}-\\d{2}-\\d{2}T00:00:00'
const period = new RegExp(`^${moment}(/${moment})?$`)

const Report = z.strictObject({
  documentInfo: z.strictObject({
    documentType: z.literal('https://xbrl.org/2021/xbrl-json'),
    namespaces: z.record(z.string().regex(name), z.string().min(1)),
    taxonomy: z.array(z.string().min(1)).min(1),
  }),
  facts: z.record(
    z.string().regex(name),
    z.looseObject({
      // -0 is no canonical form, nor are leading zeros
      value: z.string().regex(/^(?!-0(\.0+)?$)-?(0|[1-9]\d*)(\.\d+)?$/),
      decimals: z.int(),
      dimensions: z.record(z.string(), z.string().min(1)),
    }),
  ),
})
type Report = z.infer<typeof Report>

/** Reads what a taxonomy schema of this program's making defines. */
export function readSchema(schema: string): SchemaItems {
  const elements = [...schema.matchAll(/<xs:element name="([^"]+)"([^>]*)>/g)]
  const attribute = (text: string, key: string) => new RegExp(`${key}="([^"]*)"`).exec(text)?.[1] ?? ''
  return {
    items: new Map(
      elements.flatMap(([, id, rest]) =>
        attribute(rest!, 'substitutionGroup') === 'xbrli:item'
          ? [
              [
                id!,
                {
                  type: attribute(rest!, 'type'),
                  period: attribute(rest!, 'xbrli:periodType'),
                  isAbstract: attribute(rest!, 'abstract') === 'true',
                },
              ] as const,
            ]
          : [],
      ),
    ),
    dimensions: new Set(
      elements.flatMap(([, id, rest]) =>
        attribute(rest!, 'substitutionGroup') === 'xbrldt:dimensionItem' ? [id!] : [],
      ),
    ),
  }
}

/**
 * What in a report breaks the rules of xBRL-JSON 1.0 and of the Open Information Model: form, names with a bound prefix,
 * the dimensions that each fact must and may have, periods and units that suit the concept, and facts that contradict
 * each other.
 */
export function oimFaults(text: string, { items, dimensions: defined }: SchemaItems): string[] {
  const parsed = Report.safeParse(JSON.parse(text))
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const { documentInfo, facts } = parsed.data
  const isBound = (qualified: string) =>
    Object.hasOwn(documentInfo.namespaces, qualified.split(':')[0]!) && qualified.includes(':')
  const found: string[] = []
  for (const [id, { dimensions, decimals, value, ...more }] of Object.entries(facts)) {
    const wrong = (words: string) => found.push(`${id}: ${words}`)
    const { concept = '', entity = '', period: when = '', unit, ...others } = dimensions
    const item = items.get(concept.split(':')[1] ?? '')
    for (const qualified of [concept, entity, ...Object.keys(others), ...Object.keys(more), ...(unit ? [unit] : [])])
      if (!isBound(qualified)) wrong(`${qualified} has no prefix that is bound`)
    if (item === undefined || item.isAbstract) wrong(`${concept} is no concept of the taxonomy`)
    for (const key of Object.keys(others))
      if (!defined.has(key.split(':')[1]!)) wrong(`${key} is no dimension of the taxonomy`)
    if (!period.test(when)) wrong(`${when} is no period`)
    const [start = '', end] = when.split('/')
    if (end !== undefined && start >= end) wrong(`${when} ends before it begins`)
    if (item && (item.period === 'instant') !== (end === undefined))
      wrong(`${concept} is of ${item.period}, not ${when}`)
    if (item?.type === 'xbrli:monetaryItemType' && !unit?.startsWith('iso4217:'))
      wrong(`${concept} is money without a currency`)
    if (unit === 'xbrl:pure') wrong('a pure number has no unit')
    const part = value.split('.')[1] ?? ''
    if (part.length > Math.max(0, decimals)) wrong(`${value} is told beyond its ${decimals} decimals`)
  }
  return [...found, ...contradictions(facts)]
}

/** Facts with the same dimensions whose values cannot both be rounded from one. */
function contradictions(facts: Report['facts']): string[] {
  const alike = new Map<string, [string, Report['facts'][string]][]>()
  for (const entry of Object.entries(facts)) {
    const key = JSON.stringify(Object.entries(entry[1].dimensions).sort())
    alike.set(key, [...(alike.get(key) ?? []), entry])
  }
  return [...alike.values()].flatMap((group) => {
    const half = (decimals: number) => 10 ** -decimals / 2
    const low = Math.max(...group.map(([, { value, decimals }]) => Number(value) - half(decimals)))
    const high = Math.min(...group.map(([, { value, decimals }]) => Number(value) + half(decimals)))
    return low > high ? [`${group.map(([id]) => id).join(', ')}: contradict each other`] : []
  })
}
