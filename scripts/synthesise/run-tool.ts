import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a program on a TIFF: in its arguments `{in}` is the TIFF's path, `{out}` the path of what it is to write. */
export async function throughTool(
  tiff: Buffer,
  command: string,
  args: readonly string[],
  ending: string,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'avstam-encode-'))
  try {
    const [source, target] = [join(folder, 'in.tif'), join(folder, `out.${ending}`)]
    await writeFile(source, tiff)
    await run(
      command,
      args.map((argument) => argument.replace('{in}', source).replace('{out}', target)),
    )
    return await readFile(target)
  } finally {
    await rm(folder, { recursive: true })
  }
}
