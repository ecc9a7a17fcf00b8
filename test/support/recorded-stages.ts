import { parse } from 'node:path'
import { goldenFixtures } from '../../scripts/golden/golden-fixtures.js'
import { type BuildStages, buildStages } from '../../src/commands/build-stages.js'

/** The real stages, but for pictures of `fixtures/scans`: those are taken as they were read when they were recorded. */
export const recordedStages: BuildStages = async (...surroundings) => {
  const stages = await buildStages(...surroundings)
  return {
    ...stages,
    readPages: async (document, ...rest) => {
      const recorded = goldenFixtures().find(({ name }) => name === parse(document.name).name)
      return recorded?.pages() ?? stages.readPages(document, ...rest)
    },
    readAgain: async () => [],
  }
}
