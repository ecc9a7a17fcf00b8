import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Check = z.object({
  rule: z.string(),
  subject: z.string(),
  note: z.string().nullish(),
  period_end: z.string().nullable(),
  scenario: z.string(),
  expected: z.number(),
  actual: z.number(),
  verdict: z.union([z.string(), z.array(z.string())]),
})

const Table = z.object({
  kind: z.string(),
  note: z.string().nullable(),
  unit: z.string().nullish(),
  columns: z.array(z.object({ period_end: z.string().nullable(), scenario: z.string() })),
  rows: z.array(
    z.object({
      role: z.string(),
      label: z.string().nullable(),
      cells: z.array(z.object({ value: z.number().nullable(), raw: z.string().nullish() })),
    }),
  ),
  label_order_lost: z.boolean().nullish(),
  tolerated: z.array(z.number()).nullish(),
  scenario_free: z.boolean().nullish(),
})

/** The truth about one document, as far as the score reads it. */
export const Gold = z.object({
  file: z.string(),
  /** The family of layout, of made documents. */
  style: z.string().nullish(),
  complete: z.boolean().nullish(),
  reports: z.array(
    z.object({
      org_number: z.string().nullable(),
      kind: z.string(),
      period_end: z.string().nullable(),
      planted: z.array(z.object({ note: z.string(), period_end: z.string(), printed: z.number() })).nullish(),
      tables: z.array(Table),
      checks: z.array(Check),
    }),
  ),
})
export type Gold = z.infer<typeof Gold>
export type GoldTable = z.infer<typeof Table>
export type GoldReport = Gold['reports'][number]

/** The gold files at the given paths; of a folder, those that lie directly in it, by name. */
export function readGolds(paths: readonly string[]): Gold[] {
  const files = paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => join(path, name))
  })
  return files.map((file) => Gold.parse(JSON.parse(readFileSync(file, 'utf8'))))
}
