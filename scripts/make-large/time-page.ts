import type { Database } from 'better-sqlite3'
import type { Hono } from 'hono'

/** What opening a page took: the quickest of a few tries, in milliseconds, at the clock and of the processor. */
export interface PageTime {
  readonly status: number
  readonly bytes: number
  readonly milliseconds: number
  readonly processor: number
}

const tries = 3

/** Opens a page of the desk a few times. */
export async function timePage(desk: Hono, path: string): Promise<PageTime> {
  const times: PageTime[] = []
  for (let count = 0; count < tries; count++) {
    const began = performance.now()
    const before = process.cpuUsage()
    const answer = await desk.request(`http://127.0.0.1${path}`)
    const body = await answer.text()
    const { user, system } = process.cpuUsage(before)
    const milliseconds = Math.round(performance.now() - began)
    times.push({
      status: answer.status,
      bytes: body.length,
      milliseconds,
      processor: Math.round((user + system) / 1000),
    })
  }
  const least = (part: 'milliseconds' | 'processor') => Math.min(...times.map((time) => time[part]))
  return { ...times[0]!, milliseconds: least('milliseconds'), processor: least('processor') }
}

/** Addresses of all kinds of pages, the costliest of each kind among them. */
export function pagesToTime(reading: Database): string[] {
  const keys = reading
    .prepare<[], string>(
      `select coalesce(org_number, organisation) as key from report where key is not null
       group by key order by count(*) desc, key limit 2`,
    )
    .pluck()
    .all()
  const queries = ['resultat', 'försäkringskassan', '146 086', 'årets resultat eget kapital', '"likvida medel"', 'a*']
  const sha256 = reading.prepare<[], string>('select content from report order by report_id limit 1').pluck().get()
  const doubt = reading
    .prepare<[], { sha256: string; page: number; fact_id: string }>(
      `select r.content as sha256, f.page, f.fact_id from doubt d join fact f using (fact_id) join report r using (report_id)
       order by d.settles desc, d.gap desc limit 1`,
    )
    .get()
  return [
    '/',
    '/?at=2',
    '/documents',
    '/documents?at=40',
    '/documents?q=2015&show=troubled',
    `/documents/${sha256}`,
    ...(doubt ? [`/documents/${doubt.sha256}?page=${doubt.page}&fact=${doubt.fact_id}`] : []),
    '/decisions',
    '/organisations',
    '/organisations?show=gaps&at=3',
    '/organisations?q=stift',
    ...keys.flatMap((key) => [key, `${key}/statements`].map((part) => `/organisations/${encodeURI(part)}`)),
    ...queries.flatMap((q) => [1, 40].map((at) => `/search?${new URLSearchParams({ q, at: String(at) })}`)),
  ]
}
