import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLanguageData } from '../ocr/tesseract-js-reader.js'
import { sha256Of } from '../store/identifiers.js'
import { type Finding, reinstall } from './finding.js'
import type { Settings } from './settings.js'

/** The data that the program was measured with, by its SHA-256: another reads otherwise, a torn one reads no letter. */
const languageData = {
  swe: 'b60d9fea7e570d11d6fdf26c8d0ef1d63b49222313773ce66777ed08fa20dc5a',
  eng: '45b4cb346724ac1774f1c36f42f182b887bcdb28ebe63e6fff90ac41f3fcff91',
} as const
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
    const hash = sha256Of(data)
    const detail = `sha256 ${hash.slice(0, 16)}`
    if (hash === languageData[language]) return { what, state: 'ok', detail }
    return { what, state, detail: `its data is damaged or another one (${detail})`, advice: reinstall }
  } catch (error) {
    return { what, state, detail: error instanceof Error ? error.message : String(error), advice: reinstall }
  }
}

/** The tesseract of the machine, with languages of its own. */
export function lookAtTesseract(engine: Settings['engine']): Finding {
  const what = 'native tesseract'
  const needed = engine === 'native'
  const version = spawnSync('tesseract', ['--version'], { encoding: 'utf8' })
  if (version.error !== undefined || version.status !== 0) {
    if (!needed) return { what, state: 'ok', detail: 'not installed, and not needed' }
    const advice = 'Install tesseract with its languages swe and eng, or set engine = "js".'
    return { what, state: 'missing', detail: 'not installed', advice }
  }
  const listed = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout.split('\n')
  const absent = languages.filter((language) => !listed.includes(language))
  const detail = `${version.stdout.split('\n')[0]}${absent.length === 0 ? ', with its languages' : `, without ${absent.join(' and ')}`}`
  if (!needed || absent.length === 0) return { what, state: 'ok', detail }
  return {
    what,
    state: 'missing',
    detail,
    advice: `Install its languages ${absent.join(' and ')}, or set engine = "js".`,
  }
}
