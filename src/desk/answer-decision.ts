import { z } from 'zod'
import { type FigureAnchor, type Offer, Ruling } from '../model/decision.js'
import { formatAmount } from '../model/format-amount.js'
import { Role, Scenario } from '../model/report.js'
import { loadDecisions } from '../store/decision-store.js'
import {
  type FigureRow,
  findDocumentOfDecision,
  findFigure,
  findReport,
  readRepairsOf,
  versionOf,
  versionOfReport,
} from '../store/read-desk.js'
import type { DeskParts } from './desk-parts.js'
import { parseEntry } from './parse-entry.js'
import { anchorAt, type DecidedDocument, missedCellsOf, parsedPlaceOf, readDecided } from './read-decided.js'

const about = { figure: z.string(), version: z.string(), document: z.string().default('') }
const aboutReport = { report: z.string(), version: z.string() }
const Text = z.string().trim().min(1).max(300)

/** What the browser asks for; `version` is what its page said of the thing when it was made. */
const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept'), ...about }),
  z.object({ kind: z.literal('printed_so'), ...about }),
  z.object({ kind: z.literal('correct'), ...about, entry: z.string().max(40) }),
  z.object({ kind: z.literal('relabel'), ...about, label: Text }),
  z.object({ kind: z.literal('rerole'), ...about, role: Role }),
  z.object({
    kind: z.literal('move_column'),
    ...about,
    column: z.coerce.number().int().positive(),
    whole: z.literal('yes').optional(),
  }),
  z.object({ kind: z.literal('set_column'), ...about, periodEnd: z.string(), scenario: Scenario }),
  z.object({ kind: z.literal('set_organisation'), ...aboutReport, organisation: Text, orgNumber: z.string().max(20) }),
  z.object({ kind: z.literal('set_period'), ...aboutReport, periodStart: z.string(), periodEnd: z.string() }),
  z.object({ kind: z.literal('undo'), decision: z.string() }),
])
type Asked = z.infer<typeof Asked>
type AboutFigure = Extract<Asked, { figure: string }>

/** What the browser is told: the decision's id, or why there is none. */
export interface DecisionAnswer {
  readonly status: 201 | 400 | 404 | 409
  readonly body: Readonly<Record<string, string | null>>
}

type Meant = { readonly sha256: string; readonly ruling: Ruling }

/** Turns what was asked into a decision, and makes it. What has changed since it was looked at is not decided upon. */
export async function answerDecision(body: unknown, parts: DeskParts): Promise<DecisionAnswer> {
  const asked = Asked.safeParse(body)
  if (!asked.success) return refuse(400, `Expected a decision: ${asked.error.issues[0]?.message ?? 'it is none'}.`)
  const meant = meaningOf(asked.data, parts)
  if ('status' in meant) return meant
  const ruling = Ruling.safeParse(meant.ruling)
  if (!ruling.success) {
    const { path = [], message = 'it is none' } = ruling.error.issues[0] ?? {}
    return refuse(400, `The ${path.join(' ')} is wrong: ${message}.`)
  }
  const { id } = await parts.decide(meant.sha256, ruling.data)
  return { status: 201, body: { decision: id } }
}

function meaningOf(asked: Asked, parts: DeskParts): Meant | DecisionAnswer {
  if (asked.kind === 'undo') return meaningOfUndo(asked.decision, parts)
  if (asked.kind === 'set_organisation' || asked.kind === 'set_period') return meaningForReport(asked, parts)
  const figure = findFigure(parts.reading, asked.figure)
  if (figure === undefined) return meaningOfMissed(asked, parts)
  if (versionOf(figure) !== asked.version) return conflict(asked, formatAmount(figure.amount, figure.decimals))
  const { sha256, amount, decimals } = figure
  const document = readDecided(parts, sha256)
  const anchor = anchorAt(document, parsedPlaceOf(document, figure))
  if (anchor === undefined) return refuse(400, alike)
  switch (asked.kind) {
    case 'accept':
    case 'printed_so':
      return { sha256, ruling: { kind: asked.kind, anchor, amount, decimals, offers: offersOf(figure, parts) } }
    case 'correct':
      return meaningOfEntry(asked.entry, { sha256, anchor, offers: offersOf(figure, parts) })
    case 'relabel':
      return { sha256, ruling: { kind: 'relabel', anchor, label: asked.label } }
    case 'rerole':
      return { sha256, ruling: { kind: 'rerole', anchor, role: asked.role } }
    case 'set_column': {
      const ofColumn = anchorOfColumn(document, figure)
      if (ofColumn === undefined) return refuse(400, 'No figure was read in that column.')
      const { periodEnd, scenario } = asked
      return { sha256, ruling: { kind: 'set_column', anchor: ofColumn, periodEnd, scenario } }
    }
    case 'move_column': {
      if (anchor.raw === null) return refuse(400, 'It was added by hand: undo that, and add it where it belongs.')
      const report = document.parsed[document.ids.indexOf(figure.report_id)]
      const column = report?.tables[figure.table_no - 1]?.columns[asked.column - 1]
      if (column === undefined) return refuse(400, 'The table has no such column.')
      const { label, periodEnd, scenario } = column
      const to = { column: asked.column - 1, label, periodEnd, scenario }
      const ruling = { kind: 'move_column' as const, anchor, to }
      return { sha256, ruling: asked.whole === 'yes' ? { ...ruling, whole: true } : ruling }
    }
  }
}

const alike = 'Figures that cannot be told apart stand in its place.'

/** A figure that was missed is entered where none stands; there is nothing else to decide about it. */
function meaningOfMissed(asked: AboutFigure, parts: DeskParts): Meant | DecisionAnswer {
  const document = readDecided(parts, asked.document)
  const empty = missedCellsOf(document).find(({ factId }) => factId === asked.figure)
  if (empty === undefined || empty.version !== asked.version || asked.kind !== 'correct') return conflict(asked, null)
  const anchor = anchorAt(document, document.decided.cameFrom({ report: empty.report, cell: empty.cell }))
  if (anchor === undefined) return refuse(400, alike)
  return meaningOfEntry(asked.entry, { sha256: asked.document, anchor, offers: [] })
}

function meaningOfEntry(
  text: string,
  { sha256, anchor, offers }: { readonly sha256: string; readonly anchor: FigureAnchor; readonly offers: Offer[] },
): Meant | DecisionAnswer {
  const entry = parseEntry(text)
  if (entry === undefined) return refuse(400, `“${text}” is no amount: write it as 1 234, −1 234 or (1 234).`)
  return { sha256, ruling: { kind: 'correct', anchor, ...entry, offers } }
}

/** The anchor of a figure that was read in a column, in the row of the one in hand if there is one. */
function anchorOfColumn(document: DecidedDocument, figure: FigureRow): FigureAnchor | undefined {
  const report = document.ids.indexOf(figure.report_id)
  const [table, own, column] = [figure.table_no - 1, figure.row_no - 1, figure.column_no - 1]
  const rows = document.parsed[report]?.tables[table]?.rows ?? []
  const order = [own, ...rows.keys()].filter((row) => rows[row]?.cells[column])
  for (const row of order) {
    const anchor = anchorAt(document, { report, cell: { table, row, column } })
    if (anchor !== undefined) return anchor
  }
  return undefined
}

function meaningForReport(
  asked: Extract<Asked, { kind: 'set_organisation' | 'set_period' }>,
  { reading }: DeskParts,
): Meant | DecisionAnswer {
  const report = findReport(reading, asked.report)
  if (report === undefined) return conflict(asked, null)
  const { sha256, first_page: page } = report
  if (asked.version !== versionOfReport(report)) {
    return conflict(asked, [report.organisation, report.org_number, report.period_start, report.period_end].join(' '))
  }
  if (asked.kind === 'set_period') {
    const { periodStart, periodEnd } = asked
    return { sha256, ruling: { kind: 'set_period', page, periodStart: periodStart || null, periodEnd } }
  }
  const { organisation, orgNumber } = asked
  return { sha256, ruling: { kind: 'set_organisation', page, organisation, orgNumber: orgNumber.trim() || null } }
}

function meaningOfUndo(decision: string, { reading }: DeskParts): Meant | DecisionAnswer {
  const sha256 = findDocumentOfDecision(reading, decision)
  if (sha256 === undefined) return refuse(404, 'There is no such decision.')
  const isUndone = loadDecisions(reading, sha256).some(
    ({ id, ruling }) => ruling.kind === 'undo' && (ruling.decision === decision || id === decision),
  )
  return isUndone ? refuse(409, 'It is undone already.') : { sha256, ruling: { kind: 'undo', decision } }
}

function offersOf({ fact_id }: FigureRow, { reading }: DeskParts): Offer[] {
  return readRepairsOf(reading, fact_id).flatMap((repair) => {
    if (repair.decision !== 'auto' && repair.decision !== 'proposed') return []
    const { amount_before: before, amount_after: after, cost, margin } = repair
    const { fault } = z.object({ fault: z.string().default('') }).parse(JSON.parse(repair.evidence))
    return [{ before, after, fault, cost, margin }]
  })
}

/** Somebody else, or a later run, has changed what was looked at: both are told, and nothing is done. */
function conflict(asked: Asked, theirs: string | null): DecisionAnswer {
  const yours = 'entry' in asked ? asked.entry : asked.kind
  const message = theirs === null ? 'It is no longer there.' : 'It has changed since you looked at it.'
  return { status: 409, body: { message, yours, theirs } }
}

function refuse(status: DecisionAnswer['status'], message: string): DecisionAnswer {
  return { status, body: { message } }
}
