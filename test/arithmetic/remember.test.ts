import { describe, expect, it } from 'vitest'
import { remember } from '../../src/arithmetic/remember.js'

const countingWork = () => {
  const asked: string[] = []
  const work = (text: string): string => {
    asked.push(text)
    return text.toUpperCase()
  }
  return { asked, work }
}

describe('remember', () => {
  it('works out what it is asked for again but once', () => {
    const { asked, work } = countingWork()
    const known = remember(work)
    expect(['intäkter', '', 'intäkter', ''].map(known)).toEqual(['INTÄKTER', '', 'INTÄKTER', ''])
    expect(asked).toEqual(['intäkter', ''])
  })

  it('keeps no more answers than it may', () => {
    const { asked, work } = countingWork()
    const known = remember(work, 2)
    for (const text of ['a', 'b', 'c', 'c', 'a']) expect(known(text)).toBe(text.toUpperCase())
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
})
