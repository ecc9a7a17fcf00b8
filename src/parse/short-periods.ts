/** A printed span of months is no longer than this: a first fiscal year may be extended. */
const LONGEST_SPAN = 18

// "07-01 - 07-12", "0701-0712", "06.07–07.06": year and month where a span begins and ends
const SHORT_SPAN =
  /(?<![\d/.-])(?<y1>\d\d)[-.]?(?<m1>0[1-9]|1[0-2])\s?[-–—]\s?(?<y2>\d\d)[-.]?(?<m2>0[1-9]|1[0-2])(?![\d/-]|\.\d)/g
// "Bokslut 1612", "Utfall 1708"; "Bokslut 2012" names a year
const NAMED_MONTH =
  /(?<=(?:bokslut|utfall|budget|prognos|per)\s)(?!19|20)(?<y>\d\d)(?<m>0[1-9]|1[0-2])(?![\d.,-]|\s\d{3})/gi
// "1612 1512": the same month of two years, one after the other, and nothing else
const PAIR = /^(?<before>\D*)(?<y1>\d\d)(?<m1>0[1-9]|1[0-2]) (?<y2>\d\d)(?<m2>0[1-9]|1[0-2])(?<after>\D*)$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
// "jan-aug 2017", "januari - december 2016"
const MONTH_SPAN =
  /(?<![\p{L}\d])(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?\s?[-–—]\s?(?<m>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?\s(?<y>(?:19|20)\d\d)(?!\d)/giu

/** The last day of a month as an ISO date; years of two digits lie between 1970 and 2069. */
function endOf(year: string, month: number): string {
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
  return new Date(Date.UTC(full, month, 0)).toISOString().slice(0, 10)
}

/** The text with periods that are told by year and month alone spelt as the dates on which they end. */
export function spellPeriods(text: string): string {
  const spelt = text
    .replace(SHORT_SPAN, (read, y1: string, m1: string, y2: string, m2: string) => {
      const months = (Number(y2) - Number(y1)) * 12 + Number(m2) - Number(m1) + 1
      return months > 0 && months <= LONGEST_SPAN ? endOf(y2, Number(m2)) : read
    })
    .replace(NAMED_MONTH, (_, y: string, m: string) => endOf(y, Number(m)))
    .replace(MONTH_SPAN, (_, m: string, y: string) => endOf(y, MONTHS.indexOf(m.toLowerCase()) + 1))
  const pair = PAIR.exec(spelt)?.groups
  if (!pair || pair.m1 !== pair.m2 || Math.abs(Number(pair.y1) - Number(pair.y2)) !== 1) return spelt
  return `${pair.before}${endOf(pair.y1!, Number(pair.m1))} ${endOf(pair.y2!, Number(pair.m2))}${pair.after}`
}
