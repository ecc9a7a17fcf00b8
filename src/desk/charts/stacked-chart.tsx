import type { Status } from '../../model/check.js'
import { formatNumber, markOf } from '../../model/format-amount.js'
import { Across } from '../across.js'
import { ChartFrame } from './chart-frame.js'

/** One layer of a year's bar. */
export interface StackedPart {
  readonly year: number
  readonly layer: string
  readonly value: number
  readonly status: Status
  readonly address: string
}

interface StackedParts {
  readonly title: string
  readonly unit: string
  /** From the bottom up. */
  readonly layers: readonly string[]
  readonly parts: readonly StackedPart[]
}

const barShare = 0.7

/** What something is made of, year by year: a bar a year, cut in layers. */
export function StackedChart({ title, unit, layers, parts }: StackedParts) {
  if (parts.length === 0) return null
  const years = [...new Set(parts.map(({ year }) => year))].sort()
  const stacked = years.flatMap((year) =>
    stack(
      parts.filter((part) => part.year === year),
      layers,
    ),
  )
  return (
    <figure class="figure">
      <figcaption>
        <h2>{title}</h2> <span class="quiet">{unit}</span>
      </figcaption>
      <ChartFrame title={`${title}, ${unit}`} years={[years[0]!, years.at(-1)!]} values={stacked.map(({ top }) => top)}>
        {({ x, y, step }) =>
          stacked.map(({ part, bottom, top }) => {
            const words = `${part.layer} ${part.year}: ${formatNumber(part.value)} ${unit}, ${part.status}`
            const middle = (y(bottom) + y(top)) / 2
            return (
              <a
                key={`${part.year} ${part.layer}`}
                href={part.address}
                aria-label={words}
                class={`layer ${part.status}`}
              >
                <title>{words}</title>
                <rect
                  class={`layer-${layers.indexOf(part.layer) + 1}`}
                  x={x(part.year) - (step * barShare) / 2}
                  width={step * barShare}
                  y={y(top)}
                  height={Math.max(0, y(bottom) - y(top))}
                />
                {(part.status === 'suspect' || part.status === 'unverified') && (
                  <text x={x(part.year)} y={middle + 4} text-anchor="middle">
                    {markOf[part.status]}
                  </text>
                )}
              </a>
            )
          })
        }
      </ChartFrame>
      <ul class="legend">
        {layers.map((layer, index) => (
          <li key={layer}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <rect class={`layer-${index + 1}`} width="12" height="12" />
            </svg>{' '}
            {layer}
          </li>
        ))}
      </ul>
      <LayerTable title={title} unit={unit} layers={layers} parts={parts} years={years} />
    </figure>
  )
}

function stack(parts: readonly StackedPart[], layers: readonly string[]) {
  let bottom = 0
  return layers.flatMap((layer) => {
    const part = parts.find((one) => one.layer === layer)
    if (part === undefined) return []
    const placed = { part, bottom, top: bottom + part.value }
    bottom = placed.top
    return placed
  })
}

function LayerTable({ title, unit, layers, parts, years }: StackedParts & { years: readonly number[] }) {
  return (
    <details>
      <summary>{title} in figures</summary>
      <Across label={`${title} in figures`}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              {years.map((year) => (
                <th key={year} scope="col" class="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layers.map((layer) => (
              <tr key={layer}>
                <th scope="row">{layer}</th>
                {years.map((year) => {
                  const part = parts.find((one) => one.layer === layer && one.year === year)
                  return (
                    <td key={year} class="number">
                      {part && (
                        <a href={part.address}>
                          {formatNumber(part.value)} <span class={`status ${part.status}`}>{markOf[part.status]}</span>
                        </a>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Across>
    </details>
  )
}
