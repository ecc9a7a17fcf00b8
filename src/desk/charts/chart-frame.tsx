import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../model/format-amount.js'
import { roundTicks, scaleOf } from './scale.js'

const size = { width: 640, height: 240 }
const edge = { left: 84, right: 16, top: 24, bottom: 28 }

/** How years and values stand on a chart, in its own units. */
export interface ChartScale {
  x(year: number): number
  y(value: number): number
  /** Room of one year. */
  readonly step: number
}

interface FrameParts {
  readonly title: string
  readonly years: readonly [number, number]
  readonly values: readonly number[]
  children(scale: ChartScale): ComponentChildren
}

/** The axes of a chart over years, with what is drawn between them. */
export function ChartFrame({ title, years, values, children }: FrameParts) {
  const ticks = roundTicks(Math.min(...values), Math.max(...values)).values
  const count = years[1] - years[0] + 1
  const step = (size.width - edge.left - edge.right) / count
  const x = scaleOf([years[0], years[1] + 1], [edge.left + step / 2, size.width - edge.right + step / 2])
  const y = scaleOf([ticks[0]!, ticks.at(-1)!], [size.height - edge.bottom, edge.top])
  const every = Math.ceil(count / 14)
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${size.height}`}>
      <title>{title}</title>
      <g>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? 'zero' : 'rule'}
              x1={edge.left}
              x2={size.width - edge.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={edge.left - 8} y={y(tick) + 4} text-anchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {Array.from({ length: count }, (_, index) => years[0] + index)
          .filter((_, index) => index % every === 0)
          .map((year) => (
            <text key={year} x={x(year)} y={size.height - 8} text-anchor="middle">
              {year}
            </text>
          ))}
      </g>
      {children({ x, y, step })}
    </svg>
  )
}
