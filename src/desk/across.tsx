import type { ComponentChildren } from 'preact'

/** What may be wider than the screen, and is then moved sideways, by the keyboard too. */
export function Across({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it no key moves what is wider than the screen
    <section class="across" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
