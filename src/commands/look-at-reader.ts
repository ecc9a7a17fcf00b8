import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { findLanguageData } from '../ocr/tesseract-js-reader.js'
import { sha256Of } from '../store/identifiers.js'
import type { Settings } from './settings.js'

/** One thing that was looked at. `missing` stops every run, `warning` does not. */
export interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warning' | 'missing' | 'damaged'
  readonly detail: string
}

const languages = ['swe', 'eng'] as const

/** The language data of tesseract.js, the reader that is installed with the program. */
export function lookAtLanguages(engine: Settings['engine']): Finding[] {
  return languages.map((language) => lookAtLanguage(language, engine))
}

function lookAtLanguage(language: (typeof languages)[number], engine: Settings['engine']): Finding {
  const what = `language ${language}`
  const state = engine === 'js' ? 'missing' : 'warning'
  try {
    const data = readFileSync(join(findLanguageData(language), `${language}.traineddata.gz`))
    // the engine says nothing of data that is cut short, and reads no letter with it
    if (gunzipSync(data).length === 0) return { what, state, detail: 'its data is empty: run `npm ci` again' }
    return { what, state: 'ok', detail: `sha256 ${sha256Of(data).slice(0, 16)}` }
  } catch (error) {
    return { what, state, detail: `${error instanceof Error ? error.message : String(error)}: run \`npm ci\` again` }
  }
}

/** The tesseract of the machine, with languages of its own. */
export function lookAtTesseract(engine: Settings['engine']): Finding {
  const what = 'native tesseract'
  const needed = engine === 'native'
  const version = spawnSync('tesseract', ['--version'], { encoding: 'utf8' })
  if (version.error !== undefined || version.status !== 0) {
    return { what, state: needed ? 'missing' : 'ok', detail: `not installed${needed ? '' : ', and not needed'}` }
  }
  const listed = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout.split('\n')
  const absent = languages.filter((language) => !listed.includes(language))
  const detail = `${version.stdout.split('\n')[0]}${absent.length === 0 ? ', with its languages' : `, without ${absent.join(' and ')}`}`
  return { what, state: needed && absent.length > 0 ? 'missing' : 'ok', detail }
}
