import { type Column, Role, Scenario } from '../../model/report.js'
import { versionOfReport } from '../../store/read-desk.js'
import type { ChosenFigure, DeskView } from '../read-desk-view.js'
import { amountOf, columnName } from './words.js'

interface ActionsProps {
  readonly view: DeskView
  readonly chosen: ChosenFigure
  readonly columns: readonly Column[]
}

/** What a person can decide about a figure, its row and its report. */
export function Actions({ view, chosen: { figure, broken }, columns }: ActionsProps) {
  const report = view.reports.find(({ report_id }) => report_id === figure.report_id)
  const others = columns.flatMap((column, index) =>
    index + 1 === figure.column_no ? [] : [{ number: index + 1, name: columnName(column) }],
  )
  return (
    <div class="actions">
      <div class="row">
        <button type="button" data-act="accept" class="first">
          Accept {amountOf(figure)} <kbd>Enter</kbd>
        </button>
        <button type="button" data-open="correct">
          Correct <kbd>e</kbd>
        </button>
        <button type="button" data-act="printed_so" disabled={broken.length === 0}>
          Printed so <kbd>p</kbd>
        </button>
        <button type="button" data-open="more">
          More <kbd>m</kbd>
        </button>
      </div>
      <form data-form="correct" hidden>
        <label>
          What stands on paper{' '}
          <input name="entry" inputMode="decimal" autocomplete="off" value={amountOf(figure)} class="number" />
        </label>
        <button type="submit">Correct</button>
      </form>
      <div data-form="more" class="more" hidden>
        <form data-form="relabel">
          <label>
            The row’s words <input name="label" value={figure.label ?? ''} autocomplete="off" />
          </label>
          <button type="submit">Relabel</button>
        </form>
        <form data-form="rerole">
          <label>
            The row is a{' '}
            <select name="role">
              {Role.options.map((role) => (
                <option key={role} value={role} selected={role === figure.role}>
                  {role}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">Set role</button>
        </form>
        <form data-form="set_column">
          <label>
            Its column is of <input type="date" name="periodEnd" value={figure.period_end ?? ''} required />
          </label>
          <label>
            <span class="unseen">and holds </span>
            <select name="scenario">
              {Scenario.options.map((scenario) => (
                <option key={scenario} value={scenario} selected={scenario === figure.scenario}>
                  {scenario}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">Set column</button>
        </form>
        {others.length === 0 ? null : (
          <form data-form="move_column">
            <label>
              It belongs to{' '}
              <select name="column">
                {others.map(({ number, name }) => (
                  <option key={number} value={number}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label class="check">
              <input type="checkbox" name="whole" value="yes" /> with all of its column
            </label>
            <button type="submit">Move</button>
          </form>
        )}
        {report === undefined ? null : (
          <>
            <form data-form="set_organisation" data-report={report.report_id} data-version={versionOfReport(report)}>
              <label>
                The report is of <input name="organisation" value={report.organisation ?? ''} autocomplete="off" />
              </label>
              <label>
                Number <input name="orgNumber" value={report.org_number ?? ''} autocomplete="off" class="short" />
              </label>
              <button type="submit">Set organisation</button>
            </form>
            <form data-form="set_period" data-report={report.report_id} data-version={versionOfReport(report)}>
              <label>
                Its period <input type="date" name="periodStart" value={report.period_start ?? ''} />
              </label>
              <label>
                to <input type="date" name="periodEnd" value={report.period_end ?? ''} />
              </label>
              <button type="submit">Set period</button>
            </form>
          </>
        )}
      </div>
    </div>
  )
}
