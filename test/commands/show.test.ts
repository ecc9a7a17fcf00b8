import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuildStages } from '../../src/commands/build-stages.js'
import type { Page } from '../../src/model/page.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { smallReport, soundReport, unsoundReport } from '../support/small-report.js'
import { readReportsAsWritten, Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const pageOf = (number: number, look?: 'lines'): Page => {
  const page = { kind: 'picture', number, width: 100, height: 100, source: 'ocr', turned: 0, issues: [] } as const
  return { ...page, ...(look && { look }), readings: [{ reader: 'none', words: [] }] }
}
const unsound = JSON.stringify([unsoundReport()])
const shown = async (wanted: string) => (await place.avstam(['show', wanted])).out.replaceAll('\u2009', ' ')

describe('show', () => {
  it('prints a statement as an accountant expects it, and under it what does not add up', async () => {
    await place.avstam(['run', place.write('in/a.txt', unsound)])
    const text = await shown('a.txt')
    const statement = text.slice(text.indexOf('Income statement'), text.indexOf('\n\n  ≠'))
    expect(statement.split('\n')).toEqual([
      'Income statement: Resultaträkning, kr (page 1)',
      '                          2020-12-31    2019-12-31',
      'Intäkter                   1 234 567 !   1 100 000 ✓',
      'Kostnader                 −1 000 321 !  −1 200 456 ✓',
      '                          ────────────  ────────────',
      'Årets resultat               777 777 !    −100 456 ✓',
    ])
    expect(text).toContain('≠ Årets resultat 2020-12-31 (statement_sum): printed 777 777, found 234 246')
    expect(text).toContain('✓ verified   ~ repaired')
  })

  it('keeps to a hundred columns, however long the labels are', async () => {
    const long = 'Avsättning till fonden för yttre underhåll enligt stadgarna och stämmans beslut '.repeat(3).trim()
    const report = smallReport([
      [long, 'line', 1, 2],
      [`${long} igen`, 'line', 3, 4],
      ['Summa', 'total', 4, 6],
    ])
    await place.avstam(['run', place.write('in/a.txt', JSON.stringify([report]))])
    const text = await shown('a.txt')
    expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100)
    expect(text.replace(/\s+/g, ' ')).toContain(`${long} igen`)
  })

  it('finds a document by name, path, the beginning of its hash, or a name it also came under', async () => {
    place.write('in/a.txt', unsound)
    place.write('in/b.txt', unsound)
    place.write('in/c.txt', JSON.stringify([soundReport()]))
    await place.avstam(['run', place.at('in')])
    const text = await shown('a.txt')
    expect(await shown(place.at('in', 'a.txt'))).toBe(text)
    expect(await shown(sha256Of(unsound).slice(0, 8))).toBe(text)
    const duplicate = await shown('b.txt')
    expect(duplicate).toContain('b.txt\nduplicate (same bytes as a.txt)')
    expect(duplicate.split('\n').slice(2)).toEqual(text.split('\n').slice(2))
  })

  it('says which documents a name could be, and when it is none', async () => {
    await place.avstam([
      'run',
      place.write('one/a.txt', unsound),
      place.write('two/a.txt', JSON.stringify([soundReport()])),
    ])
    await expect(place.avstam(['show', 'a.txt'])).rejects.toThrow(/several documents: a\.txt [0-9a-f]{16}, a\.txt/)
    await expect(place.avstam(['show', 'b.txt'])).rejects.toMatchObject({ code: 2 })
  })

  it('names the pages of which only headings and figures were read', async () => {
    const stages: BuildStages = async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      readPages: async (): Promise<Page[]> => [pageOf(1, 'lines'), pageOf(2), pageOf(3, 'lines')],
      parseReports: () => [unsoundReport()],
    })
    await place.avstam(['run', place.write('in/a.txt', 'whatever')], new AbortController().signal, stages)
    expect(await shown('a.txt')).toContain('Pages 1, 3: running text, read at its headings and figures.')
    expect(JSON.parse((await place.avstam(['show', 'a.txt', '--json'])).out).pages_read_in_part).toEqual([1, 3])
  })

  it('gives the same as data', async () => {
    await place.avstam(['run', place.write('in/a.txt', unsound)])
    const data = JSON.parse((await place.avstam(['show', 'a.txt', '--json'])).out)
    expect(data.document.document).toBe('a.txt')
    expect(data.reports[0].facts).toHaveLength(6)
    expect(data.reports[0].checks.map(({ verdict }: { verdict: string }) => verdict)).toContain('mismatch')
  })
})
