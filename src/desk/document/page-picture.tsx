import { markOf } from '../../model/format-amount.js'
import type { PicturePage } from '../../model/page.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf } from '../addresses.js'
import type { DeskView } from '../read-desk-view.js'
import { amountOf, columnOf, nameOf } from './words.js'

/** Units across a page; its height follows its shape. */
const across = 1000

/** A page as a picture, with a box over every figure in the colour of its status. */
export function PagePicture({ view, page }: { readonly view: DeskView; readonly page: PicturePage }) {
  const height = heightOf(page)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its figures have names; a title would hang under the pointer everywhere
    <svg class="sheet" viewBox={`0 0 ${across} ${height}`}>
      <image href={picturePath(view, page.number)} width={across} height={height} preserveAspectRatio="none" />
      {view.hits.map(({ x0, y0, x1, y1 }) => (
        <rect
          class="hit"
          key={`${x0} ${y0}`}
          x={x0 * across - 2}
          y={y0 * height - 2}
          width={(x1 - x0) * across + 4}
          height={(y1 - y0) * height + 4}
        />
      ))}
      {view.figures.map((figure) => (
        <FigureBox
          key={figure.fact_id}
          figure={figure}
          height={height}
          isChosen={figure.fact_id === view.chosen?.figure.fact_id}
        />
      ))}
    </svg>
  )
}

function FigureBox({
  figure,
  height,
  isChosen,
}: {
  readonly figure: FigureRow
  readonly height: number
  readonly isChosen: boolean
}) {
  const { x0, y0, x1, y1, fact_id, status } = figure
  if (x0 === null || y0 === null || x1 === null || y1 === null) return null
  const [x, y] = [x0 * across - 3, y0 * height - 3]
  const [width, tall] = [(x1 - x0) * across + 6, (y1 - y0) * height + 6]
  return (
    <a
      href={addressOf(figure)}
      class={`box ${status}`}
      data-figure={fact_id}
      aria-label={`${nameOf(figure)}, ${columnOf(figure)}: ${amountOf(figure)}, ${status}`}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={-1}
    >
      <rect x={x} y={y} width={width} height={tall} rx={2} />
      <text x={x + width + 2} y={y + 8}>
        {markOf[status]}
      </text>
    </a>
  )
}

/** A figure's patch of the page, enlarged, with some of the page around it. */
export function FigureCrop({ view, figure }: { readonly view: DeskView; readonly figure: FigureRow }) {
  const { x0, y0, x1, y1, page: number } = figure
  if (view.page?.kind !== 'picture' || view.page.number !== number) return null
  if (x0 === null || y0 === null || x1 === null || y1 === null) return null
  const height = heightOf(view.page)
  const [margin, tall] = [14, (y1 - y0) * height]
  const wide = Math.max((x1 - x0) * across + 4 * margin, 6 * (tall + 2 * margin))
  const left = ((x0 + x1) / 2) * across - wide / 2
  return (
    <svg
      class="crop"
      viewBox={`${left} ${y0 * height - margin} ${wide} ${tall + 2 * margin}`}
      role="img"
      aria-label={`The paper at ${nameOf(figure)}, read as ${figure.raw_text}`}
    >
      <image href={picturePath(view, number)} width={across} height={height} preserveAspectRatio="none" />
      <rect
        class={figure.status}
        x={x0 * across - 3}
        y={y0 * height - 3}
        width={(x1 - x0) * across + 6}
        height={tall + 6}
        rx={2}
      />
    </svg>
  )
}

function picturePath({ document }: DeskView, number: number): string {
  return `/documents/${document.sha256}/pages/${number}/picture`
}

function heightOf({ width, height }: PicturePage): number {
  return width > 0 && height > 0 ? Math.round((across * height) / width) : Math.round(across * Math.SQRT2)
}
