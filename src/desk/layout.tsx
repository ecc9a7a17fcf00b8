import { renderToString } from 'preact-render-to-string'
import { type DeskPage, places } from './desk-parts.js'

/** A whole page as HTML: `content` under the desk's heading and its links. */
export function renderPage({ title, place, content }: DeskPage, token: string): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="avstam-token" content={token} />
        <title>{`${title} · avstam`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/assets/desk.js" />
      </head>
      <body>
        <a class="skip" href="#main">
          To the content
        </a>
        <header class="top">
          <a class="name" href="/">
            avstam
          </a>
          <nav aria-label="Places">
            {places.map(({ name, path }) => (
              <a key={path} href={path} aria-current={name === place ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {content}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}
