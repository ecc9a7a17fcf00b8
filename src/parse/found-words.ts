import { isUnread } from '../model/in-box.js'
import type { PicturePage, SecondLook, Word } from '../model/page.js'
import { readAmount } from './amount.js'

/** Of the further looks at a place so many must give the same figure to be heard. */
const MOST = 3
/** A smaller figure where nothing was read may be a stroke of a pen. */
const LEAST_FOUND = 100
// "8-143", "1.879": a speck or a narrow space between thousands
const BETWEEN_THOUSANDS = /(?<=\d)[-–—.](?=\d{3}(?:\D|$))/g

/** Whether a further look was taken where nothing was read when the page was read whole. */
export function isFound({ box }: SecondLook, page: PicturePage): boolean {
  return isUnread(box, page.readings[0]?.words ?? [])
}

/** The whole figure that a further look gives, and nothing else; null where it gives none. */
export function figureOfLook(text: string): number | null {
  const read = readAmount(text.replace(BETWEEN_THOUSANDS, ''))
  return read && read.decimals === 0 && /\d/.test(text) ? read.value : null
}

/** The figure that nearly all ways of one look give, as one of them has it; undefined where it may be a stroke of a pen. */
export function agreedFigure({ said }: SecondLook): { value: number; raw: string; confidence: number } | undefined {
  const values = said.map(({ text }) => figureOfLook(text))
  const value = values.find((one) => values.filter((other) => other === one).length >= MOST) ?? null
  if (value === null || Math.abs(value) < LEAST_FOUND) return undefined
  const confidence = values.filter((one) => one === value).length / values.length
  return { value, raw: said[values.indexOf(value)]!.text, confidence }
}

/** The figures that further looks found on a page where nothing was read. */
export function foundWords(page: PicturePage): Word[] {
  return (page.again ?? []).flatMap((look): Word[] => {
    const figure = isFound(look, page) ? agreedFigure(look) : undefined
    if (!figure) return []
    const { value, raw, confidence } = figure
    return [{ text: String(value), raw, box: look.box, confidence, alternatives: [] }]
  })
}
