import type { MissedCell } from '../read-decided.js'
import type { DeskView } from '../read-desk-view.js'
import { PageCrop } from './page-picture.js'
import { columnName, nameOf } from './words.js'

/** An empty cell under the hand: what stands there on paper can be entered, if something does. */
export function MissedPanel({ view, missed }: { readonly view: DeskView; readonly missed: MissedCell }) {
  const { table, row, column, page, box, factId, version } = missed
  const name = nameOf({ label: row.label, statement: table.kind, note: table.note })
  return (
    <section class="panel" aria-label="The empty cell" data-chosen={factId} data-version={version} data-missed="">
      <header>
        <h2>{name}</h2>
        <p class="quiet">
          {columnName(column)}, page {page}: nothing was read here
        </p>
        {box && <PageCrop view={view} number={page} box={box} status="missed" words={`The paper at ${name}`} />}
      </header>
      <div class="actions">
        <form data-form="correct">
          <label>
            What stands on paper <input name="entry" inputMode="decimal" autocomplete="off" class="number" />
          </label>
          <button type="submit" class="first">
            Add
          </button>
          <span class="quiet">
            <kbd>e</kbd> to write, <kbd>a</kbd> for the next empty cell
          </span>
        </form>
      </div>
    </section>
  )
}
