/** What lies under the pointer or the focus is marked wherever else it stands: on paper, in the statement, in a sum. */
export function linkFigures(): void {
  const root = document.querySelector('.desk')
  if (root === null) return
  root.addEventListener('pointerover', (event) => mark(event.target))
  root.addEventListener('focusin', (event) => mark(event.target))
  root.addEventListener('pointerleave', () => mark(null))
}

function mark(target: EventTarget | null): void {
  const figure = target instanceof Element ? target.closest<HTMLElement>('[data-figure]')?.dataset.figure : undefined
  for (const one of document.querySelectorAll<HTMLElement | SVGElement>('[data-figure]')) {
    one.classList.toggle('linked', one.dataset.figure === figure)
  }
}

/** Brings the figure in hand into view, on the paper and in the statement, each within its own half. */
export function scrollToChosen(): void {
  for (const one of document.querySelectorAll('.paper [aria-current="true"], .statement [aria-current="true"]')) {
    const half = one.closest<HTMLElement>('.paper, .reading')
    if (half === null) continue
    const [inner, outer] = [one.getBoundingClientRect(), half.getBoundingClientRect()]
    const isInView = inner.top >= outer.top && inner.bottom <= outer.bottom
    if (half.matches('.paper') && !isInView) half.scrollTop += inner.top - outer.top - outer.height / 2
    if (half.matches('.paper')) half.scrollLeft += inner.left - outer.left - outer.width / 2
  }
}
