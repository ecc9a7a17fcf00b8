import type { Status } from '../../model/check.js'
import { formatNumber, markOf } from '../../model/format-amount.js'
import { ChartFrame, type ChartScale } from './chart-frame.js'

/** One point of a series, a click from its place on paper. */
export interface ChartPoint {
  readonly year: number
  readonly periodEnd: string
  readonly value: number
  readonly status: Status
  readonly address: string
  /** What a later report prints for the same period, where that is another figure. */
  readonly later: { readonly value: number; readonly how: string; readonly address: string } | null
  /** Whether the line from the point before may not be drawn: years are missing, or the year was laid otherwise. */
  readonly broken: boolean
}

interface ChartParts {
  readonly title: string
  readonly unit: string
  readonly points: readonly ChartPoint[]
}

/** A series as a line through its points: those in doubt are hollow and marked, restated ones show both figures. */
export function SeriesChart({ title, unit, points }: ChartParts) {
  if (points.length === 0) return null
  const values = points.flatMap(({ value, later }) => [value, ...(later ? [later.value] : [])])
  return (
    <figure class="figure">
      <figcaption>
        <h2>{title}</h2> <span class="quiet">{unit}</span>
      </figcaption>
      <ChartFrame title={`${title}, ${unit}`} years={[points[0]!.year, points.at(-1)!.year]} values={values}>
        {(scale) => [
          <g key="lines">
            {points.slice(1).map((point, index) => (
              <Step key={point.periodEnd} from={points[index]!} to={point} scale={scale} />
            ))}
          </g>,
          ...points.map((point) => (
            <Point key={point.periodEnd} point={point} title={title} unit={unit} scale={scale} />
          )),
        ]}
      </ChartFrame>
      <PointTable title={title} unit={unit} points={points} />
    </figure>
  )
}

function Step({ from, to, scale }: { from: ChartPoint; to: ChartPoint; scale: ChartScale }) {
  const [x1, y1, x2, y2] = [scale.x(from.year), scale.y(from.value), scale.x(to.year), scale.y(to.value)]
  return <line class={to.broken ? 'way broken' : 'way'} x1={x1} y1={y1} x2={x2} y2={y2} />
}

function Point({ point, title, unit, scale }: { point: ChartPoint; title: string; unit: string; scale: ChartScale }) {
  const { year, periodEnd, value, status, later, address } = point
  const [x, y] = [scale.x(year), scale.y(value)]
  const words = `${title} ${periodEnd}: ${formatNumber(value)} ${unit}, ${status}`
  return (
    <>
      <a href={address} aria-label={words} class={`point ${status}`}>
        <title>{words}</title>
        <circle class="reach" cx={x} cy={y} r={13} />
        <circle class="dot" cx={x} cy={y} r={4.5} />
        {isInDoubt(status) && (
          <text x={x} y={y - 10} text-anchor="middle">
            {markOf[status]}
          </text>
        )}
      </a>
      {later !== null && (
        <a
          href={later.address}
          class="later"
          aria-label={`${title} ${periodEnd}, ${later.how} later: ${formatNumber(later.value)} ${unit}`}
        >
          <title>{`${later.how} later: ${formatNumber(later.value)} ${unit}`}</title>
          <line x1={x} y1={y} x2={x + 9} y2={scale.y(later.value)} />
          <rect x={x + 5} y={scale.y(later.value) - 4} width={8} height={8} />
        </a>
      )}
    </>
  )
}

function PointTable({ title, unit, points }: ChartParts) {
  return (
    <details>
      <summary>{title} in figures</summary>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" class="number">
              {unit}
            </th>
            <th scope="col">Status</th>
            <th scope="col">Printed later</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ periodEnd, value, status, address, later }) => (
            <tr key={periodEnd}>
              <th scope="row">{periodEnd}</th>
              <td class="number">
                <a href={address}>{formatNumber(value)}</a>
              </td>
              <td>
                <span class={`status ${status}`}>
                  {markOf[status]} {status}
                </span>
              </td>
              <td>{later !== null && <a href={later.address}>{`${later.how}: ${formatNumber(later.value)}`}</a>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function isInDoubt(status: Status): boolean {
  return status === 'suspect' || status === 'unverified'
}
