interface PagerParts {
  /** The screen that is shown, from 1. */
  readonly at: number
  readonly pages: number
  address(at: number): string
}

/** Links to the screens before and after; nothing where there is one only. */
export function Pager({ at, pages, address }: PagerParts) {
  if (pages <= 1) return null
  return (
    <nav class="pager" aria-label="Screens">
      {at > 1 && (
        <a rel="prev" href={address(at - 1)}>
          Previous
        </a>
      )}
      <span>
        {at} of {pages}
      </span>
      {at < pages && (
        <a rel="next" href={address(at + 1)}>
          Next
        </a>
      )}
    </nav>
  )
}
