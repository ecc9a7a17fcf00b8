import { defineConfig } from 'vitest/config'

const slow = 'test/**/*.slow.test.ts'

/** `npm test` runs the fast ones; `npm run test:all` adds those that read pictures, named `*.slow.test.ts`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [slow],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'slow', include: [slow], testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false } },
    ],
  },
})
