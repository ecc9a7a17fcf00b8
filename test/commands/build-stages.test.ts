import { expect, it } from 'vitest'
import { buildStages } from '../../src/commands/build-stages.js'
import { createProgress } from '../../src/commands/progress.js'
import { defaultSettings } from '../../src/commands/settings.js'
import { openDatabase } from '../../src/store/open-database.js'
import { Workplace } from '../support/workplace.js'

it('stages are built without pdf.js, whose own JSON.stringify would make a long document slow and large', async () => {
  const before = JSON.stringify
  const place = new Workplace()
  const database = openDatabase(place.at('db.sqlite'))
  const progress = createProgress({ out: () => {}, err: () => {}, interactive: false }, true)
  const stages = await buildStages(defaultSettings(), database, progress, new AbortController().signal)
  stages.close()
  database.close()
  place.remove()
  expect(JSON.stringify).toBe(before)
})
