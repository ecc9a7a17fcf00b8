import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const desk = fileURLToPath(new URL('../../src/desk', import.meta.url))

/** Writes the desk's script and stylesheet into a folder, each as one file. */
export async function buildDesk(folder: string): Promise<void> {
  await build({
    entryPoints: { desk: `${desk}/client/desk.ts`, style: `${desk}/style.css` },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  })
}
