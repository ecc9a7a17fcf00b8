const ofRule: Shares = { ink: 0.85, thin: 0.7 }
const underFigure: Shares = { ink: 1, thin: 0.3 }
/** The line is so many heights of the digits on it long: nowhere else do so many stand without a gap. */
const leastHeights = 3.2
/** Share of a rule that is bare: nothing stands on it, or hangs from it. */
const barePart = 0.25
/** Pixels of specks at the ends of the line under a figure. */
const mostSpecks = 2
/** Share of the pixels along the line under a figure below which nothing stands. */
const mostlyLevel = 0.95

/** Rows or columns of pixels: `step` to the next pixel of a line, `stride` to the next line; and what a rule is, in pixels. */
export interface Lines {
  readonly count: number
  readonly length: number
  readonly step: number
  readonly stride: number
  readonly least: number
  readonly gap: number
  readonly thick: number
  /** Set where the lines under single figures are looked for. */
  readonly under?: UnderFigure
  /** 1 for each line that is looked at; all are where it is left out. */
  readonly only?: Uint8Array
}

/**
 * Pixels for which the line under a figure is bare, of the paper at either end of it (how wide, how high over it), and of
 * the highest digits on it.
 */
interface UnderFigure {
  readonly highest: number
  readonly bare: number
  readonly clear: number
  readonly above: number
}

/** A run of ink seen across: for each pixel along it where its ink begins and ends, in lines from the run's own. */
interface Run {
  readonly tops: Int8Array
  /** Above the top where there is no ink. */
  readonly feet: Int8Array
  readonly thin: Uint8Array
}

/** What of a run must be ink, and what of that thin, for it to be looked at further. */
interface Shares {
  readonly ink: number
  readonly thin: number
}

/** Whether enough of a run is ink, and of that thin. Most runs are lines of text, of which little has to be looked at. */
function mayBeRule(
  ink: Uint8Array,
  { step, stride, thick }: Lines,
  start: number,
  length: number,
  least: Shares,
): boolean {
  let [bare, thicker] = [(1 - least.ink) * length, (1 - least.thin) * length]
  for (let at = 0, i = start; at < length; at++, i += step) {
    const on = i + besideOf(ink, i, stride) * stride
    if (ink[on] !== 1) {
      if (--bare < 0) return false
    } else if (countInk(ink, on, -stride, thick) + countInk(ink, on, stride, thick) >= thick) {
      if (--thicker < 0) return false
    }
  }
  return true
}

/** The run seen across. */
function seeAcross(ink: Uint8Array, { step, stride, thick }: Lines, start: number, length: number): Run {
  const [tops, feet, thin] = [new Int8Array(length), new Int8Array(length), new Uint8Array(length)]
  for (let at = 0, i = start; at < length; at++, i += step) {
    const beside = besideOf(ink, i, stride)
    const on = i + beside * stride
    if (ink[on] !== 1) {
      feet[at] = -1
      continue
    }
    const top = beside - countInk(ink, on, -stride, thick)
    const foot = beside + countInk(ink, on, stride, thick)
    tops[at] = top
    feet[at] = foot
    if (foot - top < thick) thin[at] = 1
  }
  return { tops, feet, thin }
}

/** On which line a run goes on at a pixel: on its own, else on the one before, or after it. */
function besideOf(ink: Uint8Array, i: number, stride: number): -1 | 0 | 1 {
  return ink[i] === 1 ? 0 : ink[i - stride] === 1 ? -1 : 1
}

/**
 * Marks the rule that a run is: its ink where it is as thin as most of it, and under a letter that stands on it, or over
 * one that hangs from it, as much as lies in line with the rest. Where a stroke crosses it is left. A run that is mostly
 * not thin is no rule but a line of text.
 */
export function markRule(ink: Uint8Array, lines: Lines, row: number, from: number, to: number, marked: number[]): void {
  const { step, stride, under: figure } = lines
  const [start, length] = [row + from * step, to - from + 1]
  if (!mayBeRule(ink, lines, start, length, figure ? underFigure : ofRule)) return
  const run = seeAcross(ink, lines, start, length)
  const { tops, feet, thin } = run
  const isThin = (_: number, at: number): boolean => thin[at] === 1
  if (figure ? !isLineUnder(ink, lines, figure, start, run) : feet.filter(isThin).length < ofRule.thin * countOf(run))
    return
  // what is thicker than the rule where it is bare is the flat foot of a letter, or its top
  const top = valueAt(tops.filter(isThin), 1 - barePart)
  const foot = valueAt(feet.filter(isThin), barePart)
  for (let at = 0, i = start; at < length; at++, i += step) {
    const [over, under] = [tops[at]! < top - 1, feet[at]! > foot + 1]
    if (over && under && thin[at] !== 1) continue
    const first = over && !under ? top : tops[at]!
    const last = under && !over ? foot : feet[at]!
    for (let k = first; k <= last; k++) if (ink[i + k * stride] === 1) marked.push(i + k * stride)
  }
}

/** How many pixels along a run are ink. */
function countOf({ tops, feet }: Run): number {
  return feet.reduce((sum, foot, at) => sum + (foot >= tops[at]! ? 1 : 0), 0)
}

/**
 * Whether a run is the line under a figure: with nothing below it or at its ends, bare where thousands are set apart, and
 * longer than digits stand without a gap anywhere else. The feet of letters that have run together are none.
 */
function isLineUnder(ink: Uint8Array, lines: Lines, figure: UnderFigure, start: number, run: Run): boolean {
  const { feet, thin } = run
  const foot = valueAt(feet.slice(), 0.5)
  if (feet.filter((own) => Math.abs(own - foot) <= 1).length < mostlyLevel * feet.length) return false
  let bare = 0
  const isBare = thin.some((own) => {
    bare = own === 1 ? bare + 1 : 0
    return bare >= figure.bare
  })
  const height = isBare ? heightOver(ink, lines, run, start, figure.highest) : 0
  return isBare && feet.length >= leastHeights * height && isClearAt(ink, lines, figure, start, start + feet.length - 1)
}

/** How high the middling stroke is that stands on a line; 0 where none does. */
function heightOver(ink: Uint8Array, { stride }: Lines, { thin }: Run, start: number, highest: number): number {
  const heights: number[] = []
  thin.forEach((own, at) => {
    if (own === 0) heights.push(countInk(ink, start + at, -stride, highest))
  })
  return valueAt(Uint16Array.from(heights), 0.5)
}

/** Whether nothing stands at either end of a line, nor beside what stands on it: the feet of digits end within a figure. */
function isClearAt(
  ink: Uint8Array,
  { stride, thick }: Lines,
  { clear, above }: UnderFigure,
  from: number,
  to: number,
): boolean {
  let inked = 0
  for (let up = -thick; up <= above; up++) {
    // ink fades out at the end of a line
    for (let away = 2; away < 2 + clear; away++) {
      inked += (ink[from - away - up * stride] ?? 0) + (ink[to + away - up * stride] ?? 0)
    }
  }
  return inked <= mostSpecks
}

/** The value below which a share of all lies; 0 where there are none. */
function valueAt(values: Int8Array | Uint16Array, share: number): number {
  return values.sort()[Math.floor(share * values.length)] ?? 0
}

function countInk(ink: Uint8Array, from: number, step: number, most: number): number {
  let count = 0
  while (count < most && ink[from + (count + 1) * step] === 1) count++
  return count
}
