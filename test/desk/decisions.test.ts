import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase, openForReading } from '../../src/store/open-database.js'
import { readDoubts, readFiguresOn, readReportsOf, versionOf, versionOfReport } from '../../src/store/read-desk.js'
import { readDocuments } from '../../src/store/read-views.js'
import { takeLease } from '../../src/store/run-lease.js'
import { type OpenDesk, openDesk } from '../support/open-desk.js'
import { type SmallRow, smallReport, soundReport, unsoundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
let desk: OpenDesk

beforeEach(async () => {
  place = new Workplace()
  place.write('papers/unsound.txt', JSON.stringify([unsoundReport()]))
  place.write('papers/sound.txt', JSON.stringify([soundReport({ organisation: 'Bolaget Ett' })]))
  await place.avstam(['run', place.at('papers')])
  desk = await openDesk(place)
})
afterEach(() => {
  desk.close()
  place.remove()
})

/** The document with the misprint, and its report as it is now. */
function unsound() {
  const database = openForReading(place.at('db.sqlite'))
  const { sha256 } = readDocuments(database).find(({ document }) => document === 'unsound.txt')!
  const report = readReportsOf(database, sha256!)[0]!
  const figures = readFiguresOn(database, [report.report_id], 1)
  const waiting = readDoubts(database, 9).length
  database.close()
  return { report, figures, waiting }
}

/** The figure of a row in the later year, as the desk has it now. */
function figureOf(label: string) {
  const { figures, waiting } = unsound()
  const figure = figures.find((one) => one.label === label)!
  return { ...figure, version: versionOf(figure), waiting }
}

const about = (label: string) => {
  const { fact_id, version } = figureOf(label)
  return { figure: fact_id, version }
}

describe('a decision', () => {
  test('settles what it touches at once, and stays through check and run', async () => {
    expect(figureOf('Årets resultat')).toMatchObject({ status: 'suspect', amount: 777_777 })
    const began = performance.now()
    const { status } = await desk.decide({ kind: 'correct', ...about('Årets resultat'), entry: '234 246' })
    expect([status, performance.now() - began < 1000]).toEqual([201, true])
    const settled = { status: 'reviewed', amount: 234_246, raw_text: '777777', waiting: 0 }
    expect(figureOf('Årets resultat')).toMatchObject(settled)
    expect(figureOf('Kostnader').status).toBe('verified')
    for (const words of [['check'], ['run', place.at('papers')], ['check', '--year', '2020']]) {
      expect((await place.avstam(words)).code).toBe(0)
      expect(figureOf('Årets resultat')).toMatchObject(settled)
    }
  })

  test('is undone as if it had never been made, but for the log', async () => {
    const before = figureOf('Årets resultat')
    const { body } = await desk.decide({ kind: 'correct', ...about('Årets resultat'), entry: '(5)' })
    expect(figureOf('Årets resultat').amount).toBe(-5)
    expect(await desk.decide({ kind: 'undo', decision: body.decision })).toMatchObject({ status: 201 })
    expect(figureOf('Årets resultat')).toEqual(before)
    expect(await desk.decide({ kind: 'undo', decision: body.decision })).toMatchObject({ status: 409 })
    expect(await (await desk.ask('/decisions')).text()).toContain('undid a decision')
  })

  test('printed so leaves the amount, the check broken, and nothing that waits', async () => {
    await desk.decide({ kind: 'printed_so', ...about('Årets resultat') })
    expect(figureOf('Årets resultat')).toMatchObject({ status: 'reviewed', amount: 777_777, waiting: 0 })
    const { out } = await place.avstam(['show', 'unsound.txt'])
    expect(out.replace(/\s+/g, ' ')).toContain('A person found Årets resultat printed so')
  })

  test('F69: of two tabs the second is told both values, and changes nothing', async () => {
    const [first, second] = [about('Årets resultat'), about('Årets resultat')]
    await desk.decide({ kind: 'correct', ...first, entry: '234 246' })
    const told = await desk.decide({ kind: 'correct', ...second, entry: '234 999' })
    expect(told).toMatchObject({ status: 409, body: { yours: '234 999', theirs: '234\u2009246' } })
    expect(figureOf('Årets resultat').amount).toBe(234_246)
  })

  test('F69: a figure that a later run no longer finds is not decided upon', async () => {
    const told = await desk.decide({ kind: 'accept', figure: '0123456789abcdef', version: 'x' })
    expect(told).toMatchObject({ status: 409, body: { theirs: null } })
  })

  test('waits while a run holds the database, and is not made', async () => {
    const asked = { kind: 'accept', ...about('Årets resultat') }
    const other = openDatabase(place.at('db.sqlite'))
    const release = takeLease(other)
    try {
      expect(await desk.decide(asked)).toMatchObject({
        status: 503,
        body: { message: expect.stringContaining('holds') },
      })
    } finally {
      release()
      closeDatabase(other)
    }
    expect(figureOf('Årets resultat').status).toBe('suspect')
  })

  test('that is none is refused, with a sentence', async () => {
    const refused = [
      [{ kind: 'correct', entry: 'twelve' }, 'is no amount'],
      [{ kind: 'relabel', label: '' }, 'Expected a decision'],
      [{ kind: 'rerole', role: 'king' }, 'Expected a decision'],
      [{ kind: 'move_column', column: 17 }, 'no such column'],
      [{ kind: 'set_period', periodStart: '', periodEnd: '2020' }, 'Expected a decision'],
    ] as const
    const figure = about('Årets resultat')
    for (const [asked, message] of refused) {
      const told = await desk.decide({ ...asked, ...figure })
      expect(told).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } })
    }
  })
})

test('the row’s words and role, the column, the organisation and the year can be set', async () => {
  await desk.decide({ kind: 'relabel', ...about('Kostnader'), label: 'Verksamhetens kostnader' })
  expect(figureOf('Verksamhetens kostnader').label_raw).toBe('Kostnader')
  await desk.decide({ kind: 'rerole', ...about('Årets resultat'), role: 'line' })
  expect(figureOf('Årets resultat')).toMatchObject({ role: 'line', waiting: 0 })
  await desk.decide({ kind: 'move_column', ...about('Intäkter'), column: 2 })
  expect(figureOf('Intäkter').amount).toBe(1_100_000)
  await desk.decide({ kind: 'move_column', ...about('Årets resultat'), column: 2, whole: 'yes' })
  expect(figureOf('Intäkter').amount).toBe(1_234_567)
  expect(figureOf('Årets resultat').amount).not.toBe(777_777)
  const columnDate = { kind: 'set_column', periodEnd: '2016-12-31', scenario: 'budget' }
  const told = await desk.decide({ ...columnDate, ...about('Intäkter') })
  expect(told.status).toBe(201)
  expect(figureOf('Årets resultat')).toMatchObject({ period_end: '2016-12-31', scenario: 'budget' })
  const report = () => ({ report: unsound().report.report_id, version: versionOfReport(unsound().report) })
  const organisation = { kind: 'set_organisation', organisation: 'Förbundet Å', orgNumber: '' }
  expect(await desk.decide({ ...organisation, ...report() })).toMatchObject({ status: 201 })
  expect(unsound().report).toMatchObject({ organisation: 'Förbundet Å' })
  const period = { kind: 'set_period', periodStart: '2018-01-01', periodEnd: '2018-12-31' }
  expect(await desk.decide({ ...period, ...report() })).toMatchObject({ status: 201 })
  expect(unsound().report).toMatchObject({ organisation: 'Förbundet Å', period_end: '2018-12-31' })
  await place.avstam(['check'])
  expect(figureOf('Verksamhetens kostnader')).toMatchObject({ report_period_end: '2018-12-31' })
})

describe('a figure that was missed', () => {
  const gap = () => {
    const database = openForReading(place.at('db.sqlite'))
    const { sha256 } = readDocuments(database).find(({ document }) => document === 'gap.txt')!
    const figures = readFiguresOn(database, [readReportsOf(database, sha256!)[0]!.report_id], 1)
    database.close()
    return { sha256: sha256!, figures }
  }
  /** The empty cell as its page offers it. */
  async function emptyCell() {
    const { sha256 } = gap()
    const page = await (await desk.ask(`/documents/${sha256}?page=1`)).text()
    const [, figure] = /class="missed" href="[^"]*fact=([0-9a-f]{16})"/.exec(page)!
    const panel = await (await desk.ask(`/documents/${sha256}?page=1&fact=${figure}`)).text()
    const [, version] = /data-chosen="[0-9a-f]{16}" data-version="([0-9a-f]{12})" data-missed/.exec(panel)!
    return { document: sha256, figure: figure!, version: version! }
  }

  beforeEach(async () => {
    const rows: SmallRow[] = [
      ['Hyra', 'line', 100, null],
      ['Lön', 'line', 50, 45],
      ['Summa', 'total', 150, 135],
    ]
    place.write('gap.txt', JSON.stringify([smallReport(rows, { organisation: 'Bolaget Lucka' })]))
    await place.avstam(['run', place.at('gap.txt')])
  })

  test('is added in its empty cell, stays through check, and is replayed elsewhere', async () => {
    const asked = { kind: 'correct', ...(await emptyCell()) }
    expect((await desk.decide({ ...asked, entry: 'nothing' })).status).toBe(400)
    expect((await desk.decide({ ...asked, entry: '90' })).status).toBe(201)
    const added = { fact_id: asked.figure, amount: 90, raw_text: '', status: 'reviewed', confidence: 0 }
    const own = () => gap().figures.find(({ fact_id }) => fact_id === asked.figure)
    expect(own()).toMatchObject(added)
    expect(gap().figures.filter(({ status }) => status === 'verified').length).toBeGreaterThan(1)
    await place.avstam(['check'])
    expect(own()).toMatchObject(added)
    const file = place.at('decisions.jsonl')
    await place.avstam(['review', '--export-decisions', file])
    const other = new Workplace()
    try {
      await other.avstam(['run', place.at('papers'), place.at('gap.txt')])
      await other.avstam(['review', '--replay-decisions', file])
      expect(viewRows(other.at('db.sqlite')).facts).toEqual(viewRows(place.at('db.sqlite')).facts)
    } finally {
      other.remove()
    }
    expect(await (await desk.ask('/decisions')).text()).toContain('which was missed')
  })

  test('is corrected and taken away as any other, but not moved', async () => {
    await desk.decide({ kind: 'correct', ...(await emptyCell()), entry: '80' })
    const added = () => gap().figures.find(({ raw_text }) => raw_text === '')
    const named = () => ({ figure: added()!.fact_id, version: versionOf(added()!) })
    const { body } = await desk.decide({ kind: 'correct', ...named(), entry: '90' })
    expect(added()).toMatchObject({ amount: 90 })
    expect((await desk.decide({ kind: 'move_column', ...named(), column: 1 })).status).toBe(400)
    await desk.decide({ kind: 'undo', decision: body.decision })
    expect(added()).toMatchObject({ amount: 80 })
  })

  test('F69: of two tabs the second is told what the first entered', async () => {
    const asked = { kind: 'correct', ...(await emptyCell()) }
    await desk.decide({ ...asked, entry: '90' })
    expect(await desk.decide({ ...asked, entry: '91' })).toMatchObject({ status: 409, body: { theirs: '90' } })
  })
})

test('settling around a decision leaves what settling everything anew gives', async () => {
  await desk.decide({ kind: 'correct', ...about('Årets resultat'), entry: '234 246' })
  await desk.decide({ kind: 'relabel', ...about('Kostnader'), label: 'Verksamhetens kostnader' })
  const { body } = await desk.decide({ kind: 'correct', ...about('Intäkter'), entry: '5' })
  await desk.decide({ kind: 'undo', decision: body.decision })
  const before = viewRows(place.at('db.sqlite'))
  await place.avstam(['check'])
  expect(viewRows(place.at('db.sqlite'))).toEqual(before)
})

test('the log is exported, replayed over the same documents elsewhere, and gives the same figures', async () => {
  await desk.decide({ kind: 'correct', ...about('Årets resultat'), entry: '234 246' })
  await desk.decide({ kind: 'accept', ...about('Intäkter') })
  const file = place.at('decisions.jsonl')
  await place.avstam(['review', '--export-decisions', file])
  const other = new Workplace()
  try {
    await other.avstam(['run', place.at('papers')])
    const told = await other.avstam(['review', '--replay-decisions', file])
    expect(told.err).toBe('2 decisions read, 2 of them new.\n')
    expect((await other.avstam(['review', '--replay-decisions', file])).err).toContain('0 of them new')
    const [here, there] = [place, other].map((one) => viewRows(one.at('db.sqlite')))
    expect(there).toEqual(here)
    expect(here!.repairs).toMatchObject([{ amount_before: 777_777, amount_after: 234_246, decision: 'accepted' }])
    const forged = (await place.avstam(['review', '--export-decisions', '-'])).out.replace('234246', '999999')
    await expect(other.avstam(['review', '--replay-decisions', other.write('forged.jsonl', forged)])).rejects.toThrow(
      'line 1',
    )
  } finally {
    other.remove()
  }
})

test('the log is only ever added to', async () => {
  await desk.decide({ kind: 'accept', ...about('Intäkter') })
  const database = openDatabase(place.at('db.sqlite'))
  expect(() => database.exec("update decision set at = ''")).toThrow('never changed')
  expect(() => database.exec('delete from decision')).toThrow('never removed')
  closeDatabase(database)
})
