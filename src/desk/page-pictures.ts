import { findPage } from '../store/read-desk.js'
import type { DeskParts } from './desk-parts.js'

const mostKeptBytes = 96_000_000

/** Gives pictures of pages, of which the latest are kept in memory; undefined where there is no such page or original. */
export function createPagePictures({ reading, originalOf, drawPage }: DeskParts) {
  const kept = new Map<string, Promise<Uint8Array>>()
  let keptBytes = 0
  const keep = async (key: string, drawing: Promise<Uint8Array>) => {
    kept.set(key, drawing)
    try {
      keptBytes += (await drawing).length
    } catch {
      kept.delete(key)
    }
    for (const [oldest, picture] of kept) {
      if (keptBytes <= mostKeptBytes || oldest === key) break
      kept.delete(oldest)
      keptBytes -= (await picture).length
    }
  }
  return async (sha256: string, number: number): Promise<Uint8Array | undefined> => {
    const key = `${sha256} ${number}`
    const known = kept.get(key)
    if (known !== undefined) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const page = findPage(reading, sha256, number)
    const original = page?.kind === 'picture' ? originalOf(sha256) : undefined
    if (page?.kind !== 'picture' || original === undefined) return undefined
    const drawing = drawPage(original, { number, turned: page.turned, level: page.source === 'ocr' })
    void keep(key, drawing)
    return drawing
  }
}
