import { StopError } from '../../src/errors.js'
import { Workplace } from '../support/workplace.js'

/** A command in a process of its own, over documents that are their own truth: the place's folder, then its words. */
const [folder, ...words] = process.argv.slice(2)
const place = new Workplace(folder)
const { SETTLE = '0', LEAST_FREE = '0' } = process.env
place.settings = [`settle_seconds = ${SETTLE}`, `least_free_megabytes = ${LEAST_FREE}`]
try {
  const { code, out, err } = await place.avstam(words)
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = code
} catch (error) {
  if (!(error instanceof StopError)) throw error
  process.stderr.write(error.message)
  process.exitCode = error.code
}
