import { type ExitCode, exitCode } from '../errors.js'
import type { SettingsInForce } from './load-settings.js'
import { Settings } from './settings.js'
import { printable, type Terminal } from './terminal.js'

/** Prints every setting, its value and where it comes from; as data with its meaning too. */
export function configShow({ settings, origins }: SettingsInForce, json: boolean, terminal: Terminal): ExitCode {
  const rows = Settings.keyof().options.map((name) => ({
    name,
    value: settings[name],
    origin: origins[name],
    meaning: Settings.shape[name].description,
  }))
  if (json) terminal.out(`${JSON.stringify({ settings: rows }, null, 2)}\n`)
  else
    for (const { name, value, origin } of rows) {
      terminal.out(`${name.padEnd(18)} ${JSON.stringify(value).padEnd(24)} ${printable(origin)}\n`)
    }
  return exitCode.done
}
