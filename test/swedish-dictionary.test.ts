import { describe, expect, it } from 'vitest'
import { openDictionary } from '../src/swedish-dictionary.js'

describe('the dictionary of Swedish', async () => {
  const isSwedish = await openDictionary()

  it.each(['avgifter', 'sammanträdesersättning', 'kyrkkaffe', 'konfliktfonden', 'lindesbergs'])('has %s', (word) => {
    expect(isSwedish(word)).toBe(true)
    expect(isSwedish(word)).toBe(true)
  })

  it.each(['avgilter', 'sammantrådesersättning', 'tillgångår', 'långtfristig', 'xqz'])('does not have %s', (word) => {
    expect(isSwedish(word)).toBe(false)
  })

  it('leaves no listener for errors behind', () => {
    expect(process.listeners('uncaughtException').filter((one) => String(one).includes('ExitStatus'))).toEqual([])
  })
})
