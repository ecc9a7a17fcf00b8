import type { PicturePage } from '../model/page.js'

/** A page of which nothing is known but why. */
export function failedPage(number: number, issue: string): PicturePage {
  const readings = [{ reader: 'none', words: [] }]
  return { kind: 'picture', number, width: 0, height: 0, source: 'ocr', readings, turned: 0, issues: [issue] }
}
