import { describe, expect, it } from 'vitest'
import { createPace, createProgress } from '../../src/commands/progress.js'
import type { Taken } from '../../src/pipeline.js'

const taken: Taken = { path: 'in/a\u001b[2J.pdf', content: 'a', state: 'done', reason: null, pages: 3, known: false }

/** What is printed when a document of three pages is read. */
function printed(interactive: boolean, log: 'text' | 'json' = 'text', quiet = false): string[] {
  const lines: string[] = []
  const progress = createProgress({ out: () => {}, err: (text) => lines.push(text), interactive }, quiet, log)
  progress.page('a.pdf', 1, 3)
  progress.page('a.pdf', 2, 3)
  progress.document(taken, 1, 2)
  progress.document({ ...taken, state: 'failed', reason: 'timeout' }, 2, 2)
  progress.note('Something else')
  return lines
}

describe('createProgress', () => {
  it('writes a line over where somebody looks on, with the pace', () => {
    const [first, second, third] = printed(true)
    expect(first).toBe('\r\u001b[Ka.pdf: page 1 of 3')
    expect(second).toMatch(/Ka\.pdf: page 2 of 3, \d+ pages a minute, \d+ s left$/)
    expect(third).toBe('\r\u001b[K[1/2] a�[2J.pdf: done\n')
  })

  it('keeps a line within the terminal as it is now, since a longer one could not be written over', () => {
    const lines: string[] = []
    let columns: number | undefined
    const terminal = { out: () => {}, err: (text: string) => lines.push(text), interactive: true }
    const progress = createProgress(Object.defineProperty(terminal, 'columns', { get: () => columns }), false)
    for (columns of [undefined, 79, 40, 12, 0]) {
      lines.length = 0
      for (const done of [1998, 1999, 2000]) progress.page(`${'å'.repeat(60)}.pdf`, done, 2000)
      const widths = lines.map((line) => line.replace('\r\u001b[K', '').length)
      expect(Math.max(...widths), `${columns} columns`).toBeLessThan(columns || 80)
    }
  })

  it('writes a line a document elsewhere', () => {
    expect(printed(false)).toEqual([
      '[1/2] a�[2J.pdf: done\n',
      '[2/2] a�[2J.pdf: failed (timeout)\n',
      'Something else\n',
    ])
  })

  it('writes a JSON object a line where logs are gathered, with nothing of the machine in it', () => {
    const events = printed(true, 'json').map((line) => {
      expect(line.endsWith('\n')).toBe(true)
      const { time, ...event } = JSON.parse(line)
      expect(new Date(time).toISOString()).toBe(time)
      return event
    })
    expect(events).toEqual([
      { level: 'info', event: 'page', document: 'a.pdf', done: 1, total: 3 },
      { level: 'info', event: 'page', document: 'a.pdf', done: 2, total: 3 },
      {
        ...{ level: 'info', event: 'document', document: 'a\u001b[2J.pdf', content: 'a', state: 'done' },
        ...{ reason: null, pages: 3, known: false, place: 1, total: 2 },
      },
      expect.objectContaining({ level: 'warn', event: 'document', state: 'failed', reason: 'timeout' }),
      { level: 'info', event: 'note', message: 'Something else' },
    ])
  })

  it('is quiet where it is told to be', () => {
    expect(printed(true, 'json', true)).toEqual([])
  })
})

describe('createPace', () => {
  it('tells pages a minute and the time left from what was read in this run, document by document', () => {
    let clock = 0
    const pace = createPace(() => clock)
    // twenty pages were kept from an earlier run
    expect(pace('a.pdf', 21, 60)).toBe('')
    clock += 5000
    expect(pace('b.pdf', 1, 4)).toBe('')
    clock += 5000
    expect(pace('a.pdf', 22, 60)).toBe(', 6.0 pages a minute, 7 min left')
    expect(pace('b.pdf', 3, 4)).toBe(', 24 pages a minute, 3 s left')
    clock += 50_000
    expect(pace('a.pdf', 50, 60)).toBe(', 29 pages a minute, 21 s left')
  })

  it('begins anew with a document of the same name', () => {
    let clock = 0
    const pace = createPace(() => clock)
    pace('a.pdf', 1, 2)
    clock += 1000
    expect(pace('a.pdf', 2, 2)).toBe(', 60 pages a minute, 0 s left')
    clock += 100_000
    expect(pace('a.pdf', 1, 2)).toBe('')
  })
})
