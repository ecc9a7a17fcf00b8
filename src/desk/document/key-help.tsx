const keys = [
  ['j', 'next that waits'],
  ['k', 'the one before'],
  ['Enter', 'accept the amount'],
  ['e', 'correct it'],
  ['p', 'printed so: the document’s own fault'],
  ['1 – 9', 'take a suggestion'],
  ['a', 'an empty cell: add what was missed'],
  ['m', 'row, column, organisation, period'],
  ['u', 'undo the last decision here'],
  ['z', 'look closer at the paper'],
  ['?', 'these keys'],
  ['Esc', 'let go'],
] as const

/** The keys of the desk, in a dialog that `?` opens. */
export function KeyHelp() {
  return (
    <dialog id="keys" aria-label="Keys">
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
