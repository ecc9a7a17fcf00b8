import type { DeskPage } from '../desk-parts.js'

/** Says what went wrong, in a sentence. */
export function troublePage(title: string, message: string): DeskPage {
  const content = (
    <section class="page">
      <h1>{title}</h1>
      <p>{message}</p>
    </section>
  )
  return { title, content }
}
