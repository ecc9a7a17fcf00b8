import type { PlainPage } from '../../model/page.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf } from '../addresses.js'
import type { DeskView } from '../read-desk-view.js'
import { placeFigures } from './place-figures.js'
import { columnOf, nameOf } from './words.js'

/** A page of text without places, with its figures marked where they are found in it. */
export function PageText({ view, page }: { readonly view: DeskView; readonly page: PlainPage }) {
  const placed = placeFigures(page.lines, view.figures)
  return (
    <div class="sheet text">
      {page.lines.map((line, index) => {
        const own = placed.filter((place) => place.line === index)
        return (
          <p key={`${index} ${line}`}>
            {own.length === 0 ? line || '\u00a0' : marked(line, own, view.chosen?.figure.fact_id)}
          </p>
        )
      })}
    </div>
  )
}

function marked(line: string, places: ReturnType<typeof placeFigures>, chosen: string | undefined) {
  const ends = [0, ...places.map(({ end }) => end)]
  return [
    ...places.flatMap(({ figure, start, end }, index) => [
      line.slice(ends[index], start),
      <FigureMark
        key={figure.fact_id}
        figure={figure}
        text={line.slice(start, end)}
        isChosen={figure.fact_id === chosen}
      />,
    ]),
    line.slice(ends.at(-1)),
  ]
}

function FigureMark({
  figure,
  text,
  isChosen,
}: {
  readonly figure: FigureRow
  readonly text: string
  readonly isChosen: boolean
}) {
  return (
    <a
      href={addressOf(figure)}
      class={`mark ${figure.status}`}
      data-figure={figure.fact_id}
      aria-label={`${text}: ${nameOf(figure)}, ${columnOf(figure)}, ${figure.status}`}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={-1}
    >
      {text}
    </a>
  )
}
