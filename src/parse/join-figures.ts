import { alignLabels, findClosing, type LabelNature } from './align-labels.js'
import type { ApartFigure, ApartLabel } from './apart-page.js'

/** A figure behind the torn ones that has its label beside it. */
export interface TailFigure {
  readonly nature: LabelNature
  readonly text: string
  readonly value: number
}

/** The label of each figure of a run; none where no sum proves that labels and figures belong together. */
export function joinRun(
  own: readonly ApartLabel[],
  run: readonly ApartFigure[],
  tail: readonly TailFigure[],
): readonly (number | null)[] {
  const natures = [...own.map((label) => label.nature), ...tail.map((row) => row.nature)]
  const values = [...run.map((figure) => figure.amount.value), ...tail.map((row) => row.value)]
  const closing = findClosing(values)
  const { labels } = alignLabels(
    natures,
    values,
    closing,
    [...own, ...tail].map((label) => label.text),
  )
  if (values.length === natures.length && natures.every((nature) => nature === 'line'))
    return labels.slice(0, run.length)
  const closes = (place: number) => {
    const label = labels[place]
    if (typeof label !== 'number') return false
    return (
      (natures[label] === 'sum' && closing[place] === 'sum') || (natures[label] === 'result' && closing[place] !== null)
    )
  }
  const lastClosing = labels.findLastIndex((_, place) => closes(place))
  return labels
    .slice(0, run.length)
    .map((label, place) => (place <= lastClosing && label !== null && label < own.length ? label : null))
}

/** Where one figure of a column belongs: its label if that is told, and the part of the page at any rate. */
export interface Place {
  readonly label: number | null
  readonly part: number
}

/** The place of each figure of a column, run by run where each part of the page has a run of its own. */
export function joinColumn(
  labels: readonly ApartLabel[],
  runs: readonly (readonly ApartFigure[])[],
  tail: readonly TailFigure[],
): readonly Place[] {
  const parts = [...new Set(labels.map((label) => label.part))]
  if (runs.length !== parts.length || runs.length === 1) {
    let part = parts[0] ?? 0
    return joinRun(labels, runs.flat(), tail).map((label) => {
      if (label !== null) part = labels[label]!.part
      return { label, part }
    })
  }
  return runs.flatMap((run, index) => {
    const first = labels.findIndex((label) => label.part === parts[index])
    const own = labels.filter((label) => label.part === parts[index])
    return joinRun(own, run, []).map((label) => ({ label: label === null ? null : label + first, part: parts[index]! }))
  })
}
