import { decide } from './decide.js'
import { linkFigures, scrollToChosen } from './link-figures.js'
import { openPage } from './open-page.js'

/** Where things stand on the page that is shown now. */
const desk = () => document.querySelector<HTMLElement>('.desk')
const panel = () => document.querySelector<HTMLElement>('.panel')

async function go(path: string): Promise<void> {
  await openPage(path)
  ready()
}

async function act(body: Record<string, string>): Promise<void> {
  const said = await decide(body)
  if (said.isDone) await go(nextPath(body))
  say(said.message)
}

/** What was decided stays in view; accepting goes on to what waits next. */
function nextPath({ kind }: Record<string, string>): string {
  const next = document.querySelector<HTMLAnchorElement>('[data-go="next"]')
  const isAdded = panel()?.dataset.missed !== undefined
  const settles = !isAdded && (kind === 'accept' || kind === 'correct' || kind === 'printed_so')
  return settles && next ? next.href : location.href
}

function about(): Record<string, string> {
  const { chosen = '', version = '' } = panel()?.dataset ?? {}
  return { figure: chosen, version, document: desk()?.dataset.document ?? '' }
}

function submit(form: HTMLFormElement): void {
  const { form: kind = '', report, version = '' } = form.dataset
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  void act({ ...(report === undefined ? about() : { report, version }), kind, ...fields })
}

function open(name: string): void {
  const form = panel()?.querySelector<HTMLElement>(`[data-form="${name}"]`)
  if (!form) return
  form.hidden = false
  const field = form.querySelector<HTMLInputElement>('input, select')
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

function undo(): void {
  const decision = desk()?.dataset.undo
  if (decision) void act({ kind: 'undo', decision })
  else say('Nothing to undo here.')
}

function say(message: string): void {
  const place = document.querySelector('.said')
  if (place) place.textContent = message
}

/** Lets go of what is open, from the innermost. */
function letGo(): void {
  const opened = panel()?.querySelector<HTMLElement>('[data-form]:not([hidden])')
  if (opened) opened.hidden = true
  else document.body.classList.remove('closer')
  document.querySelector<HTMLElement>('#main')?.focus()
}

const keys: Readonly<Record<string, () => void>> = {
  j: () => follow('next'),
  k: () => follow('before'),
  e: () => open('correct'),
  m: () => open('more'),
  a: goToMissed,
  p: () => press('printed_so'),
  Enter: () => (panel()?.dataset.missed === undefined ? press('accept') : open('correct')),
  u: undo,
  z: () => {
    document.body.classList.toggle('closer')
    scrollToChosen()
  },
  '?': () => document.querySelector<HTMLDialogElement>('#keys')?.showModal(),
}

function follow(way: 'next' | 'before'): void {
  const link = document.querySelector<HTMLAnchorElement>(`[data-go="${way}"]`)
  if (link) void go(link.href)
}

/** The empty cell after what is in hand, else the first on the page. */
function goToMissed(): void {
  const cells = [...document.querySelectorAll<HTMLAnchorElement>('.statement .missed')]
  const chosen = document.querySelector('.statement [aria-current="true"]')
  const after = cells.find((one) => chosen && chosen.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  const next = after ?? cells[0]
  if (next) void go(next.href)
  else say('No cell on this page is empty.')
}

function press(kind: string): void {
  panel()?.querySelector<HTMLButtonElement>(`[data-act="${kind}"]:not(:disabled)`)?.click()
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, dialog[open]') !== null
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || desk() === null) return
  if (event.key === 'Escape' && !(event.target instanceof HTMLElement && event.target.closest('dialog'))) return letGo()
  if (isWriting(event.target)) return
  // Enter on a link or a button is theirs
  const isOnControl = event.target instanceof Element && event.target.closest('a, button, summary') !== null
  if (event.key === 'Enter' && isOnControl) return
  const suggestion = panel()?.querySelectorAll<HTMLButtonElement>('[data-entry]')[Number(event.key) - 1]
  const action = suggestion ? () => suggestion.click() : keys[event.key]
  if (!action) return
  event.preventDefault()
  action()
})

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || desk() === null) return
  const button = event.target.closest<HTMLButtonElement>('button')
  const { act: kind, open: form, entry } = button?.dataset ?? {}
  if (kind) return void act({ ...about(), kind })
  if (form) return open(form)
  if (entry) return void act({ ...about(), kind: 'correct', entry })
  const link = event.target.closest<HTMLAnchorElement | SVGAElement>('.desk a')
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void go(link instanceof SVGAElement ? link.href.baseVal : link.href)
})

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.dataset.form === undefined) return
  event.preventDefault()
  submit(event.target)
})

window.addEventListener('popstate', () => {
  if (desk()) void openPage(location.href, 'replace').then(ready)
})

function ready(): void {
  linkFigures()
  scrollToChosen()
  fetchNextPicture()
}

/** Asks for the picture of what waits next, if the document has pictures, so that it is drawn when it is wanted. */
function fetchNextPicture(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-go="next"]')
  const next = link && document.querySelector('svg.sheet') && new URL(link.href)
  if (next) new Image().src = `${next.pathname}/pages/${next.searchParams.get('page')}/picture`
}

ready()
