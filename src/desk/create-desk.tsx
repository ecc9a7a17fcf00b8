import { Hono } from 'hono'
import type { DeskPage, DeskParts } from './desk-parts.js'
import { guards } from './guard.js'
import { renderPage } from './layout.js'
import { overviewRoutes } from './overview-routes.js'
import { documentsPage } from './pages/documents.js'
import { troublePage } from './pages/trouble.js'

/** The review desk as a web application. */
export function createDesk(parts: DeskParts): Hono {
  const desk = new Hono()
  desk.use(...guards(parts.token))
  const show = (page: DeskPage) => renderPage(page, parts.token)

  desk.get('/assets/style.css', (context) => context.body(parts.assets.style, 200, { 'content-type': 'text/css' }))
  desk.get('/assets/desk.js', (context) =>
    context.body(parts.assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )

  desk.get('/', (context) => context.redirect('/documents'))
  desk.get('/documents', (context) => context.html(show(documentsPage(parts))))

  desk.route('/', overviewRoutes(parts, show))

  desk.notFound((context) => context.html(show(troublePage('Not here', 'There is no such page.')), 404))
  desk.onError((error, context) => {
    return context.html(show(troublePage('That failed', error.message)), 500)
  })
  return desk
}
