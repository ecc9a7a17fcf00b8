import { Page } from '../model/page.js'
import { failedPage } from './failed-page.js'

/** More words than this are on no page of paper. */
const mostWords = 50_000
/** How far outside the page, in its own sides, a box may reach. */
const mostOutside = 0.5

/** A page as a reading process gave it, or one that failed where it makes no sense: nothing of it is believed then. */
export function soundPage(page: Page): Page {
  const fault = faultOf(page)
  const number = Number.isSafeInteger(page.number) && page.number > 0 ? page.number : 1
  return fault === undefined ? page : failedPage(number, `failed: the reader gave ${fault}`)
}

function faultOf(page: Page): string | undefined {
  const parsed = Page.safeParse(page)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `no page (${issue?.path.join('.')}: ${issue?.message})`
  }
  if (page.kind === 'plain') return undefined
  for (const { words } of page.readings) {
    if (words.length > mostWords) return `${words.length} words`
    const isOutside = words.some(({ box }) =>
      Object.values(box).some((side) => side < -mostOutside || side > 1 + mostOutside),
    )
    if (isOutside) return 'a word that is not on the page'
  }
  const looks = (page.again ?? []).flatMap(({ said }) => said)
  return looks.length > mostWords ? `${looks.length} looks at figures` : undefined
}
