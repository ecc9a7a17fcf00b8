/** A fiscal year as it is printed from its first day to its last, with digits that may be misread. */
const SPAN = /(?<!\d)(?<from>\d{4}-\d\d-\d\d)\s*[-–—]{1,2}\s*(?<to>\d{4}-\d\d-\d\d)(?!\d)/
/** At most so many digits of a span are misread. */
const MOST_MISREAD = 3
/** And any other fiscal year would have so many more of them misread. */
const MARGIN = 2

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** All fiscal years of twelve months that end in a year, each as its digits. */
function fiscalYears(year: number): { readonly end: string; readonly digits: string }[] {
  return Array.from({ length: 12 }, (_, month) => {
    const end = isoDay(year, month + 1, 0)
    return { end, digits: `${isoDay(year - 1, month + 1, 1)}${end}`.replaceAll('-', '') }
  })
}

/**
 * The day, `MM-DD`, on which the one fiscal year ends that a line can mean which prints its first day and its last,
 * "2063-67-01 - 2004-06-39"; undefined where it prints none, or another day is nearly as near.
 */
export function readWornSpan(text: string): string | undefined {
  const { from, to } = SPAN.exec(text)?.groups ?? {}
  if (from === undefined || to === undefined) return undefined
  const read = `${from}${to}`.replaceAll('-', '')
  const first = Number(from.slice(0, 4))
  const [best, ...others] = [Number(to.slice(0, 4)), first, first + 1]
    .flatMap(fiscalYears)
    .map(({ end, digits }) => ({
      day: end.slice(5),
      misread: [...digits].filter((digit, at) => digit !== read[at]).length,
    }))
    .sort((a, b) => a.misread - b.misread)
  const next = others.find(({ day }) => day !== best?.day)
  return best && next && best.misread <= MOST_MISREAD && next.misread >= best.misread + MARGIN ? best.day : undefined
}
