import { writeFileSync } from 'node:fs'
import { settingsSchema } from './describe-settings/settings-schema.js'

writeFileSync(new URL('../docs/configuration.schema.json', import.meta.url), settingsSchema())
