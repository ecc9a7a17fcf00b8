import type { Page } from '../model/page.js'

// "506:-", "1 523:-"
const KRONA_MARK = /\d:[-–—]+$/
/** Of so many figures a mark for whole kronor is the page's habit. */
const FEWEST_MARKED = 3
// "506-": what a look that knows no colon makes of "506:-"
const DASH_BEHIND = /(?<=\d)[-–—]+$/

/** The page whose figures end with a mark for whole kronor without what further looks saw of it: that is no minus. */
export function withoutKronaMarks(page: Page): Page {
  if (page.kind === 'plain' || !page.again) return page
  const marked = page.readings[0]?.words.filter(({ text }) => KRONA_MARK.test(text)) ?? []
  if (marked.length < FEWEST_MARKED) return page
  const again = page.again.map((look) => ({
    ...look,
    said: look.said.map((one) => ({ ...one, text: one.text.replace(DASH_BEHIND, '') })),
  }))
  return { ...page, again }
}
