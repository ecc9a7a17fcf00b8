import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Lets `npx avstam` find the command inside the project's own folder, as it would in one that depends on it. */
const folder = new URL('../node_modules/.bin/', import.meta.url)
const link = fileURLToPath(new URL('avstam', folder))

if (process.platform !== 'win32' && existsSync(new URL('..', folder))) {
  mkdirSync(folder, { recursive: true })
  rmSync(link, { force: true })
  symlinkSync('../../dist/cli.js', link)
}
