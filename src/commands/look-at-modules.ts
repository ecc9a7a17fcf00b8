import { accessSync } from 'node:fs'
import { createRequire } from 'node:module'
import Sqlite from 'better-sqlite3'
import { type Finding, reinstall } from './finding.js'

const modules = ['better-sqlite3', 'sharp', '@napi-rs/canvas', 'tesseract.js', 'pdfjs-dist'] as const
/** What is loaded of a package that has no main part. */
const parts: Readonly<Record<string, string>> = { 'pdfjs-dist': 'pdfjs-dist/legacy/build/pdf.mjs' }

/** The version of Node.js that this runs on. */
export function lookAtNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const what = 'Node.js'
  const detail = process.versions.node
  if (major > 20 || (major === 20 && minor >= 20)) return { what, state: 'ok', detail }
  return { what, state: 'missing', detail, advice: 'Install Node.js 20.20 or later.' }
}

/** The packages that are compiled for one machine, or loaded by the process that reads: better missed before the first file. */
export function lookAtModules(): Promise<Finding[]> {
  return Promise.all(modules.map((name) => lookAtModule(name)))
}

/**
 * The same for a process that goes on to work. pdf.js is only looked for: it puts a `JSON.stringify` of its own in place,
 * which is slow and takes many times the memory.
 */
export function lookForModules(): Promise<Finding[]> {
  return Promise.all(modules.map((name) => (name === 'pdfjs-dist' ? lookForFile(name) : lookAtModule(name))))
}

/** Whether a package loads; one that does not stops every run. */
export async function lookAtModule(name: string): Promise<Finding> {
  try {
    const loaded: { default?: unknown } = await import(parts[name] ?? name)
    // its native part is loaded by the first database only
    if (loaded.default === Sqlite) new Sqlite(':memory:').close()
    return { what: name, state: 'ok', detail: 'loads' }
  } catch (error) {
    return missing(name, 'does not load', error)
  }
}

function lookForFile(name: string): Finding {
  try {
    accessSync(createRequire(import.meta.url).resolve(parts[name] ?? name))
    return { what: name, state: 'ok', detail: 'is there' }
  } catch (error) {
    return missing(name, 'is not there', error)
  }
}

function missing(what: string, how: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return { what, state: 'missing', detail: `${how} (${reason})`, advice: reinstall }
}
