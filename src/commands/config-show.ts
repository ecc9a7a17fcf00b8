import { type ExitCode, exitCode } from '../errors.js'
import type { SettingsInForce } from './settings.js'
import type { Terminal } from './terminal.js'

/** Prints every setting, its value and where it comes from. */
export function configShow({ settings, origins }: SettingsInForce, json: boolean, terminal: Terminal): ExitCode {
  const rows = Object.entries(settings).map(([name, value]) => ({
    name,
    value,
    origin: origins[name as keyof typeof origins],
  }))
  if (json) terminal.out(`${JSON.stringify({ settings: rows }, null, 2)}\n`)
  else
    for (const { name, value, origin } of rows) {
      terminal.out(`${name.padEnd(18)} ${JSON.stringify(value).padEnd(24)} ${origin}\n`)
    }
  return exitCode.done
}
