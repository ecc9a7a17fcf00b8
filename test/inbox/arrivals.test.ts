import { appendFileSync, rmSync, truncateSync, utimesSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchArrivals } from '../../src/inbox/arrivals.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const wholePdf = '%PDF-1.4\n…\n%%EOF\n'
const quiet = 5

describe('watchArrivals', () => {
  it('takes a file for arrived once it was left alone for as long as is asked (F1)', () => {
    const file = place.write('a.txt', 'one')
    const arrivals = watchArrivals(quiet)
    const now = Date.now()
    expect(arrivals.sort([file], 0, now).arriving).toEqual([file])
    appendFileSync(file, ' two')
    expect(arrivals.sort([file], 4900, now + 4900).arriving).toEqual([file])
    expect(arrivals.sort([file], 9800, now + 9800).arriving).toEqual([file])
    expect(arrivals.sort([file], 10_000, now + 10_000).arrived).toEqual([file])
  })

  it('takes a file that was written long ago for arrived at first sight', () => {
    const file = place.write('a.txt', 'one')
    expect(watchArrivals(quiet).sort([file], 0, Date.now() + 6000).arrived).toEqual([file])
  })

  it('waits longer for a file whose end is missing, whose size was set before its bytes came (F2)', () => {
    const file = place.write('a.pdf', '%PDF-1.4\n')
    truncateSync(file, 5000)
    const arrivals = watchArrivals(quiet)
    const now = Date.now()
    arrivals.sort([file], 0, now)
    expect(arrivals.sort([file], 30_000, now + 30_000).arriving).toEqual([file])
    place.write('a.pdf', wholePdf)
    arrivals.sort([file], 31_000, now + 31_000)
    expect(arrivals.sort([file], 36_000, now + 36_000).arrived).toEqual([file])
  })

  it('takes a file that never gets its end in the end: its writer is dead (F3)', () => {
    const file = place.write('a.pdf', '%PDF-1.4\n')
    const arrivals = watchArrivals(quiet)
    const now = Date.now()
    arrivals.sort([file], 0, now)
    expect(arrivals.sort([file], 61_000, now + 61_000).arrived).toEqual([file])
  })

  it('is not kept waiting by a time to come, or by a clock that jumps back (F17)', () => {
    const file = place.write('a.txt', 'one')
    utimesSync(file, new Date('2050-01-01'), new Date('2050-01-01'))
    const arrivals = watchArrivals(quiet)
    const now = Date.now()
    expect(arrivals.sort([file], 0, now).arriving).toEqual([file])
    expect(arrivals.sort([file], 5000, now - 86_400_000).arrived).toEqual([file])
  })

  it('forgets a file that went away (F11)', () => {
    const file = place.write('a.txt', 'one')
    const arrivals = watchArrivals(quiet)
    arrivals.sort([file], 0)
    rmSync(file)
    expect(arrivals.sort([file], 1000)).toEqual({ arrived: [], arriving: [] })
  })
})
