import type { Page, PicturePage, SecondLook, Word } from '../model/page.js'

// "506:-", "1 523:-"
const KRONA_MARK = /\d:[-–—]+$/
/** Of so many figures a mark for whole kronor is the page's habit, if no more end with a dash alone. */
const FEWEST_MARKED = 3
// "506-": what a look that knows no colon makes of "506:-"
const DASH_BEHIND = /(?<=\d)[-–—]+$/
// "506-", "506.-", "506;-", "506:": what wear leaves of the mark
const WORN_MARK = /^(?<figure>[-–—(]?\d[\d.,:]*?)(?:[.,:;]?[-–—]+|[:;])$/
// "2013-": the year of a date that was torn
const YEAR = /^(?:19|20)\d\d[-–—]$/
const DASH = /^[-–—]$/
/** A dash this many heights behind a figure, and twice as far before the next, is of its mark. */
const NEAR = 0.8

/**
 * The page whose figures end with a mark for whole kronor without what its readings made of worn ones, and without what
 * further looks saw of any: that is no minus.
 */
export function withoutKronaMarks(page: Page): Page {
  if (page.kind === 'plain' || !hasMarks(page)) return page
  const unmarked = page.readings.map((reading) => ({
    ...reading,
    words: joinDashes(reading.words, page).map(withoutMark),
  }))
  const readings = page.source === 'ocr' ? unmarked : page.readings
  return { ...page, readings, ...(page.again ? { again: page.again.map(withoutDash) } : {}) }
}

function hasMarks({ readings: [first] }: PicturePage): boolean {
  const count = (mark: RegExp) => first?.words.filter(({ text }) => mark.test(text)).length ?? 0
  return count(KRONA_MARK) >= Math.max(FEWEST_MARKED, count(DASH_BEHIND))
}

function withoutDash(look: SecondLook): SecondLook {
  return { ...look, said: look.said.map((one) => ({ ...one, text: one.text.replace(DASH_BEHIND, '') })) }
}

function withoutMark(word: Word): Word {
  const bare = (text: string) =>
    KRONA_MARK.test(text) || YEAR.test(text) ? text : text.replace(WORN_MARK, '$<figure>')
  const { text, second, alternatives } = word
  return {
    ...word,
    text: bare(text),
    alternatives: alternatives.map(bare),
    ...(second === undefined ? {} : { second: bare(second) }),
  }
}

/** The words with a dash that stands by itself right behind a figure, as nothing that begins another one does, joined to it. */
function joinDashes(words: readonly Word[], { width, height }: PicturePage): readonly Word[] {
  const figures = new Map<Word, Word>()
  for (const dash of words.filter(({ text }) => DASH.test(text))) {
    const beside = words.filter(({ box }) => box.y0 < dash.box.y1 && dash.box.y0 < box.y1)
    const figure = beside.filter(({ box }) => box.x1 <= dash.box.x0).toSorted((a, b) => b.box.x1 - a.box.x1)[0]
    if (!figure || !/\d$/.test(figure.text)) continue
    const reach = (NEAR * (figure.box.y1 - figure.box.y0) * height) / width
    const ahead = Math.min(1, ...beside.filter(({ box }) => box.x0 >= dash.box.x1).map(({ box }) => box.x0))
    const space = dash.box.x0 - figure.box.x1
    if (space <= reach && ahead - dash.box.x1 > 2 * reach) figures.set(figure, dash)
  }
  const joined = new Set(figures.values())
  return words.flatMap((word) => {
    if (joined.has(word)) return []
    const dash = figures.get(word)
    return dash ? [withDash(word, dash)] : [word]
  })
}

function withDash(word: Word, dash: Word): Word {
  return {
    ...word,
    raw: `${word.raw} ${dash.raw}`,
    box: { ...word.box, x1: Math.max(word.box.x1, dash.box.x1) },
    confidence: Math.min(word.confidence, dash.confidence),
  }
}
