import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { Page } from '../src/model/page.js'
import type { Amount, Report } from '../src/model/report.js'
import { parseReports } from '../src/parse/parse-reports.js'
import { parsingWordsOf } from '../src/parsing-words.js'
import { loadReference } from '../src/reference.js'
import { alignCharacters } from './misreadings/align-characters.js'
import { type Gold, readGolds } from './score/gold.js'

const HELP = `What was misread, and as what: pages recorded by record.ts against what is known of them.

  npx tsx scripts/misreadings.ts PAGES GOLD [PAGES GOLD…]     two folders with files of the same names`

const WORST = 20
const MOST_PAIRS = 40

/** A figure or label as it is printed and as it was read. */
interface Misreading {
  readonly document: string
  readonly page: number
  readonly printed: string
  readonly read: string
  readonly raw: string
  readonly distance: number
}

/** One printed or read amount and where in the report it belongs. */
interface Figure {
  readonly place: string
  readonly value: number
  readonly label: string | null
  readonly amount?: Amount
}

function printedFigures(gold: Gold): Figure[] {
  return gold.reports.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap(({ value }, column) => {
          const head = table.columns[column]
          if (value === null || !head) return []
          return [{ place: placeOf(table.kind, table.note, head.period_end, head.scenario), value, label: row.label }]
        }),
      ),
    ),
  )
}

function readFigures(reports: readonly Report[]): Figure[] {
  return reports.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap((amount, column) => {
          const head = table.columns[column]
          if (!amount || !head) return []
          const place = placeOf(table.kind, table.note, head.periodEnd, head.scenario)
          return [{ place, value: amount.value, label: row.labelRaw, amount }]
        }),
      ),
    ),
  )
}

function goldOf(recorded: string): string {
  return recorded.replace(/\.gz$/u, '')
}

/** Pages as record.ts wrote them, packed or not. */
function readRecorded(file: string): Page[] {
  const bytes = readFileSync(file)
  return z.array(Page).parse(JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()))
}

function placeOf(...parts: (string | null)[]): string {
  return parts.join('/')
}

/** Pairs what is printed with what was read in the same column, alike first, then the least different. */
function pairFigures(printed: Figure[], read: Figure[]): { pairs: [Figure, Figure][]; missed: Figure[] } {
  const left = new Set(read)
  const pairs: [Figure, Figure][] = []
  const take = (figure: Figure, other: Figure | undefined): boolean => {
    if (!other) return false
    left.delete(other)
    pairs.push([figure, other])
    return true
  }
  const unlike = printed.filter((figure) => {
    const same = [...left].filter(({ place, value }) => place === figure.place && value === figure.value)
    return !take(figure, same.find(({ label }) => label === figure.label) ?? same[0])
  })
  const missed = unlike.filter((figure) => {
    const near = [...left]
      .filter(({ place }) => place === figure.place)
      .map((other) => ({ other, distance: distanceOf(String(figure.value), String(other.value)) }))
      .filter(({ distance }) => distance <= String(figure.value).length / 2)
      .sort((a, b) => a.distance - b.distance)
    return !take(figure, near[0]?.other)
  })
  return { pairs, missed }
}

function distanceOf(printed: string, read: string): number {
  return alignCharacters(printed, read).filter(([a, b]) => a !== b).length
}

function printPairs(title: string, counts: ReadonlyMap<string, number>): void {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_PAIRS)
  process.stdout.write(`${title}\n  ${sorted.map(([pair, count]) => `${pair} ${count}`).join('   ') || 'none'}\n`)
}

async function main(): Promise<void> {
  const folders = process.argv.slice(2)
  if (folders.length === 0 || folders.length % 2 === 1) {
    process.stderr.write(`${HELP}\n`)
    process.exitCode = 2
    return
  }
  const words = parsingWordsOf(await loadReference())
  const digits = new Map<string, number>()
  const letters = new Map<string, number>()
  const found: Misreading[] = []
  let [all, missing] = [0, 0]
  const count = (counts: Map<string, number>, printed: string, read: string) => {
    for (const [a, b] of alignCharacters(printed, read)) {
      const pair = `${a || '∅'}→${b || '∅'}`
      if (a !== b) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  for (let at = 0; at < folders.length; at += 2) {
    const [pages, golds] = [folders[at]!, folders[at + 1]!]
    const known = readdirSync(pages).filter((name) => existsSync(join(golds, goldOf(name))))
    if (known.length === 0) throw new Error(`Expected pages in ${pages} of which ${golds} tells the truth`)
    for (const name of known) {
      const [gold] = readGolds([join(golds, goldOf(name))])
      const recorded = readRecorded(join(pages, name))
      const { pairs, missed } = pairFigures(printedFigures(gold!), readFigures(parseReports(recorded, words)))
      all += pairs.length + missed.length
      missing += missed.length
      for (const [printed, read] of pairs) {
        const [a, b] = [String(printed.value), String(read.value)]
        if (printed.label && read.label) count(letters, printed.label, read.label)
        if (a === b) continue
        count(digits, a, b)
        const { page, raw } = read.amount!
        found.push({ document: gold!.file, page, printed: a, read: b, raw, distance: distanceOf(a, b) })
      }
    }
  }
  process.stdout.write(`${all} figures, ${found.length} misread, ${missing} not read at all\n`)
  printPairs('signs and digits, printed→read', digits)
  printPairs('letters of labels, printed→read', letters)
  for (const { document, page, printed, read, raw } of found.sort((a, b) => b.distance - a.distance).slice(0, WORST))
    process.stdout.write(`  ${document} p ${page}: ${printed} as ${read}, raw ${JSON.stringify(raw)}\n`)
}

await main()
