/** Shows another page of the desk in the place of this one; a picture that both show is not loaded again. */
export async function openPage(path: string, way: 'push' | 'replace' = 'push'): Promise<void> {
  const response = await fetch(path)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [from, to] = [document.querySelector('main'), next.querySelector('main')]
  if (from === null || to === null) return location.assign(path)
  keepPicture(from, to)
  from.replaceChildren(...to.childNodes)
  document.title = next.title
  document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
  const isSame = new URL(path, location.href).href === location.href
  if (way === 'push' && !isSame) history.pushState(null, '', path)
}

function keepPicture(from: Element, to: Element): void {
  const [shown, wanted] = [from, to].map((main) => main.querySelector('svg.sheet > image'))
  if (shown && wanted && shown.getAttribute('href') === wanted.getAttribute('href')) wanted.replaceWith(shown)
}
