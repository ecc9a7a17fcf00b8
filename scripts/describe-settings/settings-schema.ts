import { z } from 'zod'
import { defaultSettings, Settings } from '../../src/commands/settings.js'

/** The JSON Schema of `avstam.toml`, for editors that know such schemas; as text, with a line break at its end. */
export function settingsSchema(): string {
  const schema = z.toJSONSchema(Settings.partial())
  const { jobs: _, ...defaults } = defaultSettings()
  for (const [name, value] of Object.entries(defaults))
    Object.assign(schema.properties?.[name] ?? {}, { default: value })
  const title = 'Settings of avstam, as they may stand in avstam.toml'
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`
}
