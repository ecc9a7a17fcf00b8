import { markOf } from '../../model/format-amount.js'
import type { Box, PicturePage } from '../../model/page.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf } from '../addresses.js'
import type { DeskView } from '../read-desk-view.js'
import { amountOf, columnOf, nameOf } from './words.js'

/** Units across a page; its height follows its shape. */
const across = 1000

interface PagePictureProps {
  readonly view: DeskView
  readonly page: PicturePage
  /** Where the empty cell in hand would have its figure. */
  readonly missed: Box | null
}

/** A page as a picture, with a box over every figure in the colour of its status. */
export function PagePicture({ view, page, missed }: PagePictureProps) {
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
      {missed && (
        <g class="box missed" aria-current="true">
          <rect {...around(missed, height)} rx={2} />
        </g>
      )}
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
  const place = around({ x0, y0, x1, y1 }, height)
  return (
    <a
      href={addressOf(figure)}
      class={`box ${status}`}
      data-figure={fact_id}
      aria-label={`${nameOf(figure)}, ${columnOf(figure)}: ${amountOf(figure)}, ${status}`}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={-1}
    >
      <rect {...place} rx={2} />
      <text x={place.x + place.width + 2} y={place.y + 8}>
        {markOf[status]}
      </text>
    </a>
  )
}

/** A figure's patch of the page, enlarged, with some of the page around it. */
export function FigureCrop({ view, figure }: { readonly view: DeskView; readonly figure: FigureRow }) {
  const { x0, y0, x1, y1, page: number, status } = figure
  if (x0 === null || y0 === null || x1 === null || y1 === null) return null
  const words = `The paper at ${nameOf(figure)}, read as ${figure.raw_text}`
  return <PageCrop view={view} number={number} box={{ x0, y0, x1, y1 }} status={status} words={words} />
}

interface PageCropProps {
  readonly view: DeskView
  readonly number: number
  readonly box: Box
  readonly status: string
  readonly words: string
}

/** A patch of the page that is shown; nothing of another page. */
export function PageCrop({ view, number, box, status, words }: PageCropProps) {
  if (view.page?.kind !== 'picture' || view.page.number !== number) return null
  const height = heightOf(view.page)
  const { x0, x1, y0, y1 } = box
  const [margin, tall] = [14, (y1 - y0) * height]
  const wide = Math.max((x1 - x0) * across + 4 * margin, 6 * (tall + 2 * margin))
  const left = ((x0 + x1) / 2) * across - wide / 2
  return (
    <svg
      class="crop"
      viewBox={`${left} ${y0 * height - margin} ${wide} ${tall + 2 * margin}`}
      role="img"
      aria-label={words}
    >
      <image href={picturePath(view, number)} width={across} height={height} preserveAspectRatio="none" />
      <rect class={status} {...around(box, height)} rx={2} />
    </svg>
  )
}

/** The frame about a box, in the picture's units. */
function around({ x0, y0, x1, y1 }: Box, height: number) {
  return {
    x: x0 * across - 3,
    y: y0 * height - 3,
    width: (x1 - x0) * across + 6,
    height: (y1 - y0) * height + 6,
  }
}

function picturePath({ document }: DeskView, number: number): string {
  return `/documents/${document.sha256}/pages/${number}/picture`
}

function heightOf({ width, height }: PicturePage): number {
  return width > 0 && height > 0 ? Math.round((across * height) / width) : Math.round(across * Math.SQRT2)
}
