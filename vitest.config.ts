import { defineConfig } from 'vitest/config'

const slow = 'test/**/*.slow.test.ts'
const faults = 'test/**/*.faults.test.ts'
const oneAfterAnother = { testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false }

/**
 * `npm test` runs the fast ones; `npm run test:all` adds those that read pictures, named `*.slow.test.ts`;
 * `npm run test:faults` runs the long ones that kill, fill and exhaust, named `*.faults.test.ts`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [slow, faults],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'slow', include: [slow], ...oneAfterAnother } },
      { test: { name: 'faults', include: [faults], ...oneAfterAnother } },
    ],
  },
})
